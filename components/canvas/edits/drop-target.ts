import { ancestorsOf } from '@/components/canvas/drawing'
import { isBoundaryType, mayHoldAnything, mayStandIn } from '@/components/canvas/edits/standing'
import { type Box, holds, type Point } from '@/components/canvas/geometry'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

type Input = {
  model: ThreatModel
  catalogue: Catalogue
  boxes: ReadonlyMap<string, Box>
  /** What is dragged: neither it nor what stands in it is a target. */
  moving: ReadonlySet<string>
  /** The type of what is dropped. */
  type: string
}

/**
 * What lies under a point of the drawing to stand in: the innermost boundary, whether the type may stand there or not,
 * or another component that may hold it.
 */
export function targetAt({ model, catalogue, boxes, moving, type }: Input, point: Point): string | undefined {
  let found: { id: string; area: number } | undefined
  for (const [id, box] of boxes) {
    if (!holds(box, point) || moving.has(id)) continue
    const area = box.width * box.height
    if (found && found.area <= area) continue
    const own = entryOf(model.components, id)?.type
    if (own === undefined) continue
    const isTarget =
      isBoundaryType(catalogue, own) || (mayHoldAnything(catalogue, own) && mayStandIn(catalogue, type, own))
    if (!isTarget || [...ancestorsOf(model, id)].some((outer) => moving.has(outer))) continue
    found = { id, area }
  }
  return found?.id
}
