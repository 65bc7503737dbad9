import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, explainCondition } from '@/lib/analysis/explain-condition'
import { testCondition } from '@/lib/analysis/test-condition'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import type { AttributeUse } from '@/lib/catalogue/entries'
import { type Fact, hasConflict, leadingFact, sameValue } from '@/lib/model/fact'
import { entryOf } from '@/lib/model/records'
import { elementOf } from '@/lib/model/threat-model'

/**
 * The fact that counts for an attribute of an element, in this order: what a person said, what a scan found, what
 * follows from other facts, what the files say, the catalogue's default where it is closed. Otherwise unknown, with
 * the questions that would settle it.
 */
export function resolveFact(context: Context, elementId: string, attribute: string): ResolvedFact {
  const element = elementOf(context.model, elementId)
  if (!element) return { attribute, value: null, origin: 'unknown', asks: [] }
  const stored = entryOf(element.facts, attribute)
  const leading = leadingFact(stored)
  if (!leading) {
    return derive(
      context,
      elementId,
      element.type,
      attribute,
      defaultFact(context, elementId, element.type, attribute),
    )
  }
  const base = known(context, elementId, attribute, leading)
  const fact = leading.origin === 'import' ? derive(context, elementId, element.type, attribute, base) : base
  return hasConflict(stored) ? { ...fact, conflict: stored as Fact[] } : fact
}

function known(context: Context, elementId: string, attribute: string, fact: Fact): ResolvedFact {
  const { value, origin, source } = fact
  return {
    attribute,
    value,
    origin,
    source,
    asks: value === null ? askItself(context, elementId, attribute) : [],
  }
}

// One object per use of an attribute, shared by every element that it holds for.
const defaults = new WeakMap<AttributeUse, ResolvedFact>()

function defaultFact(context: Context, elementId: string, type: string, attribute: string): ResolvedFact {
  const use = context.catalogue.usesOf(type)?.[attribute]
  if (use?.default === undefined) return unknown(context, elementId, attribute)
  const closedBy =
    use.closedBy === undefined ? context.catalogue.componentTypes.get(type)?.closedBy : use.closedBy
  if (closedBy && context.factOf(elementId, closedBy).value !== true)
    return unknown(context, elementId, attribute)
  let fact = defaults.get(use)
  if (!fact) {
    const reason = use.reason ?? 'Nothing sets it, and this is the default.'
    fact = { attribute, value: use.default, origin: 'default', reason, asks: [] }
    defaults.set(use, fact)
  }
  return fact
}

function unknown(context: Context, elementId: string, attribute: string): ResolvedFact {
  return { attribute, value: null, origin: 'unknown', asks: askItself(context, elementId, attribute) }
}

function derive(
  context: Context,
  elementId: string,
  type: string,
  attribute: string,
  base: ResolvedFact,
): ResolvedFact {
  for (const { when, value, reason } of context.catalogue.derivationsOf(type, attribute)) {
    const truth = testCondition(context, when, elementId)
    if (truth === true) {
      const from = explainCondition(context, when, elementId)
      return { attribute, value, origin: 'derived', reason, from, asks: [] }
    }
    // Whether it follows is unknown, and it would change the value: so the value is unknown.
    if (truth === undefined && (base.value === null || !sameValue(base.value, value))) {
      const asks = distinctAsks(asksOf(context, when, elementId))
      return {
        attribute,
        value: null,
        origin: 'unknown',
        asks: asks.length > 0 ? asks : askItself(context, elementId, attribute),
      }
    }
  }
  return base
}

/** A question is only asked of an element whose type has the attribute. */
function askItself(context: Context, elementId: string, attribute: string): ResolvedFact['asks'] {
  const element = elementOf(context.model, elementId)
  const uses = element && context.catalogue.usesOf(element.type)
  return uses && Object.hasOwn(uses, attribute) ? [{ elementId, attribute }] : []
}
