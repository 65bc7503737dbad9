import type { Context } from '@/lib/analysis/context'
import { evidenceKey, explainCondition } from '@/lib/analysis/explain-condition'
import { type Shift, shiftRisk } from '@/lib/analysis/risk/shift-risk'
import { testCondition } from '@/lib/analysis/test-condition'
import type { Evidence, Verdict } from '@/lib/analysis/verdict'
import type { CompiledRiskFactor } from '@/lib/catalogue/pack'
import { severityOf } from '@/lib/catalogue/severity'

/**
 * Moves the risk of an element's verdicts by what is known of the element: reachable from the internet, runs as root,
 * holds secrets. Verdicts that rest on the same facts already are not moved by them. What is countered keeps the
 * catalogue's risk, because nobody weighs it.
 */
export function weighVerdicts(context: Context, elementId: string, verdicts: Verdict[]): Verdict[] {
  if (!verdicts.some((verdict) => verdict.state !== 'countered')) return verdicts
  const factors = holdingFactors(context, elementId)
  if (factors.length === 0) return verdicts
  return verdicts.map((verdict) =>
    verdict.state === 'countered' ? verdict : weigh(context, verdict, factors),
  )
}

type Holding = { factor: CompiledRiskFactor; shift: Shift; facts: ReadonlySet<string> }

function holdingFactors(context: Context, elementId: string): Holding[] {
  const on = context.subject(elementId)
  const holding: Holding[] = []
  for (const factor of context.catalogue.riskFactorsOn(on.element?.type ?? '')) {
    if (testCondition(context, factor.when, on) !== true) continue
    const because = explainCondition(context, factor.when, on, true)
    const { id, label, why, likelihood = 0, impact = 0 } = factor
    holding.push({ factor, shift: { id, label, why, likelihood, impact, because }, facts: deepKeys(because) })
  }
  return holding
}

function weigh(context: Context, verdict: Verdict, factors: readonly Holding[]): Verdict {
  const stride = context.catalogue.threats.get(verdict.threatId)?.stride ?? []
  let own: ReadonlySet<string> | undefined
  const shifts: Shift[] = []
  for (const { factor, shift, facts } of factors) {
    if (!stride.some((letter) => factor.letters.includes(letter))) continue
    own ??= deepKeys(verdict.because)
    if (!overlap(own, facts)) shifts.push(shift)
  }
  if (shifts.length === 0) return verdict
  const { likelihood, impact, shares } = shiftRisk(verdict, shifts)
  if (shares.length === 0) return verdict
  return { ...verdict, likelihood, impact, severity: severityOf(likelihood, impact), shares }
}

/** What a piece of evidence speaks of, with all that derived facts follow from. */
function deepKeys(evidence: readonly Evidence[], into = new Set<string>()): Set<string> {
  for (const item of evidence) {
    if (item.kind === 'fact') into.add(evidenceKey(item))
    if (item.kind === 'fact' && item.from) deepKeys(item.from, into)
  }
  return into
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of b) if (a.has(key)) return true
  return false
}
