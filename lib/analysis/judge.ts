import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, distinctEvidence, explainCondition } from '@/lib/analysis/explain-condition'
import { foldByCause } from '@/lib/analysis/fold'
import type { Subject } from '@/lib/analysis/subject'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Ask, Evidence, Verdict, VerdictState } from '@/lib/analysis/verdict'
import type { ThreatOnType } from '@/lib/catalogue/catalogue'
import { isOwnId } from '@/lib/catalogue/own/own-id'
import type { CompiledAdjustment, CompiledTarget } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'
import { entryOf } from '@/lib/model/records'

/**
 * How many related elements are looked at for a verdict of an own entry, and for all of them on one element. The
 * catalogue's conditions are known to be cheap; people's may lead from every element to every other, and back again.
 */
const MAX_STEPS = 2000
const MAX_OWN_STEPS = 10_000

/** What the catalogue says of one element, in threat id order, with consequences folded under their cause. */
export function judgeElement(context: Context, elementId: string): Verdict[] {
  const on = context.subject(elementId)
  const { element } = on
  if (!element || entryOf(context.model.components, elementId)?.outOfScope) return []
  const verdicts: Verdict[] = []
  let left = MAX_OWN_STEPS
  for (const threatOnType of context.catalogue.threatsOn(element.type)) {
    const steps = isOwnId(threatOnType.threat) ? Math.min(left, MAX_STEPS) : undefined
    context.stepsLeft = steps
    const verdict = judgeThreat(context, on, threatOnType)
    if (steps !== undefined) left -= steps - Math.max(0, context.stepsLeft ?? 0)
    if (verdict) verdicts.push(verdict)
  }
  context.stepsLeft = undefined
  return foldByCause(context, verdicts)
}

/** One threat on one element; undefined when it is silent: not exposed, or only ever attached by hand. */
export function judgeThreat(
  context: Context,
  on: Subject,
  { threat, target }: ThreatOnType,
): Verdict | undefined {
  const { exposedWhen, counteredBy } = target
  if (!exposedWhen) return undefined
  const countered = counteredBy ? testCondition(context, counteredBy, on) : false
  if (counteredBy && countered === true) {
    const because = explainCondition(context, counteredBy, on, true)
    return verdict(context, on, { threat, target }, 'countered', because, noAsks)
  }
  const exposed = testCondition(context, exposedWhen, on)
  if (exposed === false) return undefined
  const isCut = isOut(context)
  const because = explainCondition(context, exposedWhen, on, exposed)
  if (counteredBy && countered === false) explainCondition(context, counteredBy, on, false, because)
  if (exposed && countered === false) {
    return verdict(context, on, { threat, target }, 'raised', because, noAsks)
  }
  if (isCut) because.push({ kind: 'too-much', elementId: on.id })
  const asks: Ask[] = []
  if (exposed === undefined) asksOf(context, exposedWhen, on, asks)
  if (counteredBy && countered === undefined) asksOf(context, counteredBy, on, asks)
  return verdict(context, on, { threat, target }, 'possible', because, asks)
}

function isOut({ stepsLeft }: Context): boolean {
  return stepsLeft !== undefined && stepsLeft < 0
}

/** Shared by the thousands of verdicts that ask nothing. */
const noAsks: Ask[] = []

function adjustmentOf(context: Context, target: CompiledTarget, on: Subject): CompiledAdjustment | undefined {
  for (const adjustment of target.adjust)
    if (testCondition(context, adjustment.when, on) === true) return adjustment
  return undefined
}

/** Puts a verdict together, with likelihood and impact after the first adjustment whose circumstances are known to hold. */
function verdict(
  context: Context,
  on: Subject,
  { threat, target }: ThreatOnType,
  state: VerdictState,
  because: Evidence[],
  asks: Ask[],
): Verdict {
  // What is countered keeps the catalogue's risk: nobody weighs it, and most verdicts are.
  const adjustment = state === 'countered' ? undefined : adjustmentOf(context, target, on)
  if (adjustment) explainCondition(context, adjustment.when, on, true, because)
  // Nothing known speaks for it yet; then what is not known is the reason.
  if (because.length === 0) because.push(...asks.map(unknownEvidence))
  if (because.length === 0 && isOut(context)) because.push({ kind: 'too-much', elementId: on.id })
  const likelihood = adjustment?.likelihood ?? threat.likelihood
  const impact = adjustment?.impact ?? threat.impact
  const result: Verdict = {
    threatId: threat.id,
    elementId: on.id,
    state,
    likelihood,
    impact,
    severity: severityOf(likelihood, impact),
    because: distinctEvidence(because),
    asks: asks.length > 0 ? distinctAsks(asks) : noAsks,
  }
  if (adjustment) result.adjusted = adjustment.why
  return result
}

function unknownEvidence({ elementId, attribute }: Ask): Evidence {
  return { kind: 'fact', elementId, attribute, value: null, origin: 'unknown' }
}
