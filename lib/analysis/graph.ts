import type { Flow } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

const none: readonly string[] = []
const noZones: ReadonlySet<string> = new Set()

/** Who is connected to whom, by id only, so that it stays valid while facts change. Every list is in id order. */
export type Graph = {
  childrenOf(id: string): readonly string[]
  /** Every boundary that a component is in, inherited ones too. */
  zonesOf(id: string): ReadonlySet<string>
  /** Everything that is in this boundary, directly or through others. */
  membersOf(zoneId: string): readonly string[]
  flowsInto(id: string): readonly string[]
  flowsOutOf(id: string): readonly string[]
}

/** Indexes the structure of a model. Cost grows with the number of components and flows. */
export function indexGraph(model: ThreatModel): Graph {
  const children = new Map<string, string[]>()
  const members = new Map<string, string[]>()
  const into = new Map<string, string[]>()
  const outOf = new Map<string, string[]>()
  const zones = new Map<string, ReadonlySet<string>>()

  const zonesOf = (id: string): ReadonlySet<string> => {
    const known = zones.get(id)
    if (known) return known
    // Set before walking up, so that a broken file with a cycle ends instead of recursing for ever.
    zones.set(id, noZones)
    const component = entryOf(model.components, id)
    if (!component) return noZones
    const found = new Set(component.zoneIds)
    for (const above of containersOf(component)) for (const zone of zonesOf(above)) found.add(zone)
    zones.set(id, found)
    return found
  }

  for (const id of Object.keys(model.components).sort()) {
    const component = model.components[id]
    if (component?.parentId !== undefined) append(children, component.parentId, id)
    for (const zone of zonesOf(id)) append(members, zone, id)
  }
  for (const id of Object.keys(model.flows).sort()) {
    const flow = model.flows[id] as Flow
    append(into, flow.to, id)
    append(outOf, flow.from, id)
    if (flow.both) {
      append(into, flow.from, id)
      append(outOf, flow.to, id)
    }
  }
  return {
    childrenOf: (id) => children.get(id) ?? none,
    zonesOf,
    membersOf: (zoneId) => members.get(zoneId) ?? none,
    flowsInto: (id) => into.get(id) ?? none,
    flowsOutOf: (id) => outOf.get(id) ?? none,
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
