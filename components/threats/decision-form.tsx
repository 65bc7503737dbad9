'use client'

import { useState } from 'react'
import { decide, undecide } from '@/components/threats/decide'
import { DecisionFields } from '@/components/threats/decision-fields'
import { type DraftProblems, draftOf, draftProblems } from '@/components/threats/decisions'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { StatusBadge } from '@/components/ui/status-badge'
import { Time } from '@/components/ui/time'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel, useModelStore } from '@/lib/client/model-provider'

/** What stands about one threat on one element, and the form to decide anew. */
export function DecisionForm({ row }: { row: ThreatRow }) {
  const canEdit = useModel((state) => state.canEdit)
  // A decision made meanwhile, by me or somebody else, starts the form afresh.
  const key = `${row.key}|${row.decision?.at ?? ''}|${row.decision?.status ?? ''}`
  return (
    <div className="flex flex-col gap-4">
      {row.decision ? <Standing row={row} /> : null}
      {canEdit ? (
        <Form key={key} row={row} />
      ) : row.decision ? null : (
        <p className="text-ink-muted">Nobody has decided yet. You can read this model, not decide.</p>
      )}
    </div>
  )
}

function Standing({ row }: { row: ThreatRow }) {
  const { decision, review } = row
  if (!decision) return null
  return (
    <div className="flex flex-col gap-2">
      {review ? (
        <Callout tone="warning" title="Review again">
          {review === 'expired'
            ? 'The decision has expired, so the threat counts as open.'
            : 'The evidence or the risk changed since this was decided, so the threat counts as open.'}
        </Callout>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge status={decision.status} />
        <span className="text-ink-muted text-xs">
          {decision.by}, <Time at={decision.at} />
          {decision.groupId ? ', together with others' : ''}
        </span>
      </p>
    </div>
  )
}

function Form({ row }: { row: ThreatRow }) {
  const store = useModelStore()
  const [draft, setDraft] = useState(() => draftOf(row))
  const [problems, setProblems] = useState<DraftProblems>({})
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const found = draftProblems(draft)
    setProblems(found)
    if (Object.keys(found).length === 0) decide(store, [row], draft)
  }
  return (
    <form noValidate aria-label="Decision" onSubmit={submit} className="flex flex-col gap-4">
      <DecisionFields draft={draft} problems={problems} onChange={setDraft} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          Save decision
        </Button>
        {row.decision ? (
          <Button variant="ghost" onClick={() => undecide(store, [row])}>
            Take the decision back
          </Button>
        ) : null}
      </div>
    </form>
  )
}
