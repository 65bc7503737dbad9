'use client'

import type { NodeProps } from '@xyflow/react'
import { memo, use } from 'react'
import { FarContext } from '@/components/canvas/detail-context'
import { PortMarks } from '@/components/canvas/port-marks'
import type { ZoneNode } from '@/components/canvas/to-zones'
import { cn } from '@/components/ui/cn'
import { severityLook, severityNames } from '@/components/ui/severity-badge'

/** Screen pixels below which nothing in a card could be read. */
const READABLE_WIDTH = 64

/**
 * A boundary from far away: its name, how much stands in it and how bad that is, large enough to read at that zoom. Where
 * there is no room for words, its colour is that of the worst open threat.
 */
export const ZoneCard = memo(function ZoneCard({ data, selected, width = 0 }: NodeProps<ZoneNode>) {
  const { component, inside, open, isInnermost, ports } = data
  const far = use(FarContext)
  const counts = severityNames.filter((severity) => open[severity] > 0)
  const [worst] = counts
  const isReadable = width / far >= READABLE_WIDTH
  return (
    <div
      className={cn(
        'zone-card relative h-full w-full overflow-hidden',
        isInnermost ? (worst && !isReadable ? severityLook[worst].tint : 'bg-surface') : 'bg-boundary-tint',
        selected ? 'border-accent' : worst && isInnermost ? severityLook[worst].line : 'border-boundary',
      )}
    >
      <PortMarks ports={ports} />
      {isReadable ? (
        <div className="zone-card-words flex flex-col">
          <span className="truncate font-medium text-ink">{component.name}</span>
          <span className="flex flex-wrap gap-x-[0.6em] text-ink-muted">
            <span>{inside}</span>
            {counts.slice(0, 2).map((severity) => {
              const { icon: Icon, text } = severityLook[severity]
              return (
                <span key={severity} className={cn('inline-flex items-center font-medium', text)}>
                  <Icon className="size-[1em]" strokeWidth={2.5} />
                  {open[severity]}
                </span>
              )
            })}
          </span>
        </div>
      ) : null}
    </div>
  )
})
