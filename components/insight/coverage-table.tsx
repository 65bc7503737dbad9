'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useElementWords } from '@/components/threats/use-element-words'
import { cn } from '@/components/ui/cn'
import { severityLook } from '@/components/ui/severity-badge'
import { strideLook } from '@/components/ui/stride'
import { type CoverageCell, type CoverageRow, letters } from '@/lib/analysis/coverage'
import type { Stride } from '@/lib/model/judgement'

type CoverageTableProps = {
  rows: readonly CoverageRow[]
  onChoose: (elementId: string, letter: Stride) => void
}

const ROW = 44

/** The matrix. Only the lines in sight are drawn, so that a thousand components scroll as ten do. */
export function CoverageTable({ rows, onChoose }: CoverageTableProps) {
  const scroller = useRef<HTMLElement>(null)
  const wordsOf = useElementWords()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label="Coverage matrix"
      className="max-h-[max(20rem,calc(100dvh-16rem))] overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full min-w-max border-collapse text-sm" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">STRIDE against the elements of the model</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 border-line border-b bg-sunken px-3 py-2 text-left font-medium text-xs"
            >
              Element
            </th>
            {letters.map((letter) => (
              <th
                key={letter}
                scope="col"
                className="sticky top-0 z-10 border-line border-b bg-sunken px-1 py-2 font-medium text-xs"
              >
                <span aria-hidden className={cn('font-mono font-semibold', strideLook[letter].text)}>
                  {letter}
                </span>
                <span className="sr-only">{strideLook[letter].label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {items.map((item) => {
            const row = rows[item.index] as CoverageRow
            const { name, typeLabel } = wordsOf(row.elementId)
            return (
              <tr key={row.elementId} aria-rowindex={item.index + 2} className="h-11">
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-32 border-line border-b bg-surface py-1 pr-2 pl-3 text-left font-normal max-sm:max-w-26 md:max-w-80"
                >
                  <span className="block truncate font-medium">{name}</span>
                  <span className="block truncate text-ink-muted text-xs">{typeLabel}</span>
                </th>
                {letters.map((letter) => (
                  <td key={letter} className="border-line border-b p-1 text-center max-sm:px-0.5">
                    <Cell
                      cell={row.cells[letter]}
                      label={`${strideLook[letter].label}, ${name}`}
                      onChoose={() => onChoose(row.elementId, letter)}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </section>
  )
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={letters.length + 1} style={{ height }} />
    </tr>
  )
}

function Cell({ cell, label, onChoose }: { cell: CoverageCell; label: string; onChoose: () => void }) {
  const { words, shown, look } = cellLook(cell)
  return (
    <button
      type="button"
      title={words}
      aria-label={`${label}: ${words}`}
      onClick={onChoose}
      className={cn(
        'tabular inline-flex h-7 min-w-9 align-middle items-center justify-center gap-0.5 rounded-sm px-1.5 max-sm:min-w-8.5 max-sm:px-1 font-medium text-xs',
        look,
      )}
    >
      {shown}
    </button>
  )
}

function cellLook(cell: CoverageCell): { words: string; shown: React.ReactNode; look: string } {
  if (cell.state === 'not-considered')
    return {
      words: 'not considered',
      shown: '',
      look: 'border border-line-strong border-dashed text-ink-faint',
    }
  if (cell.state === 'not-applicable') {
    const words =
      cell.looked === 0 && cell.countered === 0
        ? 'not applicable'
        : `not applicable, ${cell.looked} looked at`
    return { words, shown: '–', look: 'bg-open-soft text-ink-muted' }
  }
  const parts = [
    cell.open > 0 ? `${cell.open} open` : '',
    cell.possible > 0 ? `${cell.possible} possible` : '',
    cell.decided > 0 ? `${cell.decided} decided` : '',
  ].filter((part) => part !== '')
  if (cell.open === 0 && cell.possible === 0)
    return { words: parts.join(', '), shown: '✓', look: 'bg-mitigated-soft text-mitigated' }
  if (cell.open === 0)
    return { words: parts.join(', '), shown: `${cell.possible}?`, look: 'bg-possible-soft text-possible' }
  const { icon: Icon, text, tint } = severityLook[cell.worst ?? 'info']
  const shown = (
    <>
      <Icon aria-hidden className="size-3" strokeWidth={2.5} />
      {cell.open}
    </>
  )
  return { words: `${parts.join(', ')}, worst ${cell.worst}`, shown, look: cn(text, tint) }
}
