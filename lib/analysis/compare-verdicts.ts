import type { Verdict } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import type { Severity } from '@/lib/model/judgement'

/**
 * One threat whose verdict differs between two states of a model, with every element on which it does. `count` may be more:
 * a container may have it once a port.
 */
export type VerdictChange = { threatId: string; severity: Severity; elementIds: string[]; count: number }

/**
 * What a change does to the threat list. `raised`: known to apply now, and was not. `countered`: a control is there now,
 * and was not. `ended`: was raised, and is now neither raised nor countered. What is folded under its cause is not told beside it,
 * so that the numbers are those of the threat list. The severest and most frequent come first.
 */
export type VerdictChanges = Record<'raised' | 'countered' | 'ended', VerdictChange[]>

/** Compares the verdicts of two states of one model. */
export function compareVerdicts(before: readonly Verdict[], after: readonly Verdict[]): VerdictChanges {
  const was = new Map(before.map((verdict) => [keyOf(verdict), verdict]))
  const groups = { raised: new Map(), countered: new Map(), ended: new Map() }
  for (const verdict of after) {
    const earlier = was.get(keyOf(verdict))
    was.delete(keyOf(verdict))
    if (earlier?.state === verdict.state) continue
    if (verdict.state === 'raised') note(groups.raised, verdict)
    else if (verdict.state === 'countered') note(groups.countered, verdict)
    else if (earlier?.state === 'raised') note(groups.ended, earlier)
  }
  for (const verdict of was.values()) if (verdict.state === 'raised') note(groups.ended, verdict)
  return { raised: sorted(groups.raised), countered: sorted(groups.countered), ended: sorted(groups.ended) }
}

const keyOf = ({ threatId, elementId, part }: Verdict) => `${threatId}|${elementId}|${part ?? ''}`

function note(group: Map<string, VerdictChange>, { threatId, severity, elementId, causeId }: Verdict): void {
  if (causeId !== undefined) return
  const known = group.get(threatId)
  if (!known) {
    group.set(threatId, { threatId, severity, elementIds: [elementId], count: 1 })
    return
  }
  known.count += 1
  if (severityRank(severity) > severityRank(known.severity)) known.severity = severity
  if (known.elementIds.at(-1) !== elementId) known.elementIds.push(elementId)
}

function sorted(group: ReadonlyMap<string, VerdictChange>): VerdictChange[] {
  return [...group.values()].sort(
    (a, b) =>
      severityRank(b.severity) - severityRank(a.severity) ||
      b.count - a.count ||
      (a.threatId < b.threatId ? -1 : 1),
  )
}
