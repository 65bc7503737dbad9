'use client'

import { useState, useTransition } from 'react'
import { EntryRow } from '@/components/history/entry-row'
import type { History } from '@/components/history/history-types'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { listHistoryAction } from '@/lib/actions/history'
import { useModelStore } from '@/lib/client/model-provider'

/** The changes of a model, the newest first; older ones on asking. */
export function EntryList({ modelId, first, now }: { modelId: string; first: History; now: string }) {
  const store = useModelStore()
  const [entries, setEntries] = useState(first.entries)
  const [older, setOlder] = useState(first.older)
  const [isPending, start] = useTransition()
  const more = () =>
    start(async () => {
      const result = await listHistoryAction({ id: modelId, before: older }).catch(() => undefined)
      if (!result?.ok) {
        toast({ title: result?.sentence ?? 'The server could not be reached.', tone: 'danger' })
        return
      }
      setEntries([...entries, ...result.value.entries])
      setOlder(result.value.older)
    })
  return (
    <>
      <ol aria-label="Changes" className="divide-y divide-line rounded-lg border border-line bg-surface">
        {entries.map((entry) => (
          <EntryRow
            key={entry.seq}
            modelId={modelId}
            entry={entry}
            now={now}
            canUndo={entry.canUndo && store.getState().canEdit}
          />
        ))}
      </ol>
      {older === undefined ? null : (
        <div className="mt-3 flex justify-center">
          <Button isPending={isPending} onClick={more}>
            Show older changes
          </Button>
        </div>
      )}
    </>
  )
}
