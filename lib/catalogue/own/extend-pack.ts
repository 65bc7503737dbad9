import type { ComponentType } from '@/lib/catalogue/entries'
import type { OwnCatalogue, OwnType } from '@/lib/catalogue/own/own-catalogue'
import { byId, type CompiledThreat, compileThreat, type Pack, sealPack } from '@/lib/catalogue/pack'

/**
 * A pack of the catalogue and a workspace's own entries: switched-off threats are left out, own types stand wherever the
 * type that they are like stands. Does not check; see `lint-own.ts`. The same input gives the same hash.
 * @param scope the workspace's id.
 */
export function extendPack(base: Pack, own: OwnCatalogue, scope = ''): Pack {
  const off = new Set(own.disabled)
  const like = likeness(own.componentTypes)
  const alike = (types: readonly string[]) => [...types, ...types.flatMap((type) => like.get(type) ?? [])]
  const { hash: _hash, ...content } = base
  const kept = base.threats.filter(({ id }) => !off.has(id)).map((threat) => withAlike(threat, off, like))
  const uses = Object.entries(own.attributeUses)
  const types = base.componentTypes.map((type) => withUses(type, uses))
  const flowTypes = base.flowTypes.map((type) => withUses(type, uses))
  const ownTypes = own.componentTypes.map((type) => ownType(type, types))
  return sealPack({
    ...content,
    scope,
    attributes: [...base.attributes, ...own.attributes].toSorted(byId),
    componentTypes: [
      ...types.map((type) => ({ ...type, allowedParents: alike(type.allowedParents) })),
      ...ownTypes,
    ].toSorted(byId),
    flowTypes,
    relations: base.relations.map((relation) => ({
      ...relation,
      of: alike(relation.of),
      to: alike(relation.to),
    })),
    derivations: base.derivations.map((entry) => ({ ...entry, types: alike(entry.types) })),
    riskFactors: (base.riskFactors ?? []).map((entry) => ({ ...entry, types: alike(entry.types) })),
    threats: [...kept, ...own.threats.map(compileThreat)].toSorted(byId),
    mitigations: [...base.mitigations, ...own.mitigations].toSorted(byId),
  })
}

/** Own types by the type that they are like. */
function likeness(types: readonly OwnType[]): ReadonlyMap<string, readonly string[]> {
  const like = new Map<string, string[]>()
  for (const type of types) {
    if (type.like !== undefined) like.set(type.like, [...(like.get(type.like) ?? []), type.id])
  }
  return like
}

function withAlike(
  threat: CompiledThreat,
  off: ReadonlySet<string>,
  like: ReadonlyMap<string, readonly string[]>,
): CompiledThreat {
  const taken = new Set(threat.targets.map(({ type }) => type))
  const more = threat.targets.flatMap((target) =>
    (like.get(target.type) ?? []).filter((type) => !taken.has(type)).map((type) => ({ ...target, type })),
  )
  const foldsUnder = threat.foldsUnder.filter((id) => !off.has(id))
  if (more.length === 0 && foldsUnder.length === threat.foldsUnder.length) return threat
  return { ...threat, foldsUnder, targets: [...threat.targets, ...more] }
}

function withUses<T extends { id: string; attributes: ComponentType['attributes'] }>(
  type: T,
  uses: readonly (readonly [string, readonly string[]])[],
): T {
  const added = uses.filter(([id]) => id === type.id).flatMap(([, ids]) => ids)
  if (added.length === 0) return type
  return { ...type, attributes: { ...Object.fromEntries(added.map((id) => [id, {}])), ...type.attributes } }
}

function ownType({ like, ...type }: OwnType, types: readonly ComponentType[]): ComponentType {
  const other = like === undefined ? undefined : types.find(({ id }) => id === like)
  if (!other) return type
  const closedBy = type.closedBy ?? other.closedBy
  return {
    ...type,
    ...(closedBy !== undefined && { closedBy }),
    attributes: { ...other.attributes, ...type.attributes },
    allowedParents: [...new Set([...other.allowedParents, ...type.allowedParents])],
  }
}
