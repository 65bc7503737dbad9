import type { Context } from '@/lib/analysis/context'
import type { Subject } from '@/lib/analysis/subject'
import { isSpent, type Tri, testCondition } from '@/lib/analysis/test-condition'
import type { Ask, Evidence, FactEvidence } from '@/lib/analysis/verdict'
import type { Condition } from '@/lib/catalogue/condition'

/** How many related elements are named as evidence of one step; more would say the same again. */
const MAX_RELATED = 5

/**
 * What makes a condition true (or false): the facts, flows and crossings that decide it. Nothing for what is unknown.
 * `truth` is what the condition is for this element; `into` gets what is found, and is returned.
 */
export function explainCondition(
  context: Context,
  condition: Condition,
  on: Subject,
  truth: Tri,
  into: Evidence[] = [],
): Evidence[] {
  collect(context, condition, on, truth, into)
  return into
}

function collect(context: Context, condition: Condition, on: Subject, truth: Tri, into: Evidence[]): void {
  switch (condition.op) {
    case 'fact':
      if (truth !== undefined) into.push(factEvidence(context, on, condition.attribute))
      return
    case 'not':
      collect(context, condition.of, on, truth === undefined ? undefined : !truth, into)
      return
    case 'any':
    case 'all': {
      // Only the parts that agree with the whole speak for it; of an unknown "all", those known to hold.
      const wanted = truth ?? condition.op === 'all'
      const parts = condition.of
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index] as Condition
        if (testCondition(context, part, on) === wanted) collect(context, part, on, wanted, into)
      }
      return
    }
    default:
      if (truth !== undefined) collectStep(context, condition, on, truth, into)
  }
}

function collectStep(
  context: Context,
  condition: Extract<Condition, { op: 'some' | 'every' }>,
  on: Subject,
  truth: boolean,
  into: Evidence[],
): void {
  const ids = context.related(on, condition.relation)
  if (ids.length === 0) {
    into.push({ kind: 'none', elementId: on.id, relation: condition.relation })
    return
  }
  const { where } = condition
  let named = 0
  for (const id of ids) {
    if (isSpent(context)) return
    const other = context.subject(id)
    if (where && testCondition(context, where, other) !== truth) continue
    into.push(stepEvidence(context, condition.relation, on.id, id))
    if (where) collect(context, where, other, truth, into)
    if (++named === MAX_RELATED) return
  }
}

function stepEvidence(context: Context, relation: string, id: string, relatedId: string): Evidence {
  const via = context.catalogue.relations.get(relation)?.via
  if (via === 'flowsIn' || via === 'flowsOut') return { kind: 'flow', flowId: relatedId }
  if (via === 'crossed') return { kind: 'crossing', flowId: id, zoneId: relatedId }
  return { kind: 'related', elementId: id, relation, relatedId }
}

/**
 * One object for all threats that rest on the fact. That the fact was looked at need not be noted again here: a condition
 * is tested before it is explained, by the same piece of work.
 */
function factEvidence(context: Context, on: Subject, attribute: string): FactEvidence {
  const known = on.evidence?.get(attribute)
  if (known) return known
  const { value, source, reason, from, origin } = context.factOn(on, attribute)
  const evidence: FactEvidence = { kind: 'fact', elementId: on.id, attribute, value, origin }
  if (source) evidence.source = source
  if (reason !== undefined) evidence.reason = reason
  if (from) evidence.from = from
  on.evidence ??= new Map()
  on.evidence.set(attribute, evidence)
  return evidence
}

/** The facts that would settle an unknown condition: those that are unknown where they could still tip it. */
export function asksOf(context: Context, condition: Condition, on: Subject, into: Ask[] = []): Ask[] {
  if (testCondition(context, condition, on) === undefined) ask(context, condition, on, into)
  return into
}

/** Of a condition that is unknown. */
function ask(context: Context, condition: Condition, on: Subject, into: Ask[]): void {
  switch (condition.op) {
    case 'fact':
      for (const question of context.factOn(on, condition.attribute).asks) into.push(question)
      return
    case 'not':
      ask(context, condition.of, on, into)
      return
    case 'any':
    case 'all':
      for (const part of condition.of) asksOf(context, part, on, into)
      return
    default: {
      const { where } = condition
      if (!where) return
      for (const id of context.related(on, condition.relation)) {
        if (isSpent(context)) return
        asksOf(context, where, context.subject(id), into)
      }
    }
  }
}

/** The same evidence once, in the order of first mention. */
export function distinctEvidence(evidence: Evidence[]): Evidence[] {
  return distinct(evidence, sameEvidence, evidenceKey)
}

/** The same question once. */
export function distinctAsks(asks: Ask[]): Ask[] {
  return distinct(asks, sameAsk, ({ elementId, attribute }) => `${elementId}|${attribute}`)
}

/** How many items are compared with each other; of more, a set is quicker. */
const FEW = 8

function distinct<T>(items: T[], same: (a: T, b: T) => boolean, keyOf: (item: T) => string): T[] {
  if (items.length <= FEW) {
    let kept = 0
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as T
      let earlier = 0
      while (earlier < kept && !same(items[earlier] as T, item)) earlier++
      if (earlier === kept) items[kept++] = item
    }
    items.length = kept
    return items
  }
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    return seen.has(key) ? false : seen.add(key)
  })
}

function sameAsk(a: Ask, b: Ask): boolean {
  return a.elementId === b.elementId && a.attribute === b.attribute
}

function sameEvidence(a: Evidence, b: Evidence): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'fact') {
    const other = b as FactEvidence
    return a.attribute === other.attribute && a.elementId === other.elementId
  }
  return evidenceKey(a) === evidenceKey(b)
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
    case 'too-much':
      return `too-much|${item.elementId}`
  }
}
