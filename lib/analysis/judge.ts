import type { Context } from '@/lib/analysis/context'
import { asksOf, distinctAsks, distinctEvidence, explainCondition } from '@/lib/analysis/explain-condition'
import { foldByCause } from '@/lib/analysis/fold'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Evidence, Verdict } from '@/lib/analysis/verdict'
import type { ThreatOnType } from '@/lib/catalogue/catalogue'
import type { CompiledTarget } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'
import { entryOf } from '@/lib/model/records'
import { elementOf } from '@/lib/model/threat-model'

/** What the catalogue says of one element, in threat id order, with consequences folded under their cause. */
export function judgeElement(context: Context, elementId: string): Verdict[] {
  const element = elementOf(context.model, elementId)
  if (!element || entryOf(context.model.components, elementId)?.outOfScope) return []
  const verdicts: Verdict[] = []
  for (const threatOnType of context.catalogue.threatsOn(element.type)) {
    const verdict = judgeThreat(context, elementId, threatOnType)
    if (verdict) verdicts.push(verdict)
  }
  return foldByCause(context, verdicts)
}

/** One threat on one element; undefined when it is silent: not exposed, or only ever attached by hand. */
export function judgeThreat(
  context: Context,
  elementId: string,
  { threat, target }: ThreatOnType,
): Verdict | undefined {
  const { exposedWhen, counteredBy } = target
  if (!exposedWhen) return undefined
  const countered = counteredBy ? testCondition(context, counteredBy, elementId) : false
  const base = { threatId: threat.id, elementId }
  if (counteredBy && countered === true) {
    const because = distinctEvidence(explainCondition(context, counteredBy, elementId))
    return {
      ...base,
      state: 'countered',
      ...risk(context, elementId, threat, target).level,
      because,
      asks: [],
    }
  }
  const exposed = testCondition(context, exposedWhen, elementId)
  if (exposed === false) return undefined
  const { level, evidence } = risk(context, elementId, threat, target)
  const because = [
    ...explainCondition(context, exposedWhen, elementId),
    ...(counteredBy && countered === false ? explainCondition(context, counteredBy, elementId) : []),
    ...evidence,
  ]
  const asks = [
    ...(exposed === undefined ? asksOf(context, exposedWhen, elementId) : []),
    ...(counteredBy && countered === undefined ? asksOf(context, counteredBy, elementId) : []),
  ]
  return {
    ...base,
    state: exposed && countered === false ? 'raised' : 'possible',
    ...level,
    because: distinctEvidence(because),
    asks: distinctAsks(asks),
  }
}

type Risk = { level: Pick<Verdict, 'likelihood' | 'impact' | 'severity' | 'adjusted'>; evidence: Evidence[] }

/** Likelihood and impact after the first adjustment whose circumstances are known to hold. */
function risk(
  context: Context,
  elementId: string,
  threat: { likelihood: number; impact: number },
  target: CompiledTarget,
): Risk {
  const adjustment = target.adjust.find(({ when }) => testCondition(context, when, elementId) === true)
  const likelihood = adjustment?.likelihood ?? threat.likelihood
  const impact = adjustment?.impact ?? threat.impact
  return {
    level: {
      likelihood,
      impact,
      severity: severityOf(likelihood, impact),
      ...(adjustment && { adjusted: adjustment.why }),
    },
    evidence: adjustment ? explainCondition(context, adjustment.when, elementId) : [],
  }
}
