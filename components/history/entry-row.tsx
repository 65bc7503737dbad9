'use client'

import { useTransition } from 'react'
import type { HistoryEntry } from '@/components/history/history-types'
import { Button } from '@/components/ui/button'
import { Undo2 } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { planUndoAction } from '@/lib/actions/history'
import { useModelStore } from '@/lib/client/model-provider'

type EntryRowProps = { modelId: string; entry: HistoryEntry; now: string; canUndo: boolean }

/** One change: who, when, what, and a way to take it back where it still applies. */
export function EntryRow({ modelId, entry, now, canUndo }: EntryRowProps) {
  const store = useModelStore()
  const [isPending, start] = useTransition()
  const undo = () =>
    start(async () => {
      const plan = await planUndoAction({ id: modelId, seq: entry.seq }).catch(() => undefined)
      if (!plan?.ok) {
        toast({ title: plan?.sentence ?? 'The server could not be reached.', tone: 'danger' })
        return
      }
      const { label, edits, left } = plan.value
      if (edits.length === 0) {
        toast({
          title: `All of “${label}” was changed since. There is nothing left to take back.`,
          tone: 'danger',
        })
        return
      }
      toast({ title: store.getState().takeBack(label, edits, left) })
    })
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2.5">
      <span className="tabular w-7 shrink-0 pt-0.5 sm:w-10 text-ink-muted text-xs">{entry.seq}</span>
      <div className="min-w-0 flex-1 basis-40">
        <h3 className="[overflow-wrap:anywhere] font-medium">{entry.label}</h3>
        <p className="text-ink-muted text-xs">
          {entry.by}, <Time at={entry.at} now={now} withTime />
          {entry.refused > 0 ? `, ${entry.refused} of its edits refused` : ''}
        </p>
        <ul className="mt-1 [overflow-wrap:anywhere] text-sm">
          {entry.words.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two edits may read the same, and the list never changes.
            <li key={index}>{words}</li>
          ))}
        </ul>
      </div>
      {canUndo ? (
        <Button
          size="sm"
          variant="ghost"
          isPending={isPending}
          aria-label={`Undo change ${entry.seq}`}
          onClick={undo}
        >
          <Undo2 aria-hidden />
          Undo
        </Button>
      ) : null}
    </li>
  )
}
