'use client'

import type { NodeProps } from '@xyflow/react'
import { memo, use } from 'react'
import { FarContext } from '@/components/canvas/detail-context'
import { EdgeWords, READABLE_WIDTH } from '@/components/canvas/edge-words'
import { PortMarks } from '@/components/canvas/port-marks'
import type { ZoneNode } from '@/components/canvas/to-zones'
import { cn } from '@/components/ui/cn'
import { severityLook, severityNames } from '@/components/ui/severity-badge'
import { formatCount } from '@/lib/model/format-count'

/** Screen pixels of a card below which nothing in it could be read, and below which there is room for its name only. */
const READABLE_HEIGHT = 28
const COUNTS_HEIGHT = 46

/**
 * A boundary from far away: its name, how much stands in it and how bad that is, large enough to read at that zoom. Where
 * there is no room for words, its colour is that of the worst open threat.
 */
export const ZoneCard = memo(function ZoneCard({
  data,
  selected,
  parentId,
  width = 0,
  height = 0,
}: NodeProps<ZoneNode>) {
  const { component, inside, open, isInnermost, ports } = data
  const far = use(FarContext)
  const [worst] = severityNames.filter((severity) => open[severity] > 0)
  const isReadable = width / far >= READABLE_WIDTH && height / far >= READABLE_HEIGHT
  const name = <span className="truncate font-medium text-ink">{component.name}</span>
  const counts = <Counts inside={inside} open={open} />
  return (
    <div
      className={cn(
        'zone-card relative h-full w-full',
        isInnermost ? (worst && !isReadable ? severityLook[worst].tint : 'bg-surface') : 'bg-boundary-tint',
        selected ? 'border-accent' : worst && isInnermost ? severityLook[worst].line : 'border-boundary',
      )}
    >
      <PortMarks ports={ports} />
      {isInnermost ? (
        isReadable && (
          <div className="zone-card-words flex h-full flex-col overflow-hidden">
            {name}
            {height / far >= COUNTS_HEIGHT ? counts : null}
          </div>
        )
      ) : (
        <EdgeWords width={width} far={far} isOutermost={parentId === undefined}>
          {name}
          {counts}
        </EdgeWords>
      )}
    </div>
  )
})

function Counts({ inside, open }: Pick<ZoneNode['data'], 'inside' | 'open'>) {
  return (
    <span className="flex flex-wrap gap-x-[0.6em] text-ink-muted">
      <span>{formatCount(inside)}</span>
      {severityNames
        .filter((severity) => open[severity] > 0)
        .slice(0, 2)
        .map((severity) => {
          const { icon: Icon, text } = severityLook[severity]
          return (
            <span key={severity} className={cn('inline-flex items-center font-medium', text)}>
              <Icon className="size-[1em]" strokeWidth={2.5} />
              {formatCount(open[severity])}
            </span>
          )
        })}
    </span>
  )
}
