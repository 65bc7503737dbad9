import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, explainCondition } from '@/lib/analysis/explain-condition'
import { testCondition } from '@/lib/analysis/test-condition'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { AttributeUse } from '@/lib/catalogue/entries'
import { type Fact, type FactValue, hasConflict, leadingFact, sameValue } from '@/lib/model/fact'
import { entryOf } from '@/lib/model/records'

// Which fact of an attribute counts, in this order: what a person said, what a scan found, what follows from other facts,
// what the files say, the catalogue's default where it is closed. Otherwise it is unknown.

/** The fact of an attribute that nothing is derived for, with the question that would settle it when it is unknown. */
export function plainFact(context: Context, elementId: string, attribute: string): ResolvedFact {
  const element = context.element(elementId)
  const stored = element && entryOf(element.facts, attribute)
  const leading = leadingFact(stored)
  if (leading) {
    const { value, origin, source } = leading
    const asks = value === null ? askItself(context, elementId, attribute) : []
    const fact: ResolvedFact = { attribute, value, origin, source, asks }
    return hasConflict(stored) ? { ...fact, conflict: stored as Fact[] } : fact
  }
  const use = element && closedDefault(context, elementId, element.type, attribute)
  if (!use)
    return { attribute, value: null, origin: 'unknown', asks: askItself(context, elementId, attribute) }
  const reason = use.reason ?? 'Nothing sets it, and this is the default.'
  return { attribute, value: use.default, origin: 'default', reason, asks: [] }
}

/** The value of `plainFact`. */
export function plainValue(context: Context, elementId: string, attribute: string): FactValue {
  const element = context.element(elementId)
  if (!element) return null
  const leading = leadingFact(entryOf(element.facts, attribute))
  if (leading) return leading.value
  return closedDefault(context, elementId, element.type, attribute)?.default ?? null
}

type DefaultUse = AttributeUse & { default: FactValue }

/** The type's use of the attribute when it has a default that counts for this element. */
function closedDefault(
  context: Context,
  elementId: string,
  type: string,
  attribute: string,
): DefaultUse | undefined {
  const use = context.catalogue.usesOf(type)?.[attribute]
  if (use?.default === undefined) return undefined
  const closedBy =
    use.closedBy === undefined ? context.catalogue.componentTypes.get(type)?.closedBy : use.closedBy
  return closedBy && context.valueOf(elementId, closedBy) !== true ? undefined : (use as DefaultUse)
}

/** The fact of an attribute that others may imply; a person's or a scan's word outranks them. */
export function deriveFact(
  context: Context,
  elementId: string,
  type: string,
  attribute: string,
): ResolvedFact {
  const base = plainFact(context, elementId, attribute)
  if (base.origin === 'person' || base.origin === 'scan') return base
  for (const { when, value, reason } of context.catalogue.derivationsOf(type, attribute)) {
    const truth = testCondition(context, when, elementId)
    if (truth === true) {
      const from = explainCondition(context, when, elementId)
      const { conflict } = base
      return { attribute, value, origin: 'derived', reason, from, asks: [], ...(conflict && { conflict }) }
    }
    // Whether it follows is unknown, and it would change the value: so the value is unknown.
    if (truth === undefined && (base.value === null || !sameValue(base.value, value))) {
      const asks = distinctAsks(asksOf(context, when, elementId))
      const known = asks.length > 0 ? asks : askItself(context, elementId, attribute)
      return { attribute, value: null, origin: 'unknown', asks: known }
    }
  }
  return base
}

/** A question is only asked of an element whose type has the attribute. */
function askItself(context: Context, elementId: string, attribute: string): ResolvedFact['asks'] {
  const element = context.element(elementId)
  const uses = element && context.catalogue.usesOf(element.type)
  return uses && Object.hasOwn(uses, attribute) ? [{ elementId, attribute }] : []
}
