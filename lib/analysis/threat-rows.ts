import type { Analysis } from '@/lib/analysis/analysis'
import { fingerprint } from '@/lib/analysis/fingerprint'
import { dataShift, mitigationShifts } from '@/lib/analysis/risk/people-shifts'
import { type Shift, shiftRisk } from '@/lib/analysis/risk/shift-risk'
import type { RowStatus, ThreatRow, Verdict } from '@/lib/analysis/verdict'
import { severityOf } from '@/lib/catalogue/severity'
import { elementOf } from '@/lib/model/element-of'
import type { Attachment, Decision } from '@/lib/model/judgement'
import { attachedThreatId, decisionKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * The threat list of a model: every verdict, every threat attached by hand, and every decision that nothing raises any
 * more, each with what people decided. In element id then threat id order.
 * @param now today, as YYYY-MM-DD or a longer ISO moment; decides which decisions have expired.
 */
export function threatRows(analysis: Analysis, now: string): ThreatRow[] {
  return rowsOf(analysis, now, { verdicts: analysis.verdicts, isMeant: () => true })
}

/** The part of the list that is about one element. */
export function threatRowsOn(analysis: Analysis, elementId: string, now: string): ThreatRow[] {
  const isMeant = (id: string) => id === elementId
  return rowsOf(analysis, now, { verdicts: analysis.verdictsOn(elementId), isMeant })
}

type Part = { verdicts: readonly Verdict[]; isMeant: (elementId: string) => boolean }

function rowsOf(analysis: Analysis, now: string, part: Part): ThreatRow[] {
  const today = now.slice(0, 10)
  const rows = part.verdicts.map((verdict) => verdictRow(analysis, verdict, today))
  const extra = [...attachedRows(analysis, part, today), ...silentRows(analysis, part, today)]
  if (extra.length === 0) return rows
  const taken = new Set(rows.map((row) => row.key))
  for (const row of extra) {
    if (taken.has(row.key)) continue
    taken.add(row.key)
    rows.push(row)
  }
  return rows.sort(
    (a, b) => compare(a.elementId, b.elementId) || compare(a.threatId, b.threatId) || compare(a.key, b.key),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Basis = Omit<ThreatRow, 'key' | 'status' | 'review' | 'isOpen' | 'decision'>

type Known = Pick<ThreatModel, 'dataAssets' | 'mitigationStates'> & {
  /** They count where there is data that they carry. */
  flows: ThreatModel['flows'] | undefined
  decision: Decision | undefined
  today: string
  row: ThreatRow
}

// A verdict that analysis carried over keeps its row too, as long as the day and what people say of it are the same.
const known = new WeakMap<Verdict, Known>()

function verdictRow(analysis: Analysis, verdict: Verdict, today: string): ThreatRow {
  const { decisions, dataAssets, mitigationStates } = analysis.model
  const flows = isEmpty(dataAssets) ? undefined : analysis.model.flows
  const before = known.get(verdict)
  const key = before?.row.key ?? decisionKey(verdict)
  const decision = entryOf(decisions, key)
  if (
    before?.decision === decision &&
    before?.today === today &&
    before.dataAssets === dataAssets &&
    before.mitigationStates === mitigationStates &&
    before.flows === flows
  )
    return before.row
  const words = wording(analysis, verdict.threatId)
  const shifts = shiftsOf(analysis, { ...words, elementId: verdict.elementId, state: verdict.state })
  const row = decided(analysis, { ...verdict, ...words }, today, shifts)
  const same = before && isSameRow(before.row, row) ? before.row : row
  known.set(verdict, { decision, today, dataAssets, mitigationStates, flows, row: same })
  return same
}

/** Of one verdict: whether nothing that people say moved it. */
function isSameRow(a: ThreatRow, b: ThreatRow): boolean {
  return (
    a.decision === b.decision &&
    a.status === b.status &&
    a.severity === b.severity &&
    JSON.stringify([a.shares, a.residual]) === JSON.stringify([b.shares, b.residual])
  )
}

type Shifts = { data: Shift | undefined; mitigations: readonly Shift[] }
const noShifts: Shifts = { data: undefined, mitigations: [] }

/** What people say that moves this risk. What is countered is not weighed. */
function shiftsOf(
  { model, catalogue }: Analysis,
  of: Pick<Basis, 'elementId' | 'stride' | 'mitigationIds' | 'state'>,
): Shifts {
  if (of.state === 'countered' || (isEmpty(model.dataAssets) && isEmpty(model.mitigationStates)))
    return noShifts
  const data = dataShift(model, of)
  const mitigations = mitigationShifts(model, catalogue, of)
  return data || mitigations.length > 0 ? { data, mitigations } : noShifts
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}

function* attachedRows(analysis: Analysis, { isMeant }: Part, today: string): Generator<ThreatRow> {
  for (const attachment of Object.values(analysis.model.attached)) {
    const row = isMeant(attachment.elementId) ? attachedRow(analysis, attachment, today) : undefined
    if (row) yield row
  }
}

/** A row for every decision; those that another row stands for are passed over by the caller. */
function* silentRows(analysis: Analysis, { verdicts, isMeant }: Part, today: string): Generator<ThreatRow> {
  const decisions = Object.values(analysis.model.decisions).filter(({ elementId }) => isMeant(elementId))
  if (decisions.length === 0) return
  const present = new Set(verdicts.map(decisionKey))
  for (const decision of decisions) {
    const row = present.has(decisionKey(decision)) ? undefined : silentRow(analysis, decision, today)
    if (row) yield row
  }
}

function attachedRow(analysis: Analysis, attachment: Attachment, today: string): ThreatRow | undefined {
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
  return decided(analysis, basis, today)
}

function silentRow(analysis: Analysis, decision: Decision, today: string): ThreatRow | undefined {
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
  return decided(analysis, basis, today)
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

/** Completes a basis, which the caller made for this and gives away. */
function decided(
  analysis: Analysis,
  basis: Basis,
  today: string,
  shifts: Shifts = shiftsOf(analysis, basis),
): ThreatRow {
  if (shifts !== noShifts) applyShifts(basis, shifts)
  const key = decisionKey(basis)
  const decision = entryOf(analysis.model.decisions, key)
  const review = decision && reviewReason(decision, basis, today)
  const status: RowStatus = review ? 'review-again' : (decision?.status ?? 'open')
  const isPresent = basis.state !== 'countered' && basis.state !== 'silent'
  const row = basis as ThreatRow
  row.key = key
  row.status = status
  row.isOpen = isPresent && (status === 'open' || status === 'review-again')
  if (decision) row.decision = decision
  if (decision?.riskOverride) row.severity = decision.riskOverride.severity
  if (review) row.review = review
  return row
}

function applyShifts(basis: Basis, { data, mitigations }: Shifts): void {
  if (data) {
    const { likelihood, impact, shares } = shiftRisk(basis, [data])
    Object.assign(basis, { likelihood, impact, shares: [...(basis.shares ?? []), ...shares] })
  }
  if (mitigations.length > 0) basis.residual = shiftRisk(basis, mitigations)
  const { likelihood, impact } = basis.residual ?? basis
  basis.severity = severityOf(likelihood, impact)
}

function reviewReason(decision: Decision, basis: Basis, today: string): ThreatRow['review'] {
  if (decision.status === 'open') return undefined
  if (decision.expires !== undefined && decision.expires < today) return 'expired'
  return decision.fingerprint === fingerprint(basis) ? undefined : 'changed'
}
