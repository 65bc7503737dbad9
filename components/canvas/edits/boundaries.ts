import { isBoundaryType, isWithin, mayStandIn } from '@/components/canvas/edits/standing'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import type { Component } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Boundaries that a component is in or may be in, whether it is drawn there or not, in order of names. */
export function possibleBoundaries(model: ThreatModel, catalogue: Catalogue, id: string): Component[] {
  const component = entryOf(model.components, id)
  if (!component) return []
  return Object.values(model.components)
    .filter(
      (zone) =>
        component.zoneIds.includes(zone.id) ||
        (zone.id !== id &&
          isBoundaryType(catalogue, zone.type) &&
          mayStandIn(catalogue, component.type, zone.type) &&
          !isWithin(model, zone.id, id)),
    )
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** The edit that puts a component into a boundary, or takes it out of it; where it is drawn stays as it is. */
export function boundaryEdit(
  model: ThreatModel,
  id: string,
  zoneId: string,
  isIn: boolean,
): Edit | undefined {
  const component = entryOf(model.components, id)
  if (!component || component.zoneIds.includes(zoneId) === isIn) return undefined
  const value = isIn ? [...component.zoneIds, zoneId] : component.zoneIds.filter((other) => other !== zoneId)
  return { type: 'set-component', field: 'zoneIds', id, value, was: component.zoneIds }
}
