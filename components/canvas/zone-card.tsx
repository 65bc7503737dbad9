'use client'

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { PortMarks } from '@/components/canvas/port-marks'
import type { ZoneNode } from '@/components/canvas/to-zones'
import { cn } from '@/components/ui/cn'
import { severityLook, severityNames } from '@/components/ui/severity-badge'

/** A boundary from far away: its name, how much stands in it and how bad that is, large enough to read at that zoom. */
export const ZoneCard = memo(function ZoneCard({ data, selected }: NodeProps<ZoneNode>) {
  const { component, inside, open, isInnermost, ports } = data
  const counts = severityNames.filter((severity) => open[severity] > 0)
  return (
    <div
      className={cn(
        'zone-card relative h-full w-full overflow-hidden rounded-lg border-boundary bg-boundary-tint',
        isInnermost && 'bg-surface',
        selected && 'border-accent',
      )}
    >
      <PortMarks ports={ports} />
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
    </div>
  )
})
