import type { Severity } from '@/lib/model/judgement'

/** Severity of likelihood x impact on the 5 x 5 matrix: 20 and up critical, 12 high, 6 medium, 3 low, below that info. */
export function severityOf(likelihood: number, impact: number): Severity {
  const risk = likelihood * impact
  if (risk >= 20) return 'critical'
  if (risk >= 12) return 'high'
  if (risk >= 6) return 'medium'
  return risk >= 3 ? 'low' : 'info'
}

const rank: Record<Severity, number> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 }

/** 4 for critical down to 0 for info, for sorting and comparing. */
export function severityRank(severity: Severity): number {
  return rank[severity]
}
