import { targetAt } from '@/components/canvas/edits/drop-target'
import { type Drop, moveInto, whyNotNest } from '@/components/canvas/edits/nest'
import { outermost } from '@/components/canvas/edits/standing'
import { type Box, centreOf, type Point } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

export type DragInput = {
  model: ThreatModel
  catalogue: Catalogue
  viewId: string
  boxes: ReadonlyMap<string, Box>
  /** Absolute top left corners of what is dragged, as they are now. */
  corners: ReadonlyMap<string, Point>
  /** What the pointer holds, and where the pointer is on the drawing. */
  grabbed: string | undefined
  pointer: Point
}

export type Landing = {
  drops: ReadonlyMap<string, Drop>
  /** What holds the pointer's own, when that is not what held it before. */
  targetId: string | undefined
  problem: string | undefined
}

/**
 * Where a drag would end. What the pointer holds goes into what lies under the pointer; whatever is dragged along goes
 * into what lies under its own middle. Over the same thing as before nothing changes its standing: also what is drawn
 * over a boundary without being in it can be moved there.
 */
export function landing(input: DragInput): Landing {
  const { model, catalogue, boxes, corners, grabbed, pointer } = input
  const moving = new Set(corners.keys())
  const drops = new Map<string, Drop>()
  let targetId: string | undefined
  let problem: string | undefined
  for (const id of outermost(model, corners.keys())) {
    const component = entryOf(model.components, id)
    const box = boxes.get(id)
    const corner = corners.get(id)
    if (!component || !box || !corner) continue
    const now = { ...box, ...corner }
    const middle = centreOf(now)
    const offset = { x: corner.x - box.x, y: corner.y - box.y }
    const point = id === grabbed ? pointer : middle
    const of = { model, catalogue, boxes, moving, type: component.type }
    const target = targetAt(of, point)
    const before = targetAt(of, { x: point.x - offset.x, y: point.y - offset.y })
    const parentId = target === before ? component.parentId : target
    drops.set(id, { corner, parentId })
    if (parentId === component.parentId) continue
    const reason = whyNotNest(model, catalogue, [id], parentId)
    if (id === grabbed || targetId === undefined) targetId = parentId
    problem ??= reason
  }
  return { drops, targetId, problem }
}

/** The edits of a drop; none when it may not be. */
export function dropEdits(input: DragInput, { drops }: Landing): Edit[] {
  const { model, catalogue, viewId, boxes } = input
  return moveInto({ model, catalogue, viewId, boxes, drops })
}
