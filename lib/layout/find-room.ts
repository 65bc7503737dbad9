import { cost, overlaps, type Point, type Rect, type Size } from '@/lib/layout/geometry'

/** With more obstacles than this, looking into every corner takes too long: the block stands beside them. */
const MAX_CORNERS = 120

/**
 * A corner where the block stands clear of all obstacles by `gap`: inside the bounds where there is one, topmost and then
 * leftmost; otherwise below or right of everything, whichever keeps the better shape.
 * @param inside the room within the parent; without it, the room that the obstacles span.
 */
export function findRoom(obstacles: readonly Rect[], block: Size, gap: number, inside?: Rect): Point {
  const start: Point = inside ?? {
    x: Math.min(...obstacles.map((rect) => rect.x)),
    y: Math.min(...obstacles.map((rect) => rect.y)),
  }
  if (obstacles.length === 0) return { x: start.x, y: start.y }
  const right = Math.max(...obstacles.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...obstacles.map((rect) => rect.y + rect.height))
  const bounds = inside ?? { ...start, width: right - start.x, height: bottom - start.y }
  const free = obstacles.length > MAX_CORNERS ? undefined : freeCorner(obstacles, block, gap, bounds)
  if (free) return free
  const below = { x: start.x, y: bottom + gap }
  const beside = { x: right + gap, y: start.y }
  const sizeWith = (at: Point) => ({
    width: Math.max(right, at.x + block.width) - start.x,
    height: Math.max(bottom, at.y + block.height) - start.y,
  })
  return cost(sizeWith(below)) <= cost(sizeWith(beside)) ? below : beside
}

function freeCorner(obstacles: readonly Rect[], block: Size, gap: number, bounds: Rect): Point | undefined {
  const xs = sorted([bounds.x, ...obstacles.map((rect) => rect.x + rect.width + gap)])
  const ys = sorted([bounds.y, ...obstacles.map((rect) => rect.y + rect.height + gap)])
  for (const y of ys) {
    if (y + block.height > bounds.y + bounds.height) break
    for (const x of xs) {
      if (x + block.width > bounds.x + bounds.width) break
      const rect = { x, y, width: block.width, height: block.height }
      if (!obstacles.some((obstacle) => overlaps(rect, obstacle, gap))) return { x, y }
    }
  }
  return undefined
}

function sorted(values: number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}
