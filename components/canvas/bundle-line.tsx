'use client'

import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { curveBetween, curvePath } from '@/components/canvas/flow-path'
import type { Side } from '@/components/canvas/ports'
import type { BundleEdge } from '@/components/canvas/to-zones'

/** All flows between two boundaries, from far away: the more there are, the thicker. */
export const BundleLine = memo(function BundleLine(props: EdgeProps<BundleEdge>) {
  const curve = curveBetween(
    { x: props.sourceX, y: props.sourceY },
    props.sourcePosition as Side,
    { x: props.targetX, y: props.targetY },
    props.targetPosition as Side,
  )
  const width = Math.min(4, 1 + Math.log2(props.data?.count ?? 1) / 2)
  return (
    <path
      d={curvePath(curve)}
      className="flow-line"
      vectorEffect="non-scaling-stroke"
      strokeWidth={width}
      style={{ strokeWidth: width }}
    />
  )
})
