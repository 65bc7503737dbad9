'use client'

import type { NodeProps } from '@xyflow/react'
import { memo, use } from 'react'
import { CardLetters } from '@/components/canvas/card-letters'
import { DetailContext, FarContext } from '@/components/canvas/detail-context'
import { EdgeWords } from '@/components/canvas/edge-words'
import { NameInput } from '@/components/canvas/name-input'
import { PortMarks } from '@/components/canvas/port-marks'
import type { BoundaryNode } from '@/components/canvas/to-flow'
import { TypeIcon } from '@/components/canvas/type-icon'
import { worstOpen } from '@/components/canvas/worst-open'
import { cn } from '@/components/ui/cn'
import { severityLook } from '@/components/ui/severity-badge'

/**
 * A trust boundary: tinted, dashed, its name on a tab at the top left. The tint lies over that of the boundary around
 * it, so that what is deeper is darker. Only the tab takes the pointer: elsewhere one drags the drawing.
 */
export const Boundary = memo(function Boundary({
  data,
  selected,
  parentId,
  width = 0,
}: NodeProps<BoundaryNode>) {
  const { component, type, rows, ports } = data
  const detail = use(DetailContext)
  const far = use(FarContext)
  const worst = worstOpen(rows)
  return (
    <div
      className={cn(
        'relative h-full w-full rounded-lg border border-dashed bg-boundary-tint',
        detail === 'full' ? '' : 'far-line',
        selected ? 'border-accent outline-2 outline-accent' : 'border-boundary',
      )}
    >
      <PortMarks ports={ports} />
      {detail === 'zones' || detail === 'boxes' ? (
        <EdgeWords width={width} far={far} isOutermost={parentId === undefined}>
          <span className="truncate font-medium">{component.name}</span>
        </EdgeWords>
      ) : (
        <div
          className={cn(
            'boundary-tab pointer-events-auto absolute top-0 left-0 flex max-w-full items-center gap-1.5 overflow-hidden rounded-tl-lg rounded-br-lg border-boundary border-r border-b border-dashed bg-surface pr-2 pl-2.5',
            detail === 'full' ? 'h-7' : 'h-11',
          )}
        >
          {worst ? <span className={cn('absolute inset-y-0 left-0 w-1', severityLook[worst].fill)} /> : null}
          {detail === 'full' ? (
            <>
              <TypeIcon type={type} className="size-3.5 shrink-0 text-boundary" />
              {data.isRenaming ? (
                <NameInput elementId={component.id} className="w-48 font-medium text-xs" />
              ) : (
                <>
                  <span className="min-w-0 truncate font-medium text-ink text-xs">{component.name}</span>
                  <span className="min-w-0 shrink-[99] truncate text-2xs text-ink-faint">
                    {type?.label ?? component.type}
                  </span>
                  <CardLetters rows={rows} />
                </>
              )}
            </>
          ) : (
            <span className="far-name min-w-0 truncate font-semibold text-boundary">{component.name}</span>
          )}
        </div>
      )}
    </div>
  )
})
