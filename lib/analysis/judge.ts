import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, distinctEvidence, explainCondition } from '@/lib/analysis/explain-condition'
import { foldByCause } from '@/lib/analysis/fold'
import type { Subject } from '@/lib/analysis/subject'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Ask, Evidence, Verdict, VerdictState } from '@/lib/analysis/verdict'
import type { ThreatOnType } from '@/lib/catalogue/catalogue'
import type { CompiledAdjustment, CompiledTarget } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'
import { entryOf } from '@/lib/model/records'

/** What the catalogue says of one element, in threat id order, with consequences folded under their cause. */
export function judgeElement(context: Context, elementId: string): Verdict[] {
  const on = context.subject(elementId)
  const { element } = on
  if (!element || entryOf(context.model.components, elementId)?.outOfScope) return []
  const verdicts: Verdict[] = []
  for (const threatOnType of context.catalogue.threatsOn(element.type)) {
    const verdict = judgeThreat(context, on, threatOnType)
    if (verdict) verdicts.push(verdict)
  }
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
  const because = explainCondition(context, exposedWhen, on, exposed)
  if (counteredBy && countered === false) explainCondition(context, counteredBy, on, false, because)
  if (exposed && countered === false) {
    return verdict(context, on, { threat, target }, 'raised', because, noAsks)
  }
  const asks: Ask[] = []
  if (exposed === undefined) asksOf(context, exposedWhen, on, asks)
  if (counteredBy && countered === undefined) asksOf(context, counteredBy, on, asks)
  return verdict(context, on, { threat, target }, 'possible', because, asks)
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
