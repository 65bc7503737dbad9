import { type Box, holds, type Point } from '@/components/canvas/geometry'
import type { Side } from '@/components/canvas/ports'

/** A flow's line: one cubic curve that leaves and arrives at right angles to the sides it touches. */
export type Curve = { from: Point; out: Point; in: Point; to: Point }

const outward: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** The curve between two points on sides. The farther apart they are, the wider it swings. */
export function curveBetween(from: Point, fromSide: Side, to: Point, toSide: Side): Curve {
  const along =
    fromSide === 'left' || fromSide === 'right' ? Math.abs(to.x - from.x) : Math.abs(to.y - from.y)
  const reach = Math.min(180, Math.max(28, along / 2))
  // Equal sides: one end stands inside the other, and the line starts from the inner side of the outer one's edge.
  const [leaving, arriving] = fromSide === toSide ? (['right', 'left'] as const) : [fromSide, toSide]
  return { from, out: ahead(from, leaving, reach), in: ahead(to, arriving, reach), to }
}

function ahead(point: Point, side: Side, reach: number): Point {
  return { x: point.x + outward[side].x * reach, y: point.y + outward[side].y * reach }
}

/** The curve as the `d` of an SVG path. */
export function curvePath({ from, out, in: into, to }: Curve): string {
  return `M${at(from)} C${at(out)} ${at(into)} ${at(to)}`
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The point at `t`, 0 at the start and 1 at the end. */
export function pointAt({ from, out, in: into, to }: Curve, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return {
    x: a * from.x + b * out.x + c * into.x + d * to.x,
    y: a * from.y + b * out.y + c * into.y + d * to.y,
  }
}

export type Gate = Point & { zoneId: string; direction: 'leaves' | 'enters'; angle: number }

export type CrossingAt = { zoneId: string; direction: 'leaves' | 'enters'; box?: Box }

const SAMPLES = 32

/**
 * Where a flow passes the boundaries it crosses. What it crosses is what the model says; this only finds the spot: where
 * the line meets the boundary's edge, or close to the end that is in the boundary when it is not drawn around that end.
 */
export function gatesOn(curve: Curve, crossings: readonly CrossingAt[]): Gate[] {
  let unplaced = 0
  return crossings.map(({ zoneId, direction, box }) => {
    const t = box ? meeting(curve, box, direction) : undefined
    const place =
      t ?? (direction === 'leaves' ? 0.08 : 0.92) + (direction === 'leaves' ? 1 : -1) * 0.05 * unplaced++
    return { zoneId, direction, ...pointAt(curve, place), angle: angleAt(curve, place) }
  })
}

/** Where the curve last leaves, or first enters, the box; undefined when it does not pass its edge that way. */
function meeting(curve: Curve, box: Box, direction: 'leaves' | 'enters'): number | undefined {
  const isInside = (t: number) => holds(box, pointAt(curve, t))
  for (let i = 1; i <= SAMPLES; i++) {
    const [a, b] = [(i - 1) / SAMPLES, i / SAMPLES]
    const before = isInside(a)
    if (before === isInside(b)) continue
    if (before === (direction === 'leaves')) return narrow(a, b, (t) => isInside(t) === before)
  }
  return undefined
}

function narrow(start: number, end: number, isBefore: (t: number) => boolean): number {
  let [a, b] = [start, end]
  for (let i = 0; i < 6; i++) {
    const middle = (a + b) / 2
    if (isBefore(middle)) a = middle
    else b = middle
  }
  return (a + b) / 2
}

function angleAt(curve: Curve, t: number): number {
  const a = pointAt(curve, Math.max(0, t - 0.01))
  const b = pointAt(curve, Math.min(1, t + 0.01))
  return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
}
