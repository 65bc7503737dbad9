'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import Link from 'next/link'
import { useLayoutEffect, useRef } from 'react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { WorkRow } from '@/lib/coursework/views'

const HEIGHT = 44
const grid =
  'grid grid-cols-[minmax(8rem,1.4fr)_9rem_minmax(7rem,1fr)_5rem_5rem_5rem_minmax(6rem,1fr)] max-md:grid-cols-[minmax(8rem,1fr)_8rem] items-center gap-3'

const states: Record<WorkRow['state'], { label: string; tone: BadgeTone }> = {
  open: { label: 'To review', tone: 'neutral' },
  'in-review': { label: 'Under review', tone: 'accent' },
  'second-open': { label: 'Second marker open', tone: 'accent' },
  done: { label: 'Done', tone: 'success' },
}

type Props = { works: readonly WorkRow[]; base: string; scale: 'specification' | 'points' }

/** The works in sight of a list of any length. */
export function WorkTable({ works, base, scale }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: works.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => works[index]?.id ?? index,
    overscan: 12,
  })
  const height = lines.getTotalSize()
  // Set from script: a style attribute in served HTML is refused by the content security policy.
  useLayoutEffect(() => {
    sheet.current?.style.setProperty('height', `${height}px`)
  }, [height])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list has no table elements.
    <div
      role="table"
      aria-label="Works"
      aria-rowcount={works.length + 1}
      className="flex min-h-0 flex-1 flex-col border-line border-t"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: rows are not stops of the keyboard, their links are. */}
      <div
        role="row"
        className={`${grid} shrink-0 border-line border-b bg-sunken px-4 py-1.5 font-medium text-ink-muted text-xs md:px-6`}
      >
        {heads.map((head, at) => (
          // biome-ignore lint/a11y/useSemanticElements: see above.
          // biome-ignore lint/a11y/useFocusableInteractive: nothing is to be done with a heading.
          <span key={head} role="columnheader" className={at > 1 ? 'max-md:hidden' : ''}>
            {head}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <div ref={scroller} role="rowgroup" className="min-h-0 flex-1 overflow-y-auto">
        {works.length === 0 ? (
          <p className="px-6 py-8 text-center text-ink-muted">No work is like this.</p>
        ) : null}
        <div ref={sheet} role="presentation" className="relative w-full">
          {lines.getVirtualItems().map((line) => {
            const work = works[line.index] as WorkRow
            return (
              <div
                key={line.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ height: line.size, transform: `translateY(${line.start}px)` }}
              >
                <WorkLine work={work} base={base} scale={scale} index={line.index} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const heads = ['Work', 'Review', 'Checks', 'Threats', 'Findings', 'To look at', 'Result']

function WorkLine({ work, base, scale, index }: Omit<Props, 'works'> & { work: WorkRow; index: number }) {
  const { label, tone } = states[work.state]
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${grid} h-full border-line border-b px-4 hover:bg-hover md:px-6`}
    >
      <Cell>
        <Link
          href={`${base}/review/${work.id}`}
          prefetch={false}
          className="truncate rounded-sm py-1 font-medium text-accent hover:underline"
        >
          {work.label}
        </Link>
        {work.attempt > 1 ? <Badge className="ml-2">Attempt {work.attempt}</Badge> : null}
        {work.unreadable ? (
          <Badge tone="warning" className="ml-2">
            Not readable
          </Badge>
        ) : null}
      </Cell>
      <Cell>
        <Badge tone={tone}>{label}</Badge>
      </Cell>
      <Cell isWide>
        <span className="tabular text-xs">
          {work.met} met, {work.missed} not, {work.open} open
        </span>
      </Cell>
      <Cell isWide>
        <span className="tabular">{work.threats}</span>
      </Cell>
      <Cell isWide>
        <span className="tabular">{work.findings}</span>
      </Cell>
      <Cell isWide>
        <span className="tabular">{work.claims}</span>
      </Cell>
      <Cell isWide>
        {resultOf(work, scale)}
        {work.disagrees ? (
          <Badge tone="warning" className="ml-2">
            Markers differ
          </Badge>
        ) : null}
      </Cell>
    </div>
  )
}

function resultOf({ state, verdict, points }: WorkRow, scale: Props['scale']): string {
  if (state === 'open' || verdict === null || verdict === 'open') return ''
  if (scale === 'points') return `${points ?? 0} points`
  return verdict === 'meets' ? 'Meets specifications' : 'Requires changes'
}

function Cell({ isWide = false, children }: { isWide?: boolean; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span role="cell" className={`flex min-w-0 items-center ${isWide ? 'max-md:hidden' : ''}`}>
      {children}
    </span>
  )
}
