import { type Box, centreOf, surrounds } from '@/components/canvas/geometry'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Where a flow meets a component: a point on one side, relative to the component's top left corner. */
export type Port = { id: string; end: 'source' | 'target'; side: Side; x: number; y: number }

export type End = { flowId: string; from: string; to: string }

type Seat = { flowId: string; end: Port['end']; side: Side; order: number }

/**
 * Gives every flow its own point on the side of each component that faces the other end, in the order of the other ends,
 * so that flows leave side by side instead of on top of each other and cross less.
 */
export function assignPorts(flows: readonly End[], boxes: ReadonlyMap<string, Box>): Map<string, Port[]> {
  const seats = new Map<string, Seat[]>()
  const seat = (id: string, entry: Seat) => {
    const list = seats.get(id)
    if (list) list.push(entry)
    else seats.set(id, [entry])
  }
  for (const { flowId, from, to } of flows) {
    const source = boxes.get(from)
    const target = boxes.get(to)
    if (!source || !target) continue
    const sides = facingSides(source, target)
    seat(from, { flowId, end: 'source', side: sides.source, order: orderAlong(sides.source, target) })
    seat(to, { flowId, end: 'target', side: sides.target, order: orderAlong(sides.target, source) })
  }
  const ports = new Map<string, Port[]>()
  for (const [id, list] of seats) ports.set(id, spread(list, boxes.get(id) as Box))
  return ports
}

/** The sides that face each other; left and right are preferred, because drawings run from left to right. */
export function facingSides(source: Box, target: Box): { source: Side; target: Side } {
  const [from, to] = [centreOf(source), centreOf(target)]
  if (surrounds(source, target)) return { source: 'left', target: 'left' }
  if (surrounds(target, source)) return { source: 'right', target: 'right' }
  const isApart = source.x + source.width < target.x || target.x + target.width < source.x
  if (isApart) {
    return from.x < to.x ? { source: 'right', target: 'left' } : { source: 'left', target: 'right' }
  }
  return from.y < to.y ? { source: 'bottom', target: 'top' } : { source: 'top', target: 'bottom' }
}

function orderAlong(side: Side, other: Box): number {
  const centre = centreOf(other)
  return side === 'left' || side === 'right' ? centre.y : centre.x
}

function spread(seats: readonly Seat[], box: Box): Port[] {
  return (['left', 'right', 'top', 'bottom'] as const).flatMap((side) => {
    const row = seats.filter((seat) => seat.side === side)
    row.sort((a, b) => a.order - b.order || (a.flowId < b.flowId ? -1 : a.flowId > b.flowId ? 1 : 0))
    return row.map(({ flowId, end }, index): Port => {
      const share = (index + 1) / (row.length + 1)
      return { id: portId(flowId, end), end, side, ...pointOn(side, box, share) }
    })
  })
}

function pointOn(side: Side, { width, height }: Box, share: number): { x: number; y: number } {
  switch (side) {
    case 'left':
      return { x: 0, y: Math.round(height * share) }
    case 'right':
      return { x: width, y: Math.round(height * share) }
    case 'top':
      return { x: Math.round(width * share), y: 0 }
    case 'bottom':
      return { x: Math.round(width * share), y: height }
  }
}

/** The id of the port of a flow's end. */
export function portId(flowId: string, end: Port['end']): string {
  return `${end}|${flowId}`
}
