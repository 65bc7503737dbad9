'use client'

import { useEffect, useRef, useState } from 'react'
import { decide } from '@/components/threats/decide'
import { DecisionFields } from '@/components/threats/decision-fields'
import { type DraftProblems, draftOf, draftProblems } from '@/components/threats/decisions'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModelStore } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'

type DecideDialogProps = {
  /** What is decided together: one decision each. Empty closes the dialog. */
  rows: readonly ThreatRow[]
  onClose: () => void
  onDecided?: () => void
}

/** Decides one or many threats at once: one decision for each component, tied together. */
export function DecideDialog({ rows, onClose, onDecided }: DecideDialogProps) {
  const titles = new Set(rows.map((row) => row.title))
  const [only] = titles
  return (
    <Dialog
      isOpen={rows.length > 0}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={rows.length === 1 ? 'Decide this threat' : `Decide ${countOf(rows.length, 'threat')} at once`}
      description={titles.size === 1 ? only : `${titles.size} different threats get the same decision.`}
    >
      {rows.length > 0 ? (
        <DialogForm
          rows={rows}
          onDone={() => {
            onClose()
            onDecided?.()
          }}
          onCancel={onClose}
        />
      ) : null}
    </Dialog>
  )
}

function DialogForm({
  rows,
  onDone,
  onCancel,
}: {
  rows: readonly ThreatRow[]
  onDone: () => void
  onCancel: () => void
}) {
  const store = useModelStore()
  const wordsOf = useElementWords()
  const [draft, setDraft] = useState(() => {
    const start = draftOf(rows.length === 1 ? (rows[0] as ThreatRow) : {})
    return start.status === 'open' ? { ...start, status: 'mitigated' as const } : start
  })
  const [problems, setProblems] = useState<DraftProblems>({})
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const found = draftProblems(draft)
    setProblems(found)
    if (Object.keys(found).length === 0 && decide(store, rows, draft)) onDone()
  }
  const form = useRef<HTMLFormElement>(null)
  // The dialog would begin at the first status, whichever is chosen.
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [])
  const names = [...new Set(rows.map((row) => wordsOf(row.elementId).name))]
  return (
    <form ref={form} noValidate aria-label="Decision" onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-muted text-xs">On {listNames(names)}.</p>
      <DecisionFields draft={draft} problems={problems} onChange={setDraft} />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary">
          {rows.length === 1 ? 'Save decision' : `Decide ${countOf(rows.length, 'threat')}`}
        </Button>
      </div>
    </form>
  )
}

const MAX_NAMES = 12

function listNames(names: readonly string[]): string {
  if (names.length <= MAX_NAMES) return names.join(', ')
  return `${names.slice(0, MAX_NAMES).join(', ')} and ${names.length - MAX_NAMES} more`
}
