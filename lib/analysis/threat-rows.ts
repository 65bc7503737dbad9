import type { Analysis } from '@/lib/analysis/analysis'
import { fingerprint } from '@/lib/analysis/fingerprint'
import type { RowStatus, ThreatRow, Verdict } from '@/lib/analysis/verdict'
import { severityOf } from '@/lib/catalogue/severity'
import { type Attachment, attachedThreatId, type Decision, decisionKey } from '@/lib/model/judgement'
import { entryOf } from '@/lib/model/records'
import { elementOf } from '@/lib/model/threat-model'

/**
 * The threat list of a model: every verdict, every threat attached by hand, and every decision that nothing raises any
 * more, each with what people decided. In element id then threat id order.
 * @param now today, as YYYY-MM-DD or a longer ISO moment; decides which decisions have expired.
 */
export function threatRows(analysis: Analysis, now: string): ThreatRow[] {
  const rows = analysis.verdicts.map((verdict) => verdictRow(analysis, verdict, now))
  const taken = new Set(rows.map((row) => row.key))
  for (const attachment of Object.values(analysis.model.attached)) {
    const row = attachedRow(analysis, attachment, now)
    if (row && !taken.has(row.key)) {
      rows.push(row)
      taken.add(row.key)
    }
  }
  for (const [key, decision] of Object.entries(analysis.model.decisions)) {
    if (taken.has(key)) continue
    const row = silentRow(analysis, decision, now)
    if (row) rows.push(row)
  }
  return rows.sort(
    (a, b) => compare(a.elementId, b.elementId) || compare(a.threatId, b.threatId) || compare(a.key, b.key),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Basis = Omit<ThreatRow, 'key' | 'status' | 'review' | 'isOpen' | 'decision' | 'fingerprint'>

function verdictRow(analysis: Analysis, verdict: Verdict, now: string): ThreatRow {
  return decided(analysis, { ...wording(analysis, verdict.threatId), ...verdict }, now)
}

function attachedRow(analysis: Analysis, attachment: Attachment, now: string): ThreatRow | undefined {
  if (!elementOf(analysis.model, attachment.elementId)) return undefined
  const threatId = attachedThreatId(attachment)
  const threat = attachment.own ?? analysis.catalogue.threats.get(threatId)
  if (!threat) return undefined
  const { likelihood, impact } = threat
  const words = attachment.own ? ownWording(attachment.own) : wording(analysis, threatId)
  const basis: Basis = {
    ...words,
    threatId,
    elementId: attachment.elementId,
    attachmentId: attachment.id,
    state: 'attached',
    likelihood,
    impact,
    severity: severityOf(likelihood, impact),
    because: [],
    asks: [],
  }
  return decided(analysis, basis, now)
}

function silentRow(analysis: Analysis, decision: Decision, now: string): ThreatRow | undefined {
  const threat = analysis.catalogue.threats.get(decision.threatId)
  if (!threat || !elementOf(analysis.model, decision.elementId)) return undefined
  const basis: Basis = {
    ...wording(analysis, decision.threatId),
    threatId: decision.threatId,
    elementId: decision.elementId,
    ...(decision.part !== undefined && { part: decision.part }),
    state: 'silent',
    likelihood: threat.likelihood,
    impact: threat.impact,
    severity: severityOf(threat.likelihood, threat.impact),
    because: [],
    asks: [],
  }
  return decided(analysis, basis, now)
}

type Wording = Pick<ThreatRow, 'title' | 'description' | 'stride' | 'alsoStride' | 'mitigationIds'>

function wording(analysis: Analysis, threatId: string): Wording {
  const threat = analysis.catalogue.threats.get(threatId)
  return {
    title: threat?.title ?? threatId,
    description: threat?.description ?? '',
    stride: threat?.stride ?? [],
    alsoStride: threat?.alsoStride ?? [],
    mitigationIds: threat?.mitigations ?? [],
  }
}

function ownWording(own: NonNullable<Attachment['own']>): Wording {
  const { title, description, stride, mitigationIds } = own
  return { title, description, stride, alsoStride: [], mitigationIds }
}

function decided(analysis: Analysis, basis: Basis, now: string): ThreatRow {
  const key = decisionKey(basis)
  const decision = entryOf(analysis.model.decisions, key)
  const print = fingerprint(basis)
  const review = decision && reviewReason(decision, print, now)
  const status: RowStatus = review ? 'review-again' : (decision?.status ?? 'open')
  const isPresent = basis.state === 'raised' || basis.state === 'possible' || basis.state === 'attached'
  return {
    ...basis,
    key,
    severity: decision?.riskOverride?.severity ?? basis.severity,
    ...(decision && { decision }),
    status,
    ...(review && { review }),
    isOpen: isPresent && (status === 'open' || status === 'review-again'),
    fingerprint: print,
  }
}

function reviewReason(decision: Decision, print: string, now: string): ThreatRow['review'] {
  if (decision.status === 'open') return undefined
  if (decision.expires !== undefined && decision.expires < now.slice(0, 10)) return 'expired'
  return decision.fingerprint === print ? undefined : 'changed'
}
