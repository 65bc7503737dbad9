import type { Attribute, AttributeUse, Relation } from '@/lib/catalogue/entries'
import type { Pack } from '@/lib/catalogue/pack'

/** A pack with the look-ups that its rules share. The first of two entries with one id counts. */
export type PackIndex = {
  pack: Pack
  attributes: ReadonlyMap<string, Attribute>
  relations: ReadonlyMap<string, Relation>
  mitigationIds: ReadonlySet<string>
  controlIds: ReadonlySet<string>
  threatIds: ReadonlySet<string>
  componentTypeIds: ReadonlySet<string>
  flowTypeIds: ReadonlySet<string>
  /** The attribute uses of every component and flow type. */
  uses: ReadonlyMap<string, Readonly<Record<string, AttributeUse>>>
  /** How many worlds may still be tried; without it there is no bound but each target's own. */
  worlds?: { left: number }
}

/** Builds the look-ups of a pack for linting. */
export function packIndex(pack: Pack): PackIndex {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
  const first = <T extends { id: string }>(list: readonly T[]) =>
    new Map(list.toReversed().map((entry) => [entry.id, entry]))
  const types = [...pack.componentTypes, ...pack.flowTypes]
  return {
    pack,
    attributes: first(pack.attributes),
    relations: first(pack.relations),
    mitigationIds: ids(pack.mitigations),
    controlIds: ids(pack.controls),
    threatIds: ids(pack.threats),
    componentTypeIds: ids(pack.componentTypes),
    flowTypeIds: ids(pack.flowTypes),
    uses: new Map(types.toReversed().map(({ id, attributes }) => [id, attributes])),
  }
}

/** True when a type, component or flow, has the attribute. */
export function hasAttribute(index: PackIndex, type: string, attribute: string): boolean {
  return Object.hasOwn(index.uses.get(type) ?? {}, attribute)
}
