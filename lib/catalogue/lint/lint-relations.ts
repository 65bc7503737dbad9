import type { Relation } from '@/lib/catalogue/entries'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'

const ofFlows: ReadonlySet<Relation['via']> = new Set(['from', 'to', 'crossed'])
const toFlows: ReadonlySet<Relation['via']> = new Set(['flowsIn', 'flowsOut'])
const overFlows: ReadonlySet<Relation['via']> = new Set([
  'sources',
  'targets',
  'upstream',
  'flowsIn',
  'flowsOut',
])

/** Relations between types that are not there, or that their way of stepping can never join. */
export function lintRelations(index: PackIndex): string[] {
  return index.pack.relations.flatMap((relation) => {
    const { id, via, closedBy } = relation
    const ofKnown = ofFlows.has(via) ? index.flowTypeIds : index.componentTypeIds
    const toKnown = toFlows.has(via) ? index.flowTypeIds : index.componentTypeIds
    return [
      ...unknown(relation.of, ofKnown).map(
        (type) =>
          `The relation ${id} starts at ${type}, which is no ${ofFlows.has(via) ? 'flow' : 'component'} type.`,
      ),
      ...unknown(relation.to, toKnown).map(
        (type) =>
          `The relation ${id} leads to ${type}, which is no ${toFlows.has(via) ? 'flow' : 'component'} type.`,
      ),
      ...unknown(relation.flowTypes ?? [], index.flowTypeIds).map(
        (type) => `The relation ${id} steps over ${type}, which is no flow type.`,
      ),
      ...(relation.flowTypes && !overFlows.has(via)
        ? [`The relation ${id} steps over no flows, but names flow types.`]
        : []),
      ...(closedBy !== undefined && relation.whenNone === 'false'
        ? [`The relation ${id} is closed by ${closedBy}, but is never open.`]
        : []),
      ...relation.of
        .filter((type) => closedBy !== undefined && !hasAttribute(index, type, closedBy))
        .map((type) => `The relation ${id} is closed by ${closedBy}, which ${type} does not have.`),
    ]
  })
}

function unknown(types: readonly string[], known: ReadonlySet<string>): string[] {
  return types.filter((type) => !known.has(type))
}
