import type { Context } from '@/lib/analysis/context'
import { type Tri, testCondition } from '@/lib/analysis/test-condition'
import type { Ask, Evidence, FactEvidence, ResolvedFact } from '@/lib/analysis/verdict'
import type { Condition } from '@/lib/catalogue/condition'

/** How many related elements are named as evidence of one step; more would say the same again. */
const MAX_RELATED = 5

/** What makes a condition true (or false): the facts, flows and crossings that decide it. Nothing for what is unknown. */
export function explainCondition(
  context: Context,
  condition: Condition,
  id: string,
  truth: Tri = testCondition(context, condition, id),
): Evidence[] {
  const evidence: Evidence[] = []
  collect(context, condition, id, truth, evidence)
  return evidence
}

function collect(context: Context, condition: Condition, id: string, truth: Tri, into: Evidence[]): void {
  switch (condition.op) {
    case 'fact':
      if (truth !== undefined) into.push(factEvidence(id, context.factOf(id, condition.attribute)))
      return
    case 'not':
      collect(context, condition.of, id, truth === undefined ? undefined : !truth, into)
      return
    case 'any':
    case 'all': {
      // Only the parts that agree with the whole speak for it; of an unknown "all", those known to hold.
      const wanted = truth ?? condition.op === 'all'
      for (const part of condition.of) {
        if (testCondition(context, part, id) === wanted) collect(context, part, id, wanted, into)
      }
      return
    }
    default:
      if (truth !== undefined) collectStep(context, condition, id, truth, into)
  }
}

function collectStep(
  context: Context,
  condition: Extract<Condition, { op: 'some' | 'every' }>,
  id: string,
  truth: boolean,
  into: Evidence[],
): void {
  const ids = context.related(id, condition.relation)
  if (ids.length === 0) {
    into.push({ kind: 'none', elementId: id, relation: condition.relation })
    return
  }
  const { where } = condition
  const speaking = where ? ids.filter((other) => testCondition(context, where, other) === truth) : ids
  for (const other of speaking.slice(0, MAX_RELATED)) {
    into.push(stepEvidence(context, condition.relation, id, other))
    if (where) collect(context, where, other, truth, into)
  }
}

function stepEvidence(context: Context, relation: string, id: string, relatedId: string): Evidence {
  const via = context.catalogue.relations.get(relation)?.via
  if (via === 'flowsIn' || via === 'flowsOut') return { kind: 'flow', flowId: relatedId }
  if (via === 'crossed') return { kind: 'crossing', flowId: id, zoneId: relatedId }
  return { kind: 'related', elementId: id, relation, relatedId }
}

function factEvidence(elementId: string, fact: ResolvedFact): FactEvidence {
  const { attribute, value, source, reason, from } = fact
  const evidence: FactEvidence = {
    kind: 'fact',
    elementId,
    attribute,
    value,
    origin: fact.origin,
  }
  if (source) evidence.source = source
  if (reason !== undefined) evidence.reason = reason
  if (from) evidence.from = from
  return evidence
}

/** The facts that would settle an unknown condition: those that are unknown where they could still tip it. */
export function asksOf(context: Context, condition: Condition, id: string): Ask[] {
  if (testCondition(context, condition, id) !== undefined) return []
  switch (condition.op) {
    case 'fact':
      return context.factOf(id, condition.attribute).asks
    case 'not':
      return asksOf(context, condition.of, id)
    case 'any':
    case 'all':
      return condition.of.flatMap((part) => asksOf(context, part, id))
    default: {
      const { where } = condition
      return where
        ? context.related(id, condition.relation).flatMap((other) => asksOf(context, where, other))
        : []
    }
  }
}

/** The same evidence once, in the order of first mention. */
export function distinctEvidence(evidence: Evidence[]): Evidence[] {
  return distinct(evidence, evidenceKey)
}

/** The same question once. */
export function distinctAsks(asks: Ask[]): Ask[] {
  return distinct(asks, ({ elementId, attribute }) => `${elementId}|${attribute}`)
}

function distinct<T>(items: T[], keyOf: (item: T) => string): T[] {
  if (items.length < 2) return items
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    return seen.has(key) ? false : seen.add(key)
  })
}

/** What a piece of evidence is about; two with one key say the same. */
export function evidenceKey(item: Evidence): string {
  switch (item.kind) {
    case 'fact':
      return `fact|${item.elementId}|${item.attribute}`
    case 'flow':
      return `flow|${item.flowId}`
    case 'crossing':
      return `crossing|${item.flowId}|${item.zoneId}`
    case 'related':
      return `related|${item.elementId}|${item.relation}|${item.relatedId}`
    case 'none':
      return `none|${item.elementId}|${item.relation}`
  }
}
