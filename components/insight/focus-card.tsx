'use client'

import { useId } from 'react'
import { focusReasons } from '@/components/insight/focus-words'
import { ThreatLinks } from '@/components/insight/threat-links'
import { mitigationEdit } from '@/components/threats/decisions'
import { Guidance } from '@/components/threats/mitigation-card'
import { mitigationWords } from '@/components/threats/threat-words'
import { useElementWords } from '@/components/threats/use-element-words'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { SeverityCounts } from '@/components/ui/severity-counts'
import { toast } from '@/components/ui/toast'
import type { FocusStep } from '@/lib/analysis/focus'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'
import type { MitigationStatus, Severity } from '@/lib/model/judgement'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'

/** One thing to do: what, why now, where, how, and how far it is. */
export function FocusCard({ step, number }: { step: FocusStep; number: number }) {
  const entry = useModel((state) => state.catalogue.mitigations.get(step.mitigationId))
  const canEdit = useModel((state) => state.canEdit)
  const wordsOf = useElementWords()
  const headingId = useId()
  const title = entry?.title ?? step.mitigationId
  const counts: Partial<Record<Severity, number>> = {}
  for (const { severity } of step.rows) counts[severity] = (counts[severity] ?? 0) + 1
  const places = [...new Set(step.rows.map((row) => row.elementId))]
  return (
    <article aria-labelledby={headingId} className="rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start gap-3">
        <span
          aria-hidden
          className="tabular flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-xs"
        >
          {number}
        </span>
        <div className="min-w-0 flex-1">
          <h3 id={headingId} className="font-semibold [overflow-wrap:anywhere]">
            {title}
          </h3>
          <p className="text-ink-muted [overflow-wrap:anywhere]">
            On{' '}
            {places
              .slice(0, 4)
              .map((id) => wordsOf(id).name)
              .join(', ')}
            {places.length > 4 ? ` and ${places.length - 4} more` : ''}
          </p>
          <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
            <SeverityCounts counts={counts} />
            <span className="tabular text-ink-muted text-xs">{step.points} points of risk</span>
          </div>
          <p className="mt-1.5 [overflow-wrap:anywhere]">{focusReasons(step).join(' ')}</p>
          {canEdit ? <StatusForAll step={step} elementIds={places} title={title} /> : null}
        </div>
      </div>
      <div className="-mx-2 mt-2">
        <Disclosure summary="Which threats" aside={countOf(step.rows.length, 'threat')}>
          <ThreatLinks rows={step.rows} />
        </Disclosure>
        {entry ? (
          <Disclosure
            summary="How to do it"
            aside={entry.snippets.length > 0 ? countOf(entry.snippets.length, 'snippet') : undefined}
          >
            <div className="flex flex-col gap-3 px-2 py-2">
              <Guidance entry={entry} />
            </div>
          </Disclosure>
        ) : null}
      </div>
    </article>
  )
}

function StatusForAll({
  step,
  elementIds,
  title,
}: {
  step: FocusStep
  elementIds: readonly string[]
  title: string
}) {
  const store = useModelStore()
  const { mitigationId } = step
  const status = useModel(({ model }) => {
    const states = new Set(
      elementIds.map(
        (elementId) =>
          entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId }))?.status ?? '',
      ),
    )
    return states.size === 1 ? ([...states][0] as MitigationStatus | '') : ''
  })
  const save = (next: MitigationStatus) => {
    const { model, actor, apply, undo } = store.getState()
    const stamp = { name: actor.name, now: new Date().toISOString() }
    const edits = elementIds.map((elementId) => {
      const was = entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId }))
      return mitigationEdit({ elementId, mitigationId }, next, was?.note ?? '', was, stamp)
    })
    if (!apply(`Set mitigation: ${title}`.slice(0, 200), edits)) return
    toast({ title: `${title}: ${mitigationWords[next]}.`, action: { label: 'Undo', onClick: () => undo() } })
  }
  return (
    <Select
      aria-label={`How far it is: ${title}`}
      size="sm"
      className="mt-2 w-44!"
      value={status}
      onChange={({ target }) => target.value !== '' && save(target.value as MitigationStatus)}
    >
      <option value="">Not begun</option>
      {Object.entries(mitigationWords).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
