'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import { focusInspector } from '@/components/canvas/focus-element'
import { listEntries } from '@/components/canvas/list-items'
import { ListLine } from '@/components/canvas/list-line'
import { useElementWords } from '@/components/threats/use-element-words'
import { useModel, useModelStore } from '@/lib/client/model-provider'

const LINE_HEIGHT = 36
const lineId = (index: number) => `list-line-${index}`

/** The same components, flows and crossings as the drawing, as a list: the canvas for those who do not see it. */
export function ListTwin() {
  const store = useModelStore()
  const model = useModel((state) => state.model)
  const selectedId = useModel((state) => state.selectedId)
  const selection = useModel((state) => state.selection)
  // The line that keys go on from; with several selected it is the last that was reached.
  const [cursor, setCursor] = useState<string | undefined>()
  const renamingId = useCanvasUi((state) => state.renamingId)
  const wordsOf = useElementWords()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const scroller = useRef<HTMLDivElement>(null)
  const { components, flows } = model
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are made of these two parts of the model.
  const entries = useMemo(
    () => listEntries(model, closed, (id) => wordsOf(id).name),
    [components, flows, closed, wordsOf],
  )
  const lines = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 16,
  })
  const active = entries.findIndex((entry) => entry.key === (selectedId ?? cursor))
  useEffect(() => {
    if (active >= 0) lines.scrollToIndex(active, { align: 'auto' })
  }, [active, lines])

  const toggle = useCallback((key: string) => {
    setClosed((known) => {
      const next = new Set(known)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])
  const press = useCallback(
    (index: number, more: 'none' | 'toggle' | 'add' = 'none') => {
      const entry = entries[index]
      if (!entry || entry.kind === 'heading') return
      setCursor(entry.key)
      const { select, selectAll, selection: present } = store.getState()
      if (more === 'none') return select(entry.key)
      const next = new Set(present)
      if (more === 'add' || !next.delete(entry.key)) next.add(entry.key)
      selectAll(next)
    },
    [entries, store],
  )
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -entries.length, End: entries.length }[event.key]
    const entry = entries[active]
    if (step !== undefined) {
      event.preventDefault()
      let next = Math.max(0, Math.min(entries.length - 1, active < 0 ? 0 : active + step))
      // Headings are passed over, in the direction one moves.
      if (entries[next]?.kind === 'heading') next = next === 0 ? 1 : next + (step > 0 ? 1 : -1)
      press(next, event.shiftKey ? 'add' : 'none')
    }
    if (event.key === 'Enter' && entry && event.target === event.currentTarget) {
      event.preventDefault()
      focusInspector()
    }
    const folds = event.key === 'ArrowLeft' ? true : event.key === 'ArrowRight' ? false : undefined
    if (folds !== undefined && entry?.kind === 'component' && entry.isOpen === folds) {
      event.preventDefault()
      toggle(entry.key)
    }
  }
  return (
    <div ref={scroller} data-command-area className="@container h-full overflow-y-auto bg-surface">
      <div
        role="treegrid"
        aria-label="Components and data flows"
        aria-rowcount={entries.length}
        aria-multiselectable
        aria-activedescendant={active >= 0 ? lineId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target === event.currentTarget && active < 0 && press(1)}
        className="group/grid relative w-full outline-none!"
        style={{ height: lines.getTotalSize() }}
      >
        {lines.getVirtualItems().map((line) => {
          const entry = entries[line.index]
          return entry ? (
            <div
              key={line.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ height: LINE_HEIGHT, transform: `translateY(${line.start}px)` }}
            >
              <ListLine
                id={lineId(line.index)}
                entry={entry}
                index={line.index}
                isSelected={selection.has(entry.key)}
                isRenaming={entry.key === renamingId}
                wordsOf={wordsOf}
                onPress={press}
                onToggle={toggle}
              />
            </div>
          ) : null
        })}
      </div>
    </div>
  )
}
