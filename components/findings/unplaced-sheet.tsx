'use client'

import { useMemo } from 'react'
import { targetWords } from '@/components/findings/finding-words'
import { loadScans, useScans } from '@/components/findings/scans-store'
import { useCanDescribe } from '@/components/shell/shell-context'
import { useElementWords } from '@/components/threats/use-element-words'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { toast } from '@/components/ui/toast'
import { placeFindingsAction } from '@/lib/actions/findings'
import { useModel } from '@/lib/client/model-provider'
import type { RunCheck } from '@/lib/model/scan-run'

type UnplacedSheetProps = {
  isOpen: boolean
  onClose: () => void
  unplaced: readonly { target: string; checks: readonly RunCheck[] }[]
}

const SHOWN = 200

/** What a run speaks of and nobody could find in the model: a person says which component is meant. */
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
        .map(({ id }) => ({ id, ...wordsOf(id) }))
        .sort((a, b) => a.typeLabel.localeCompare(b.typeLabel, 'en') || a.name.localeCompare(b.name, 'en')),
    [components, wordsOf],
  )
  const place = async (target: string, value: string) => {
    const elementIds = value === '' ? null : value === 'none' ? [] : [value.slice(1)]
    const answer = await placeFindingsAction({ id: modelId, target, elementIds })
    if (answer.ok) await loadScans(modelId, true)
    else toast({ title: answer.sentence, tone: 'danger' })
  }
  return (
    <Sheet
      size="lg"
      isOpen={isOpen}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title="Not placed"
      description="No component of this model has these names. Say which one is meant; it counts for later runs too."
    >
      <div className="flex flex-col gap-4">
        {unplaced.length === 0 ? <Callout tone="success">Everything is placed.</Callout> : null}
        {unplaced.slice(0, SHOWN).map(({ target, checks }) => (
          <Field
            key={target}
            label={targetWords(target, labelOf)}
            aside={`${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`}
            hint={checks
              .slice(0, 3)
              .map(({ id, title }) => `${id} ${title}`.trim())
              .join('; ')}
          >
            <Select
              disabled={!canPlace}
              value={Object.hasOwn(places, target) ? 'none' : ''}
              onChange={(event) => void place(target, event.target.value)}
            >
              <option value="">Choose a component</option>
              <option value="none">Not in this model</option>
              {options.map(({ id, name, typeLabel }) => (
                <option key={id} value={`=${id}`}>
                  {typeLabel}: {name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {unplaced.length > SHOWN ? <p>{unplaced.length - SHOWN} more names are not shown.</p> : null}
      </div>
    </Sheet>
  )
}
