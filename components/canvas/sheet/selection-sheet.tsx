'use client'

import { useMemo } from 'react'
import { TypeIcon } from '@/components/canvas/type-icon'
import { CommandMenuButtons } from '@/components/shell/command-buttons'
import { useElementWords } from '@/components/threats/use-element-words'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { elementOf } from '@/lib/model/element-of'

const offered = ['connect', 'move-into', 'boundaries', 'duplicate', 'new-view', 'delete', 'delete-contents']
const SHOWN = 100

/** Several selected at once: what they are, and what can be done to all of them. */
export function SelectionSheet({ onSelect }: { onSelect: (id: string) => void }) {
  const store = useModelStore()
  const selection = useModel((state) => state.selection)
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const wordsOf = useElementWords()
  const ids = useMemo(
    () => [...selection].filter((id) => elementOf(model, id) !== undefined),
    [selection, model],
  )
  return (
    <div className="flex h-full flex-col overflow-y-auto pb-6">
      <div className="flex flex-col gap-3 px-4 pt-4 pb-4">
        <h2 className="font-semibold text-lg">{ids.length} selected</h2>
        <CommandMenuButtons ids={offered} />
      </div>
      <ul className="border-line border-t">
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id} className="flex min-h-8 items-center gap-2 border-line border-b pr-2 pl-4">
            <TypeIcon
              type={catalogue.componentTypes.get(elementOf(model, id)?.type ?? '')}
              className="size-3.5 shrink-0 text-ink-muted"
            />
            <button
              type="button"
              onClick={() => onSelect(id)}
              className="min-w-0 flex-1 truncate text-left underline-offset-2 hover:underline"
            >
              {wordsOf(id).name}
            </button>
            <button
              type="button"
              aria-label={`Leave out ${wordsOf(id).name}`}
              onClick={() => store.getState().selectAll(ids.filter((other) => other !== id))}
              className="min-h-6 rounded-sm px-1.5 text-ink-muted text-xs hover:bg-hover"
            >
              Leave out
            </button>
          </li>
        ))}
      </ul>
      {ids.length > SHOWN ? <p className="px-4 py-2 text-ink-muted">and {ids.length - SHOWN} more</p> : null}
    </div>
  )
}
