import type { Point, Rect } from '@/lib/layout/geometry'
import type { Scene, SceneFlow, SceneNode } from '@/lib/markup/scene'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** A cubic curve from border to border, and the sides it starts and ends at. */
export type Route = { flow: SceneFlow; points: [Point, Point, Point, Point]; start: Side; end: Side }

/** Room between two cards beside each other below which a flow runs from top to bottom instead. */
const MIN_BESIDE = 24

/** Draws a curve for each flow. Flows at one side of a card leave it apart, in the order of where they go. */
export function routeFlows(scene: Scene): Route[] {
  const ends = scene.flows.map((flow) => ({ flow, ...sidesOf(flow) }))
  const ports = new Map<string, { flow: SceneFlow; at: number }[]>()
  for (const { flow, start, end } of ends) {
    addPort(ports, flow.from, start, flow, flow.to)
    if (flow.from !== flow.to) addPort(ports, flow.to, end, flow, flow.from)
  }
  const places = new Map<string, number>()
  for (const [key, list] of ports) {
    list.sort((a, b) => a.at - b.at || (a.flow.flow.id < b.flow.flow.id ? -1 : 1))
    for (const [index, { flow }] of list.entries())
      places.set(`${key} ${flow.flow.id}`, (index + 1) / (list.length + 1))
  }
  return ends.map(({ flow, start, end }) => {
    if (flow.from === flow.to) return loop(flow)
    const from = pointAt(
      flow.from,
      start,
      places.get(`${portKey(flow.from, start)} ${flow.flow.id}`) ?? 0.5,
      flow.to,
    )
    const to = pointAt(flow.to, end, places.get(`${portKey(flow.to, end)} ${flow.flow.id}`) ?? 0.5, flow.from)
    const reach = Math.max(28, Math.min(140, Math.hypot(to.x - from.x, to.y - from.y) / 2.4))
    return { flow, start, end, points: [from, away(from, start, reach), away(to, end, reach), to] }
  })
}

function addPort(
  ports: Map<string, { flow: SceneFlow; at: number }[]>,
  node: SceneNode,
  side: Side,
  flow: SceneFlow,
  other: SceneNode,
): void {
  const key = portKey(node, side)
  const isUpright = side === 'left' || side === 'right'
  const at = isUpright ? other.rect.y + other.rect.height / 2 : other.rect.x + other.rect.width / 2
  const list = ports.get(key)
  if (list) list.push({ flow, at })
  else ports.set(key, [{ flow, at }])
}

function portKey(node: SceneNode, side: Side): string {
  return `${node.component.id} ${side}`
}

function sidesOf({ from, to }: SceneFlow): { start: Side; end: Side } {
  const a = from.rect
  const b = to.rect
  // A flow between a box and something inside it runs on the inside.
  if (to.above.includes(from.component.id)) return { start: 'left', end: 'left' }
  if (from.above.includes(to.component.id)) return { start: 'right', end: 'right' }
  if (b.x >= a.x + a.width + MIN_BESIDE) return { start: 'right', end: 'left' }
  if (a.x >= b.x + b.width + MIN_BESIDE) return { start: 'left', end: 'right' }
  return b.y >= a.y ? { start: 'bottom', end: 'top' } : { start: 'top', end: 'bottom' }
}

/** The point of a side at a share of its length; on a large box, at the height of the other end instead. */
function pointAt(node: SceneNode, side: Side, share: number, other: SceneNode): Point {
  const { rect, isBox } = node
  const along = (start: number, length: number, wanted: number) =>
    isBox
      ? Math.min(start + length - 12, Math.max(start + 12, wanted))
      : start + length * (0.15 + 0.7 * share)
  const y = along(rect.y, rect.height, other.rect.y + other.rect.height * (0.25 + 0.5 * share))
  const x = along(rect.x, rect.width, other.rect.x + other.rect.width * (0.25 + 0.5 * share))
  if (side === 'left') return { x: rect.x, y }
  if (side === 'right') return { x: rect.x + rect.width, y }
  return side === 'top' ? { x, y: rect.y } : { x, y: rect.y + rect.height }
}

function away({ x, y }: Point, side: Side, by: number): Point {
  if (side === 'left') return { x: x - by, y }
  if (side === 'right') return { x: x + by, y }
  return side === 'top' ? { x, y: y - by } : { x, y: y + by }
}

function loop(flow: SceneFlow): Route {
  const { x, y, width }: Rect = flow.from.rect
  const from = { x: x + width - 40, y }
  const to = { x: x + width - 14, y }
  return { flow, start: 'top', end: 'top', points: [from, away(from, 'top', 40), away(to, 'top', 40), to] }
}

/** The point of a curve at a share of its way. */
export function pointOn({ points: [a, b, c, d] }: Route, t: number): Point {
  const s = 1 - t
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) }
}
