'use client'

import { useMemo } from 'react'
import { targetWords } from '@/components/findings/finding-words'
import { PlaceField } from '@/components/findings/place-field'
import { loadScans, useScans } from '@/components/findings/scans-store'
import { useCanDescribe } from '@/components/shell/shell-context'
import { useElementWords } from '@/components/threats/use-element-words'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet'
import { toast } from '@/components/ui/toast'
import { placeFindingsAction } from '@/lib/actions/findings'
import { useModel } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'
import type { RunCheck } from '@/lib/model/scan-run'

type UnplacedSheetProps = {
  isOpen: boolean
  onClose: () => void
  unplaced: readonly { target: string; checks: readonly RunCheck[] }[]
}

const SHOWN = 200

/** What a run speaks of and nobody could find in the model: a person says which components are meant. */
export function UnplacedSheet({ isOpen, onClose, unplaced }: UnplacedSheetProps) {
  const modelId = useModel((state) => state.modelId)
  const components = useModel((state) => state.model.components)
  const catalogue = useModel((state) => state.catalogue)
  const wordsOf = useElementWords()
  const canPlace = useCanDescribe()
  const places = useScans((state) => state.scans.places)
  const labelOf = (type: string) => catalogue.componentTypes.get(type)?.label ?? type
  const options = useMemo(
    () =>
      Object.values(components)
        .map(({ id, type }) => ({ ...wordsOf(id), id, type }))
        .sort((a, b) => a.typeLabel.localeCompare(b.typeLabel, 'en') || a.name.localeCompare(b.name, 'en')),
    [components, wordsOf],
  )
  const place = async (target: string, elementIds: readonly string[] | null) => {
    const answer = await placeFindingsAction({
      id: modelId,
      target,
      elementIds: elementIds && [...elementIds],
    })
    if (answer.ok) await loadScans(modelId, true)
    else toast({ title: answer.sentence, tone: 'danger' })
  }
  return (
    <Sheet
      size="lg"
      isOpen={isOpen}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title="Not placed"
      description="No component of this model has these names, or several have. Say which are meant; it counts for later runs too."
    >
      <div className="flex flex-col gap-4">
        {unplaced.length === 0 ? <Callout tone="success">Everything is placed.</Callout> : null}
        {unplaced.slice(0, SHOWN).map(({ target, checks }) => (
          <PlaceField
            key={target}
            label={targetWords(target, labelOf)}
            aside={countOf(checks.length, 'check')}
            hint={checks
              .slice(0, 3)
              .map(({ id, title }) => `${id} ${title}`.trim())
              .join('; ')}
            said={Object.hasOwn(places, target) ? places[target] : undefined}
            options={options}
            anyOf={target.startsWith('any ') ? target.slice(4) : undefined}
            isDisabled={!canPlace}
            onSay={(elementIds) => place(target, elementIds)}
          />
        ))}
        {unplaced.length > SHOWN ? <p>{unplaced.length - SHOWN} more names are not shown.</p> : null}
      </div>
    </Sheet>
  )
}
