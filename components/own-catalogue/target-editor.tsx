'use client'

import { useId, useMemo } from 'react'
import { ChooseMany } from '@/components/own-catalogue/choose-many'
import { toSource } from '@/components/own-catalogue/condition-draft'
import { GroupEditor } from '@/components/own-catalogue/condition-editor'
import type { TargetDraft } from '@/components/own-catalogue/threat-draft'
import { Button } from '@/components/ui/button'
import { describeTarget } from '@/lib/analysis/words/describe-condition'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { normaliseCondition } from '@/lib/catalogue/condition'

type TargetEditorProps = {
  /** Which of several it is. */
  number: number | undefined
  target: TargetDraft
  catalogue: Catalogue
  onChange: (target: TargetDraft) => void
  onRemove: (() => void) | undefined
}

/** On which types a threat can be, when it is raised there and what counters it; in words while it is built. */
export function TargetEditor({ number, target, catalogue, onChange, onRemove }: TargetEditorProps) {
  const id = useId()
  const types = useMemo(
    () =>
      [...catalogue.pack.componentTypes, ...catalogue.pack.flowTypes]
        .map(({ id: type, label }) => ({ id: type, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [catalogue],
  )
  const words = useMemo(() => {
    const [exposed, countered] = [toSource(target.exposed), toSource(target.countered)]
    return describeTarget(
      {
        ...(exposed && { exposedWhen: normaliseCondition(exposed) }),
        ...(countered && { counteredBy: normaliseCondition(countered) }),
      },
      catalogue,
    )
  }, [target, catalogue])
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 id={id} className="font-semibold text-base">
          {number === undefined ? 'When it is raised' : `When it is raised, ${number}`}
        </h2>
        {onRemove ? (
          <Button size="sm" variant="ghost" onClick={onRemove}>
            Remove these conditions
          </Button>
        ) : null}
      </div>
      <ChooseMany
        label="On components or data flows of these types"
        isRequired
        removes="Remove the type"
        options={types}
        chosen={target.types}
        onChange={(chosen) => onChange({ ...target, types: chosen })}
      />
      {target.types.length > 0 ? (
        <>
          <div>
            <h3 className="mb-1.5 font-medium text-sm">The weakness is there when</h3>
            <GroupEditor
              label="Raised when"
              group={target.exposed}
              types={target.types}
              catalogue={catalogue}
              onChange={(exposed) => onChange({ ...target, exposed })}
            />
          </div>
          <div>
            <h3 className="mb-1.5 font-medium text-sm">It is countered when</h3>
            <GroupEditor
              label="Countered when"
              group={target.countered}
              types={target.types}
              catalogue={catalogue}
              onChange={(countered) => onChange({ ...target, countered })}
            />
          </div>
          <p role="status" className="rounded-md bg-sunken px-3 py-2 [overflow-wrap:anywhere]">
            {words}
          </p>
        </>
      ) : null}
    </section>
  )
}
