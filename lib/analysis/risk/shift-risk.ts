import type { Evidence, RiskShare } from '@/lib/analysis/verdict'

/** Likelihood and impact, 1 to 5 each. */
export type RiskLevels = { likelihood: number; impact: number }

/** A circumstance that would move the risk by so many levels. */
export type Shift = {
  id: string
  label: string
  why: string
  likelihood: number
  impact: number
  because: readonly Evidence[]
}

/** Moves a risk by these shifts, one after the other, within 1 to 5. A shift without effect has no share. */
export function shiftRisk(
  start: RiskLevels,
  shifts: readonly Shift[],
): RiskLevels & { shares: readonly RiskShare[] } {
  let { likelihood, impact } = start
  const shares: RiskShare[] = []
  for (const shift of shifts) {
    const before = { likelihood, impact }
    likelihood = clamp(likelihood + shift.likelihood)
    impact = clamp(impact + shift.impact)
    const share = { likelihood: likelihood - before.likelihood, impact: impact - before.impact }
    if (share.likelihood !== 0 || share.impact !== 0) shares.push({ ...shift, ...share })
  }
  return { likelihood, impact, shares }
}

function clamp(level: number): number {
  return Math.max(1, Math.min(5, level))
}
