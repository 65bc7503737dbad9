import type { Flow } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

/** A boundary that a flow passes, seen in the direction of the flow. */
export type Crossing = { zoneId: string; direction: 'leaves' | 'enters' }

/**
 * Every trust boundary a component is in: its own, those of its boundaries, and those of what it stands inside of.
 * Membership is what `zoneIds` says, never geometry: a container on two networks is in both.
 */
export function zonesOf(model: ThreatModel, componentId: string): ReadonlySet<string> {
  const zones = new Set<string>()
  const seen = new Set<string>()
  const queue = [componentId]
  while (queue.length > 0) {
    const id = queue.pop() as string
    if (seen.has(id)) continue
    seen.add(id)
    const component = entryOf(model.components, id)
    if (!component) continue
    for (const zoneId of component.zoneIds) zones.add(zoneId)
    queue.push(...containersOf(component))
  }
  return zones
}

/** The boundaries a flow passes: zones of one end that the other is not in. Leaving comes before entering, each in id order. */
export function crossingsOf(model: ThreatModel, flow: Flow): Crossing[] {
  return crossingsBetween(zonesOf(model, flow.from), zonesOf(model, flow.to), flow)
}

/** The same from zones already at hand. A flow to or from a boundary itself does not cross that boundary. */
export function crossingsBetween(
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
  ends: { from: string; to: string },
): Crossing[] {
  const isEnd = (zoneId: string) => zoneId === ends.from || zoneId === ends.to
  const leaves = [...from].filter((zoneId) => !to.has(zoneId) && !isEnd(zoneId)).sort()
  const enters = [...to].filter((zoneId) => !from.has(zoneId) && !isEnd(zoneId)).sort()
  return [
    ...leaves.map((zoneId) => ({ zoneId, direction: 'leaves' }) as const),
    ...enters.map((zoneId) => ({ zoneId, direction: 'enters' }) as const),
  ]
}
