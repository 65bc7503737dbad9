'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import type { ListItem } from '@/components/threats/build-list'
import { lineHeight, ThreatLine } from '@/components/threats/threat-line'
import { useElementWords } from '@/components/threats/use-element-words'
import { rowsOfItem } from '@/components/threats/use-threat-list'
import type { ThreatRow } from '@/lib/analysis/verdict'

type ThreatListProps = {
  items: readonly ListItem[]
  activeKey: string | undefined
  openKey: string | undefined
  selected: ReadonlySet<string>
  canSelect: boolean
  focusRef: RefObject<HTMLDivElement | null>
  onActivate: (key: string) => void
  onPress: (index: number) => void
  onSelect: (index: number) => void
}

const lineId = (index: number) => `threat-line-${index}`

/** The lines in sight of a list of any length. One stop of the keyboard; J, K and the arrows move inside of it. */
export function ThreatList(props: ThreatListProps) {
  const { items, activeKey, openKey, selected, canSelect, focusRef, onPress, onSelect } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wordsOf = useElementWords()
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => lineHeight(items[index] as ListItem),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow the items.
  useEffect(() => {
    lines.measure()
  }, [items, lines])
  const active = items.findIndex((item) => item.key === activeKey)
  useEffect(() => {
    if (active >= 0) lines.scrollToIndex(active, { align: 'auto' })
  }, [active, lines])

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <div
        ref={focusRef}
        role="treegrid"
        aria-label="Threats"
        aria-rowcount={items.length}
        aria-multiselectable={canSelect || undefined}
        aria-activedescendant={active >= 0 ? lineId(active) : undefined}
        tabIndex={0}
        onFocus={() => {
          const first = items[0]
          if (active < 0 && first) props.onActivate(first.key)
        }}
        className="group/grid relative w-full outline-none!"
        style={{ height: lines.getTotalSize() }}
      >
        {lines.getVirtualItems().map((line) => {
          const item = items[line.index] as ListItem
          const element = item.kind === 'row' ? wordsOf(item.row.elementId) : undefined
          return (
            <div
              key={line.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ height: line.size, transform: `translateY(${line.start}px)` }}
            >
              <ThreatLine
                id={lineId(line.index)}
                item={item}
                index={line.index}
                isActive={line.index === active}
                isOpen={item.kind === 'row' && item.row.key === openKey}
                selection={selectionOf(item, selected)}
                canSelect={canSelect}
                elementName={element?.name ?? ''}
                elementType={element?.typeLabel ?? ''}
                questionRows={
                  item.kind === 'section' && item.id === 'questions'
                    ? rowsBelow(items, line.index)
                    : undefined
                }
                onPress={onPress}
                onSelect={onSelect}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function selectionOf(item: ListItem, selected: ReadonlySet<string>): 'none' | 'some' | 'all' {
  const rows = rowsOfItem(item)
  const count = rows.filter((row) => selected.has(row.key)).length
  return count === 0 ? 'none' : count === rows.length ? 'all' : 'some'
}

/** The rows of the section that starts at this line. */
function rowsBelow(items: readonly ListItem[], section: number): ThreatRow[] {
  const rows: ThreatRow[] = []
  for (const item of items.slice(section + 1)) {
    if (item.kind === 'section') break
    // An open group is followed by its own rows; they are counted with it.
    if (item.kind === 'group' || item.depth === 0) rows.push(...rowsOfItem(item))
  }
  return rows
}
