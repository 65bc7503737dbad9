import { analyse } from '@/lib/analysis/analyse'
import type { Analysis } from '@/lib/analysis/analysis'
import type { Finding } from '@/lib/analysis/findings/list-findings'
import { lessonsOf } from '@/lib/analysis/findings/place-checks'
import type { Verdict } from '@/lib/analysis/verdict'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { Fact } from '@/lib/model/fact'
import { entryOf } from '@/lib/model/records'

/** `removed`: by how much the risk of raised threats falls when the finding is fixed. */
export type Ranked = { finding: Finding; removed: number }

const MAX_TRIED = 300

/**
 * Failed findings, those first whose repair removes the most risk: the model is judged again as if each had passed.
 * Findings that teach no fact, or that others outweigh, remove nothing that can be told; they follow by their threats.
 */
export function rankFindings(findings: readonly Finding[], analysis: Analysis): Ranked[] {
  const failed = findings.filter(({ verdict }) => verdict === 'fail')
  const once = new Map(failed.map((one) => [one.finding, one]))
  const ranked = [...once.values()].map((finding, index) => ({
    finding,
    removed: index < MAX_TRIED ? removedBy(finding, analysis) : 0,
  }))
  return ranked.sort(
    (a, b) =>
      b.removed - a.removed ||
      b.finding.threats.length - a.finding.threats.length ||
      (a.finding.finding < b.finding.finding ? -1 : 1),
  )
}

function removedBy({ check, elementId }: Finding, analysis: Analysis): number {
  const element = elementId === null ? undefined : entryOf(analysis.model.components, elementId)
  if (!element || elementId === null) return 0
  const edits = lessonsOf(analysis.catalogue, check).flatMap(({ on, attribute, pass, fail }): Edit[] => {
    // What a pass does not tell is at least not what a failure tells.
    const value = pass ?? (typeof fail === 'boolean' ? !fail : undefined)
    if (attribute === undefined || value === undefined || !on.includes(element.type)) return []
    const before = entryOf(element.facts, attribute)?.find(({ origin }) => origin === 'person') ?? null
    const fact: Fact = {
      origin: 'person',
      value,
      source: { who: 'supposed', when: '1970-01-01T00:00:00.000Z' },
    }
    return [{ type: 'set-fact', elementId, attribute, slot: 'person', value: fact, was: before }]
  })
  if (edits.length === 0) return 0
  const supposed = applyChange(analysis.model, { id: 'supposed', label: 'Suppose', atomic: true, edits })
  if (supposed.refused.length > 0) return 0
  const after = analyse(supposed.model, analysis.catalogue, analysis)
  return Math.max(0, riskOf(analysis.verdicts) - riskOf(after.verdicts))
}

function riskOf(verdicts: readonly Verdict[]): number {
  return verdicts.reduce(
    (sum, { state, likelihood, impact }) => sum + (state === 'raised' ? likelihood * impact : 0),
    0,
  )
}
