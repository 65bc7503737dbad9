import { childrenByParent } from '@/components/canvas/edits/standing'
import { type Box, type Point, sizeOf } from '@/components/canvas/geometry'
import { findRoom } from '@/lib/layout/find-room'
import { overlaps, type Rect } from '@/lib/layout/geometry'
import { makeRoom } from '@/lib/layout/make-room'
import { BOUNDARY_HEADER, BOUNDARY_PADDING, CARD_HEIGHT, CARD_WIDTH, ROW_GAP } from '@/lib/layout/sizes'
import type { EditOf } from '@/lib/model/change'
import type { Placement } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'

export type Placements = Readonly<Record<string, Placement>>

/** Where components of a view stand; nothing for a view that does not exist. */
export function placementsOf(model: ThreatModel, viewId: string): Placements {
  return entryOf(model.views, viewId)?.placements ?? {}
}

/** The edits that bring a view from its present placements to these. Those that are not named stay. */
export function placeEditsFor(
  model: ThreatModel,
  viewId: string,
  wanted: ReadonlyMap<string, Placement>,
): EditOf<'place'>[] {
  const present = placementsOf(model, viewId)
  return [...wanted].flatMap(([componentId, placement]) => {
    const was = entryOf(present, componentId) ?? null
    const value = rounded(placement)
    return isSame(was, value) ? [] : [{ type: 'place', viewId, componentId, value, was } as const]
  })
}

function rounded({ x, y, width, height }: Placement): Placement {
  return {
    x: Math.round(x),
    y: Math.round(y),
    ...(width !== undefined && { width: Math.round(width) }),
    ...(height !== undefined && { height: Math.round(height) }),
  }
}

/**
 * Placements of components that have none in this view, or are to be placed anew: in free room of what they stand in,
 * which grows where there is none; only then do its neighbours give way. `model` already holds new components.
 */
export function placeInFreeRoom(
  model: ThreatModel,
  viewId: string,
  fresh: Iterable<string>,
  sizeOfNew: (id: string) => { width: number; height: number },
): Map<string, Placement> {
  const children = childrenByParent(model)
  const wanted = new Map<string, Placement>()
  const present = placementsOf(model, viewId)
  const anew = new Set(fresh)
  const at = (id: string) => wanted.get(id) ?? (anew.has(id) ? undefined : entryOf(present, id))
  const rectOf = (id: string): Rect | undefined => {
    const placement = at(id)
    return (
      placement && { x: placement.x, y: placement.y, ...sizeOf(placement, children.has(id) || anew.has(id)) }
    )
  }
  const siblingsOf = (id: string) => children.get(entryOf(model.components, id)?.parentId) ?? []
  for (const id of anew) {
    const before = entryOf(present, id)
    const size = before ? sizeOf(before, children.has(id) || before.width !== undefined) : sizeOfNew(id)
    const parentId = entryOf(model.components, id)?.parentId
    const around = parentId === undefined ? undefined : rectOf(parentId)
    const others = siblingsOf(id).flatMap((other) => (other === id ? [] : (rectOf(other) ?? [])))
    const inside = around && {
      x: BOUNDARY_PADDING,
      y: BOUNDARY_PADDING + BOUNDARY_HEADER,
      width: around.width - 2 * BOUNDARY_PADDING,
      height: around.height - 2 * BOUNDARY_PADDING - BOUNDARY_HEADER,
    }
    const start = inside ?? { x: 0, y: 0 }
    const spot = others.length === 0 ? { x: start.x, y: start.y } : findRoom(others, size, ROW_GAP, inside)
    const isSized = before?.width !== undefined || size.width !== CARD_WIDTH || size.height !== CARD_HEIGHT
    wanted.set(id, { ...spot, ...(isSized && size) })
    makeWay(parentId)
  }
  return wanted

  /** Grows a component around what stands in it, moves its neighbours out of its way, and so on outwards. */
  function makeWay(id: string | undefined): void {
    const own = id === undefined ? undefined : rectOf(id)
    if (id === undefined || !own) return
    const inner = (children.get(id) ?? []).flatMap((child) => rectOf(child) ?? [])
    const size = {
      width: Math.max(own.width, ...inner.map((rect) => rect.x + rect.width + BOUNDARY_PADDING)),
      height: Math.max(own.height, ...inner.map((rect) => rect.y + rect.height + BOUNDARY_PADDING)),
    }
    if (size.width === own.width && size.height === own.height) return
    const siblings = siblingsOf(id).flatMap((other) => {
      const rect = rectOf(other)
      return rect ? [{ id: other, rect, size: other === id ? size : rect }] : []
    })
    for (const [other, rect] of makeRoom(siblings)) {
      const placement = at(other)
      if (!placement) continue
      const moved = { ...placement, x: rect.x, y: rect.y, ...(other === id && size) }
      if (!isSame(moved, placement)) wanted.set(other, moved)
    }
    makeWay(entryOf(model.components, id)?.parentId)
  }
}

/** The free spot nearest to a wanted top left corner, clear of all boxes. */
export function nearestFree(
  boxes: readonly Box[],
  size: { width: number; height: number },
  wanted: Point,
): Point {
  const step = { x: size.width + ROW_GAP, y: size.height + ROW_GAP }
  const isFree = (at: Point) => !boxes.some((box) => overlaps({ ...at, ...size }, box, ROW_GAP / 2))
  for (let ring = 0; ring < 30; ring++) {
    for (const [across, down] of ringOf(ring)) {
      const at = { x: wanted.x + (across * step.x) / 2, y: wanted.y + (down * step.y) / 2 }
      if (isFree(at)) return at
    }
  }
  return wanted
}

/** Steps around the middle at a distance, those closest to it first. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]]
  const cells: [number, number][] = []
  for (let a = -ring; a <= ring; a++) {
    cells.push([a, ring], [a, -ring])
    if (Math.abs(a) !== ring) cells.push([ring, a], [-ring, a])
  }
  return cells.sort((a, b) => a[0] ** 2 + a[1] ** 2 - (b[0] ** 2 + b[1] ** 2) || b[1] - a[1] || b[0] - a[0])
}

/** The room in which something may stand inside a box, below its label. */
export const INNER = {
  left: BOUNDARY_PADDING / 2,
  top: BOUNDARY_HEADER + BOUNDARY_PADDING / 2,
  right: BOUNDARY_PADDING,
  bottom: BOUNDARY_PADDING,
}

/**
 * Makes a drop neat: nothing stands over the label or beyond the left or top edge of what it is in, and whatever is
 * around grows to the right and downwards until it holds it. Gives the placements that differ.
 */
export function settleInParents(
  model: ThreatModel,
  viewId: string,
  dropped: ReadonlyMap<string, Placement>,
): Map<string, Placement> {
  const present = placementsOf(model, viewId)
  const result = new Map(dropped)
  const at = (id: string) => result.get(id) ?? entryOf(present, id)
  const hasChildren = new Set(Object.values(model.components).map(({ parentId }) => parentId))
  for (const [id, placement] of dropped) {
    const component = entryOf(model.components, id)
    let inner = { ...placement, ...sizeOf(placement, hasChildren.has(id) || placement.width !== undefined) }
    let parentId = component?.parentId
    const seen = new Set<string>()
    let isFirst = true
    while (parentId !== undefined && !seen.has(parentId)) {
      seen.add(parentId)
      const parent = at(parentId)
      if (!parent) break
      if (isFirst) {
        inner = { ...inner, x: Math.max(inner.x, INNER.left), y: Math.max(inner.y, INNER.top) }
        result.set(id, { ...placement, x: inner.x, y: inner.y })
      }
      const size = sizeOf(parent, true)
      const width = Math.max(size.width, inner.x + inner.width + INNER.right)
      const height = Math.max(size.height, inner.y + inner.height + INNER.bottom)
      if (width === size.width && height === size.height) break
      const grown = { ...parent, width, height }
      result.set(parentId, grown)
      inner = grown
      isFirst = false
      parentId = entryOf(model.components, parentId)?.parentId
    }
  }
  return result
}
