'use client'

import { useEffect, useRef, useState } from 'react'
import { renameInPlace } from '@/components/canvas/canvas-ui'
import { renameEdit } from '@/components/canvas/edits/rename'
import { focusElement } from '@/components/canvas/focus-element'
import { cn } from '@/components/ui/cn'
import { announce } from '@/components/ui/live-region'
import { nameElement } from '@/lib/analysis/words/name-element'
import { useModelStore } from '@/lib/client/model-provider'
import { elementOf } from '@/lib/model/element-of'
import { toLine } from '@/lib/model/to-line'

/** The name of an element, typed where it stands: Enter or leaving keeps it, Esc does not. */
export function NameInput({ elementId, className }: { elementId: string; className?: string }) {
  const store = useModelStore()
  const field = useRef<HTMLInputElement>(null)
  const { model, catalogue } = store.getState()
  const [typed, setTyped] = useState(elementOf(model, elementId)?.name ?? '')
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const end = (isKept: boolean, bringsFocusBack: boolean) => {
    if (isDone.current) return
    isDone.current = true
    const state = store.getState()
    const edit = isKept ? renameEdit(state.model, elementId, typed) : undefined
    const before = nameElement(elementId, state.model, state.catalogue)
    if (edit && state.apply(toLine(`Rename ${before}`, 200), [edit])) announce(`Renamed to ${typed.trim()}.`)
    renameInPlace(undefined)
    if (bringsFocusBack) focusElement(elementId)
  }
  return (
    <input
      ref={field}
      aria-label={`New name of ${nameElement(elementId, model, catalogue)}`}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => end(true, false)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') end(true, true)
        if (event.key === 'Escape') end(false, true)
      }}
      className={cn(
        'nodrag nopan nowheel pointer-events-auto min-w-0 rounded-xs bg-surface px-1 text-ink outline-2 outline-focus',
        className,
      )}
    />
  )
}
