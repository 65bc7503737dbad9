import type { RiskLevels } from '@/lib/analysis/risk/shift-risk'
import type { Evidence, ThreatRow } from '@/lib/analysis/verdict'
import { severityOf } from '@/lib/catalogue/severity'
import type { Severity } from '@/lib/model/judgement'

/** One line of the reckoning: what it did to likelihood and impact, and how many points of risk that makes. */
export type RiskStep = {
  id: string
  label: string
  why: string
  likelihood: number
  impact: number
  points: number
  because: readonly Evidence[]
}

export type RiskPoint = RiskLevels & { points: number; severity: Severity }

/** How a risk came about, as a sum that adds up: `base` and the `context` give `inherent`, with `controls` `residual`. */
export type RiskExplanation = {
  base: RiskPoint & { why: string }
  context: readonly RiskStep[]
  inherent: RiskPoint
  controls: readonly RiskStep[]
  residual: RiskPoint
  /** A person's word, which counts instead. */
  override?: { severity: Severity; reason: string; by: string }
}

/** The base of a row: the catalogue's entry, or the threat that a person wrote. */
type Base = RiskLevels & { riskReason: string }

/**
 * Explains the risk of a row. Points are likelihood times impact, 1 to 25; the steps' points add up to the difference.
 * @param base the threat's own likelihood and impact; the row's when the catalogue lacks it.
 */
export function explainRisk(row: ThreatRow, base: Base | undefined): RiskExplanation {
  const shares = row.shares ?? []
  const inherent = { likelihood: row.likelihood, impact: row.impact }
  const start = base ?? { ...inherent, riskReason: 'A person judged it so.' }
  const given = {
    likelihood: inherent.likelihood - sum(shares.map((share) => share.likelihood)),
    impact: inherent.impact - sum(shares.map((share) => share.impact)),
  }
  const moved = { likelihood: given.likelihood - start.likelihood, impact: given.impact - start.impact }
  const circumstances =
    row.adjusted !== undefined && (moved.likelihood !== 0 || moved.impact !== 0)
      ? [{ id: 'circumstances', label: 'Where it is', why: row.adjusted, ...moved, because: [] }]
      : []
  const control =
    row.state === 'countered'
      ? [
          {
            id: 'control',
            label: 'A control is in place',
            why: 'What is known of it counters the threat.',
            likelihood: 1 - inherent.likelihood,
            impact: 0,
            because: row.because,
          },
        ]
      : []
  const context = steps(start, [...circumstances, ...shares])
  const controls = steps(inherent, control.length > 0 ? control : (row.residual?.shares ?? []))
  const residual = controls.reduce(add, inherent)
  const override = row.decision?.riskOverride
  return {
    base: { ...point(start), why: start.riskReason },
    context,
    inherent: point(inherent),
    controls,
    residual: point(residual),
    ...(override && row.decision && { override: { ...override, by: row.decision.by } }),
  }
}

type Part = Omit<RiskStep, 'points'>

function steps(start: RiskLevels, parts: readonly Part[]): RiskStep[] {
  let at = start
  return parts.map((part) => {
    const next = add(at, part)
    const points = next.likelihood * next.impact - at.likelihood * at.impact
    at = next
    return { ...part, points }
  })
}

function add(at: RiskLevels, part: RiskLevels): RiskLevels {
  return { likelihood: at.likelihood + part.likelihood, impact: at.impact + part.impact }
}

function point({ likelihood, impact }: RiskLevels): RiskPoint {
  return { likelihood, impact, points: likelihood * impact, severity: severityOf(likelihood, impact) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
