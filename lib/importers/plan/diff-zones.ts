import type { ExtractedComponent } from '@/lib/importers/extract'
import type { Diff } from '@/lib/importers/plan/diff-element'
import type { Component } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { checkComponent } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

export const MAX_ZONES = 200

/**
 * The boundaries of a component that is there already. The files decide on those of this import; boundaries that a
 * person drew, or another import found, stay. It moves on the drawing only when what it stood inside of is no longer one
 * of its boundaries: where a person put it, it stays. Nothing is moved that would then stand inside itself.
 * @param model with the components that the import adds.
 * @param isOurs whether it is for these files to say who is in a boundary.
 */
export function diffZones(
  model: ThreatModel,
  component: Component,
  found: ExtractedComponent,
  idOf: (key: string) => string | undefined,
  isOurs: (zone: Component) => boolean,
): Diff {
  const diff: Diff = { edits: [], differences: [] }
  const natural = found.zoneKeys.map(idOf).filter((id) => id !== undefined)
  const kept = component.zoneIds.filter((id) => {
    const zone = entryOf(model.components, id)
    return !natural.includes(id) && (zone?.naturalKey === undefined || !isOurs(zone))
  })
  const zoneIds = [...natural, ...kept].slice(0, MAX_ZONES)
  const isSameSet =
    zoneIds.length === component.zoneIds.length && zoneIds.every((id) => component.zoneIds.includes(id))
  if (isSameSet) return diff
  const parentId = component.parentId
  const isLeft = parentId !== undefined && component.zoneIds.includes(parentId) && !zoneIds.includes(parentId)
  const newParent = isLeft && found.parentKey !== undefined ? idOf(found.parentKey) : undefined
  const next: Component = { ...component, zoneIds, ...(newParent !== undefined && { parentId: newParent }) }
  if (checkComponent(model, next)) return diff
  // The parent first when it changes: with the old one inside the new boundaries, the other order could be a cycle.
  if (newParent !== undefined) {
    diff.edits.push({
      type: 'set-component',
      id: component.id,
      field: 'parentId',
      value: newParent,
      was: parentId ?? null,
    })
  }
  diff.edits.push({
    type: 'set-component',
    id: component.id,
    field: 'zoneIds',
    value: zoneIds,
    was: component.zoneIds,
  })
  const names = (ids: readonly string[]) => ids.map((id) => entryOf(model.components, id)?.name ?? id)
  diff.differences.push({
    field: 'zoneIds',
    from: names(component.zoneIds),
    to: names(zoneIds),
    source: found.source,
  })
  return diff
}
