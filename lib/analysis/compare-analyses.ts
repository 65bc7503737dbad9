import type { Analysis } from '@/lib/analysis/analysis'
import type { Verdict, VerdictState } from '@/lib/analysis/verdict'
import type { Severity } from '@/lib/model/judgement'
import { decisionKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'

/** What one verdict becomes with another catalogue. `undefined` is "not there". */
export type VerdictChange = {
  threatId: string
  elementId: string
  title: string
  before: VerdictState | undefined
  after: VerdictState | undefined
  severity: Severity
  /** Somebody decided on it. */
  isDecided: boolean
}

/**
 * What would change for one model when it were looked at with another catalogue: verdicts that come, go or change their
 * state or severity. In element id then threat id order.
 */
export function compareAnalyses(before: Analysis, after: Analysis): VerdictChange[] {
  const old = new Map(before.verdicts.map((verdict) => [decisionKey(verdict), verdict]))
  const changes: VerdictChange[] = []
  for (const verdict of after.verdicts) {
    const key = decisionKey(verdict)
    const was = old.get(key)
    old.delete(key)
    if (was?.state === verdict.state && was.severity === verdict.severity) continue
    changes.push(change(after, key, verdict, was?.state, verdict.state))
  }
  for (const [key, verdict] of old) changes.push(change(before, key, verdict, verdict.state, undefined))
  return changes.sort((a, b) => compare(a.elementId, b.elementId) || compare(a.threatId, b.threatId))
}

function change(
  { model, catalogue }: Analysis,
  key: string,
  { threatId, elementId, severity }: Verdict,
  before: VerdictState | undefined,
  after: VerdictState | undefined,
): VerdictChange {
  const title = catalogue.threats.get(threatId)?.title ?? threatId
  const isDecided = entryOf(model.decisions, key) !== undefined
  return { threatId, elementId, title, before, after, severity, isDecided }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
