import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, explainCondition } from '@/lib/analysis/explain-condition'
import type { Subject } from '@/lib/analysis/subject'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Ask, ResolvedFact } from '@/lib/analysis/verdict'
import type { AttributeUse } from '@/lib/catalogue/entries'
import type { Fact, FactValue } from '@/lib/model/fact'
import { hasConflict, leadingFact, sameValue } from '@/lib/model/leading-fact'
import { entryOf } from '@/lib/model/records'

// Which fact of an attribute counts, in this order: what a person said, what a scan found, what follows from other facts,
// what the files say, the catalogue's default where it is closed. Otherwise it is unknown.

/** Shared by the thousands of facts that ask nothing. */
const noAsks: Ask[] = []

/** The fact of an attribute that nothing is derived for, with the question that would settle it when it is unknown. */
export function plainFact(context: Context, on: Subject, attribute: string): ResolvedFact {
  const stored = on.element && entryOf(on.element.facts, attribute)
  const leading = leadingFact(stored)
  if (leading) {
    const { value, origin, source } = leading
    const asks = value === null ? askItself(on, attribute) : noAsks
    const fact: ResolvedFact = { attribute, value, origin, source, asks }
    return hasConflict(stored) ? { ...fact, conflict: stored as Fact[] } : fact
  }
  const use = closedDefault(context, on, attribute)
  if (!use) return { attribute, value: null, origin: 'unknown', asks: askToClose(context, on, attribute) }
  const reason = use.reason ?? 'Nothing sets it, and this is the default.'
  return { attribute, value: use.default, origin: 'default', reason, asks: noAsks }
}

/** The value of `plainFact`. */
export function plainValue(context: Context, on: Subject, attribute: string): FactValue {
  const leading = on.element && leadingFact(entryOf(on.element.facts, attribute))
  if (leading) return leading.value
  return closedDefault(context, on, attribute)?.default ?? null
}

type DefaultUse = AttributeUse & { default: FactValue }

/** The type's use of the attribute when it has a default that counts for this element. */
function closedDefault(context: Context, on: Subject, attribute: string): DefaultUse | undefined {
  const use = on.uses?.[attribute]
  if (use?.default === undefined) return undefined
  return isClosed(context, on, use) ? (use as DefaultUse) : undefined
}

/** Whether what nobody said is as usual. Where nothing has to be known for that, it is. */
function isClosed(context: Context, on: Subject, use: AttributeUse): boolean {
  const closedBy = use.closedBy === undefined ? on.closedBy : use.closedBy
  if (!closedBy) return true
  // Kept for the whole type's attribute, which every default asks for; a derived one has to note what it rests on.
  if (closedBy !== on.closedBy || on.derivations?.has(closedBy)) return context.valueOn(on, closedBy) === true
  on.isClosed ??= context.valueOn(on, closedBy) === true
  return on.isClosed
}

/** The fact of an attribute that others may imply; a person's or a scan's word outranks them. */
export function deriveFact(context: Context, on: Subject, attribute: string): ResolvedFact {
  // A fact is the same whoever asks for it first, so what the asking verdict may cost does not count here.
  const { stepsLeft } = context
  context.stepsLeft = undefined
  const fact = derive(context, on, attribute)
  context.stepsLeft = stepsLeft
  return fact
}

function derive(context: Context, on: Subject, attribute: string): ResolvedFact {
  const base = plainFact(context, on, attribute)
  if (base.origin === 'person' || base.origin === 'scan') return base
  for (const { when, value, reason, fills } of on.derivations?.get(attribute) ?? []) {
    if (fills && base.value !== null) continue
    const truth = testCondition(context, when, on)
    if (truth === true) {
      const from = explainCondition(context, when, on, true)
      const { conflict } = base
      return {
        attribute,
        value,
        origin: 'derived',
        reason,
        from,
        asks: noAsks,
        ...(conflict && { conflict }),
      }
    }
    // Whether it follows is unknown, and it would change the value: so the value is unknown.
    if (truth === undefined && (base.value === null || !sameValue(base.value, value))) {
      const asks = distinctAsks(asksOf(context, when, on))
      const known = asks.length > 0 ? asks : askItself(on, attribute)
      return { attribute, value: null, origin: 'unknown', asks: known }
    }
  }
  return base
}

/** Asks what would close the default, where one answer stands for many and nobody has given it; else the fact itself. */
function askToClose(context: Context, on: Subject, attribute: string): Ask[] {
  const use = on.uses?.[attribute]
  const closedBy = use?.closedBy === undefined ? on.closedBy : use.closedBy
  if (use?.default === undefined || !closedBy) return askItself(on, attribute)
  const isMeant = context.catalogue.attributes.get(closedBy)?.standsForDefaults === true
  return isMeant && context.valueOn(on, closedBy) === null
    ? context.factOn(on, closedBy).asks
    : askItself(on, attribute)
}

/** A question is only asked of an element whose type has the attribute. */
function askItself(on: Subject, attribute: string): Ask[] {
  return on.uses && Object.hasOwn(on.uses, attribute) ? [{ elementId: on.id, attribute }] : noAsks
}
