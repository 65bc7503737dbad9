'use client'

import { describeRefused } from '@/components/threats/describe-refused'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { countOf } from '@/lib/model/format-count'

/** Edits that somebody else forestalled: both values, and a way to take either. Nothing typed is dropped unseen. */
export function RefusedEdits() {
  const refused = useModel((state) => state.refused)
  const store = useModelStore()
  if (refused.length === 0) return null
  return (
    <section
      aria-label="Edits to look at again"
      className="max-h-64 overflow-y-auto border-line border-b bg-surface p-3"
    >
      <Callout tone="warning" title={`${countOf(refused.length, 'edit')} could not be saved as made`}>
        <ul className="mt-2 flex flex-col gap-3">
          {refused.map((entry) => {
            const words = describeRefused(entry)
            return (
              <li key={`${entry.change.id}|${entry.refusal.edit}`} className="flex flex-col gap-1">
                <p className="font-medium">{entry.change.label}</p>
                <p>{entry.refusal.sentence}</p>
                {words ? (
                  <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-xs">
                    <dt className="text-ink-muted">Yours</dt>
                    <dd className="[overflow-wrap:anywhere]">{words.mine}</dd>
                    <dt className="text-ink-muted">Saved</dt>
                    <dd className="[overflow-wrap:anywhere]">{words.theirs}</dd>
                  </dl>
                ) : null}
                <span className="flex gap-2">
                  {words ? (
                    <Button size="sm" onClick={() => store.getState().takeMine(entry)}>
                      Use mine
                    </Button>
                  ) : null}
                  <Button size="sm" variant="ghost" onClick={() => store.getState().takeTheirs(entry)}>
                    {words ? 'Keep what is saved' : 'Let it go'}
                  </Button>
                </span>
              </li>
            )
          })}
        </ul>
      </Callout>
    </section>
  )
}
