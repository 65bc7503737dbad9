import type { Context } from '@/lib/analysis/context'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Ask, Evidence } from '@/lib/analysis/verdict'
import type { Condition } from '@/lib/catalogue/condition'

/** How many related elements are named as evidence of one step; more would say the same again. */
const MAX_RELATED = 5

/** What makes a condition true (or false): the facts, flows and crossings that decide it. Nothing for what is unknown. */
export function explainCondition(context: Context, condition: Condition, id: string): Evidence[] {
  const evidence: Evidence[] = []
  collect(context, condition, id, evidence)
  return evidence
}

function collect(context: Context, condition: Condition, id: string, into: Evidence[]): void {
  const truth = testCondition(context, condition, id)
  switch (condition.op) {
    case 'fact':
      if (truth !== undefined) into.push(factEvidence(context, id, condition.attribute))
      return
    case 'not':
      collect(context, condition.of, id, into)
      return
    case 'any':
    case 'all':
      // Only the parts that agree with the whole speak for it; of an unknown "all", those known to hold.
      for (const part of condition.of) {
        const wanted = truth ?? condition.op === 'all'
        if (testCondition(context, part, id) === wanted) collect(context, part, id, into)
      }
      return
    default:
      collectStep(context, condition, id, truth, into)
  }
}

function collectStep(
  context: Context,
  condition: Extract<Condition, { op: 'some' | 'every' }>,
  id: string,
  truth: boolean | undefined,
  into: Evidence[],
): void {
  if (truth === undefined) return
  const ids = context.related(id, condition.relation)
  if (ids.length === 0) {
    into.push({ kind: 'none', elementId: id, relation: condition.relation })
    return
  }
  const { where } = condition
  const speaking = where ? ids.filter((other) => testCondition(context, where, other) === truth) : ids
  for (const other of speaking.slice(0, MAX_RELATED)) {
    into.push(stepEvidence(context, condition.relation, id, other))
    if (where) collect(context, where, other, into)
  }
}

function stepEvidence(context: Context, relation: string, id: string, relatedId: string): Evidence {
  const via = context.catalogue.relations.get(relation)?.via
  if (via === 'flowsIn' || via === 'flowsOut') return { kind: 'flow', flowId: relatedId }
  if (via === 'crossed') return { kind: 'crossing', flowId: id, zoneId: relatedId }
  return { kind: 'related', elementId: id, relation, relatedId }
}

function factEvidence(context: Context, elementId: string, attribute: string): Evidence {
  const { value, origin, source, reason, from } = context.factOf(elementId, attribute)
  return {
    kind: 'fact',
    elementId,
    attribute,
    value,
    origin: origin as Exclude<typeof origin, 'unknown'>,
    ...(source && { source }),
    ...(reason !== undefined && { reason }),
    ...(from && { from }),
  }
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
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>()
  return evidence.filter((item) => {
    const key = evidenceKey(item)
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

/** The same question once. */
export function distinctAsks(asks: readonly Ask[]): Ask[] {
  const seen = new Set<string>()
  return asks.filter(({ elementId, attribute }) => {
    const key = `${elementId}|${attribute}`
    return seen.has(key) ? false : seen.add(key)
  })
}
