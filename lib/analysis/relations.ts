import type { Context } from '@/lib/analysis/context'
import type { Subject, Walked } from '@/lib/analysis/subject'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Relation } from '@/lib/catalogue/entries'
import type { Flow } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import { crossingsBetween } from '@/lib/model/zones'

/** A relation with its types as sets. */
export type OpenRelation = {
  via: Relation['via'] | undefined
  to: ReadonlySet<string>
  flowTypes: ReadonlySet<string> | undefined
}

const opened = new WeakMap<Relation, OpenRelation>()
const nowhere: OpenRelation = { via: undefined, to: new Set(), flowTypes: undefined }

/** The relation of this name; one that the catalogue lacks leads nowhere. */
export function openRelation(catalogue: Catalogue, name: string): OpenRelation {
  const definition = catalogue.relations.get(name)
  if (!definition) return nowhere
  let relation = opened.get(definition)
  if (!relation) {
    const { via, to, flowTypes } = definition
    relation = { via, to: new Set(to), flowTypes: flowTypes && new Set(flowTypes) }
    opened.set(definition, relation)
  }
  return relation
}

const nobody: readonly string[] = []

/**
 * The elements that a relation leads to from an element, in id order; only those of the relation's types. Elements that
 * were passed over for their type are seen too: they would count if their type changed. Not so along nesting: whatever
 * changes there changes the element that the walk set out from (`changedElements`), and a cluster has thousands of members.
 */
export function walkRelation(context: Context, relation: OpenRelation, from: Subject): Walked {
  const passed = new Set(walk(context, relation, from.id))
  const ids: string[] = []
  for (const other of passed) {
    const { element } = context.subject(other)
    if (element && relation.to.has(element.type)) ids.push(other)
  }
  const isNesting = relation.via !== undefined && nesting.has(relation.via)
  const seen = isNesting ? [] : [...passed]
  const flow = relation.via === 'crossed' ? context.model.flows[from.id] : undefined
  if (flow) seen.push(flow.from, flow.to)
  if (passed.size === 0 && seen.length === 0) return { ids: nobody, seen: nobody }
  return { ids: ids.length > 1 ? ids.sort() : ids, seen: seen.length > 0 ? seen : nobody }
}

const nesting: ReadonlySet<Relation['via']> = new Set(['parent', 'children', 'zones', 'members'])

function walk(context: Context, { via, flowTypes }: OpenRelation, id: string): Iterable<string> {
  const { graph, model } = context
  const isTaken = (flowId: string) => !flowTypes || flowTypes.has(model.flows[flowId]?.type ?? '')
  switch (via) {
    case 'parent':
      return entryOf(model.components, id)?.parentId === undefined
        ? []
        : [model.components[id]?.parentId as string]
    case 'children':
      return graph.childrenOf(id)
    case 'zones':
      return graph.zonesOf(id)
    case 'members':
      return graph.membersOf(id)
    case 'sources':
      return graph
        .flowsInto(id)
        .filter(isTaken)
        .map((flowId) => farEnd(model.flows[flowId], id))
    case 'targets':
      return graph
        .flowsOutOf(id)
        .filter(isTaken)
        .map((flowId) => farEnd(model.flows[flowId], id))
    case 'upstream':
      return upstream(context, id, isTaken)
    case 'flowsIn':
      return graph.flowsInto(id).filter(isTaken)
    case 'flowsOut':
      return graph.flowsOutOf(id).filter(isTaken)
    case 'from':
      return ends(model.flows[id], 'from')
    case 'to':
      return ends(model.flows[id], 'to')
    case 'crossed':
      return crossed(context, model.flows[id])
    default:
      return []
  }
}

function farEnd(flow: Flow | undefined, id: string): string {
  return flow?.from === id ? flow.to : (flow?.from ?? '')
}

function ends(flow: Flow | undefined, end: 'from' | 'to'): string[] {
  return flow ? [flow[end]] : []
}

function crossed(context: Context, flow: Flow | undefined): string[] {
  if (!flow) return []
  const { graph } = context
  return crossingsBetween(graph.zonesOf(flow.from), graph.zonesOf(flow.to), flow).map(
    (crossing) => crossing.zoneId,
  )
}

/** Everything from which data can reach the element, through any number of flows. */
function upstream(context: Context, id: string, isTaken: (flowId: string) => boolean): Iterable<string> {
  const reached = new Set<string>()
  const queue = [id]
  while (queue.length > 0) {
    const next = queue.pop() as string
    for (const flowId of context.graph.flowsInto(next)) {
      if (!isTaken(flowId)) continue
      const source = farEnd(context.model.flows[flowId], next)
      if (reached.has(source) || source === id) continue
      reached.add(source)
      queue.push(source)
    }
  }
  return reached
}
