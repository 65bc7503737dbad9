import type { AttributeUse } from '@/lib/catalogue/entries'
import { valueMisfit } from '@/lib/catalogue/lint/fits-attribute'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Types that name what is not there, or whose defaults could never be facts. */
export function lintTypes(index: PackIndex): string[] {
  const { pack } = index
  return [
    ...pack.componentTypes.flatMap((type) => [
      ...type.allowedParents
        .filter((parent) => !index.componentTypeIds.has(parent))
        .map((parent) => `The type ${type.id} names an unknown parent, ${parent}.`),
      ...closing(index, type.id, type.closedBy),
      ...lintUses(index, type.id, type.attributes),
    ]),
    ...pack.flowTypes.flatMap((type) => lintUses(index, type.id, type.attributes)),
  ]
}

function lintUses(index: PackIndex, type: string, uses: Readonly<Record<string, AttributeUse>>): string[] {
  return Object.entries(uses).flatMap(([id, use]) => {
    const attribute = index.attributes.get(id)
    if (!attribute) return [`The type ${type} has an unknown attribute, ${id}.`]
    const misfit = use.default === undefined ? undefined : valueMisfit(attribute, use.default)
    return [
      ...(misfit ? [`The default of ${id} on ${type} does not fit: ${misfit}.`] : []),
      ...(use.default === null ? [`The default of ${id} on ${type} says nothing; leave it out.`] : []),
      ...(use.default === undefined && use.closedBy !== undefined
        ? [`The attribute ${id} on ${type} has no default that closedBy could close.`]
        : []),
      ...closing(index, type, use.closedBy ?? undefined),
    ]
  })
}

function closing(index: PackIndex, type: string, attribute: string | undefined): string[] {
  if (attribute === undefined) return []
  if (!hasAttribute(index, type, attribute))
    return [`The defaults of ${type} are closed by ${attribute}, which it does not have.`]
  return index.attributes.get(attribute)?.type === 'boolean'
    ? []
    : [`The defaults of ${type} are closed by ${attribute}, which is not true or false.`]
}
