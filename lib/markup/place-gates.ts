import type { Point, Rect } from '@/lib/layout/geometry'
import { pointOn, type Route } from '@/lib/markup/route-flows'
import type { Scene } from '@/lib/markup/scene'

/** A gate where a flow passes a boundary: two bars across the flow, whose direction is a unit vector. */
export type Gate = { at: Point; direction: Point; zoneId: string }

const STEPS = 40

/**
 * A gate for each boundary that the flow crosses: on the boundary's line where the curve passes it, otherwise (a second
 * network, drawn elsewhere) near the end that is in that boundary.
 */
export function placeGates(route: Route, scene: Scene): Gate[] {
  let atStart = 0
  let atEnd = 0
  return route.flow.crossings.map(({ zoneId, direction }) => {
    const zone = scene.byId.get(zoneId)
    const passed = zone?.isBox ? passing(route, zone.rect) : undefined
    const t = passed ?? (direction === 'leaves' ? 0.08 + 0.06 * atStart++ : 0.9 - 0.06 * atEnd++)
    return { at: pointOn(route, t), direction: heading(route, t), zoneId }
  })
}

/** The first share of the way at which the curve passes the rectangle's line. */
function passing(route: Route, rect: Rect): number | undefined {
  const isIn = ({ x, y }: Point) =>
    x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
  const start = isIn(pointOn(route, 0))
  for (let step = 1; step <= STEPS; step += 1) {
    if (isIn(pointOn(route, step / STEPS)) === start) continue
    let [before, after] = [(step - 1) / STEPS, step / STEPS]
    for (let round = 0; round < 6; round += 1) {
      const middle = (before + after) / 2
      if (isIn(pointOn(route, middle)) === start) before = middle
      else after = middle
    }
    return after
  }
  return undefined
}

function heading(route: Route, t: number): Point {
  const a = pointOn(route, Math.max(0, t - 0.02))
  const b = pointOn(route, Math.min(1, t + 0.02))
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
}
