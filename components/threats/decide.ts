'use client'

import { type DecisionDraft, decideEdits, undecideEdits } from '@/components/threats/decisions'
import { decisionWords } from '@/components/threats/threat-words'
import { toast } from '@/components/ui/toast'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { ModelStore } from '@/lib/client/model-store'
import { newId } from '@/lib/client/new-id'
import { countOf } from '@/lib/model/format-count'

/** Stores one decision for each row, and says so with a way back. False when nothing was stored. */
export function decide(store: ModelStore, rows: readonly ThreatRow[], draft: DecisionDraft): boolean {
  const { actor, apply } = store.getState()
  const stamp = { name: actor.name, now: new Date().toISOString(), groupId: newId() }
  const { label } = decisionWords[draft.status]
  const what = titleOf(rows)
  if (!apply(`Decide ${what}: ${label.toLowerCase()}`.slice(0, 200), decideEdits(rows, draft, stamp)))
    return false
  toast({ title: `${label}: ${what}.`, action: { label: 'Undo', onClick: () => store.getState().undo() } })
  return true
}

/** Takes the decisions on these rows back, so that they are as if nobody had decided. */
export function undecide(store: ModelStore, rows: readonly ThreatRow[]): void {
  const words = `Decision taken back: ${titleOf(rows)}`
  if (store.getState().apply(words.slice(0, 200), undecideEdits(rows))) {
    toast({ title: `${words}.`, action: { label: 'Undo', onClick: () => store.getState().undo() } })
  }
}

function titleOf(rows: readonly ThreatRow[]): string {
  const titles = new Set(rows.map((row) => row.title))
  const [first] = titles
  if (rows.length === 1) return `${first}`
  return titles.size === 1
    ? `${first}, on ${countOf(rows.length, 'component')}`
    : countOf(rows.length, 'threat')
}
