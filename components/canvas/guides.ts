import type { Box } from '@/components/canvas/geometry'

/** A line that shows what is in line with what: from one point to another, upright or level. */
export type Guide = { axis: 'x' | 'y'; at: number; from: number; to: number }

export type Snapped = { dx: number; dy: number; guides: readonly Guide[] }

type Axis = 'x' | 'y'
const sizeKey = { x: 'width', y: 'height' } as const
const across = { x: 'y', y: 'x' } as const

/**
 * How far to move a box so that an edge or its middle is in line with that of another one close by.
 * @param reach how far it may jump, in pixels of the drawing.
 */
export function snapTo(box: Box, others: readonly Box[], reach: number): Snapped {
  const x = nearest(box, others, 'x', reach)
  const y = nearest(box, others, 'y', reach)
  const moved = { ...box, x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) }
  const guides = [x && guideOf(moved, x, 'x'), y && guideOf(moved, y, 'y')]
  return { dx: x?.by ?? 0, dy: y?.by ?? 0, guides: guides.filter((guide) => guide !== undefined) }
}

type Found = { by: number; at: number; other: Box }

function anchors(box: Box, axis: Axis): number[] {
  const size = box[sizeKey[axis]]
  return [box[axis], box[axis] + size / 2, box[axis] + size]
}

function nearest(box: Box, others: readonly Box[], axis: Axis, reach: number): Found | undefined {
  const own = anchors(box, axis)
  let best: Found | undefined
  let distance = reach
  for (const other of others) {
    for (const at of anchors(other, axis)) {
      for (const from of own) {
        const by = at - from
        if (Math.abs(by) > distance || (best && Math.abs(by) === distance)) continue
        best = { by, at, other }
        distance = Math.abs(by)
      }
    }
  }
  return best
}

function guideOf(box: Box, { at, other }: Found, axis: Axis): Guide {
  const along = across[axis]
  const size = sizeKey[along]
  return {
    axis,
    at,
    from: Math.min(box[along], other[along]),
    to: Math.max(box[along] + box[size], other[along] + other[size]),
  }
}
