import type { RiskShare, ThreatRow } from '@/lib/analysis/verdict'
import { describeEvidence, tellingEvidence } from '@/lib/analysis/words/describe-evidence'
import { nameElement, nameType } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { severityRank } from '@/lib/catalogue/severity'
import { elementOf } from '@/lib/model/element-of'
import type { Decision } from '@/lib/model/judgement'
import { joinKey, mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import type { ReportDecision, ReportMitigation, ReportThreat, ReportThreatEntry } from '@/lib/reports/report'

const stateOrder = { raised: 0, attached: 1, possible: 2, countered: 3, silent: 4 } as const

/** Every line of the threat list: what is worst and surest first, then by where it is. */
export function reportThreats(
  rows: readonly ThreatRow[],
  model: ThreatModel,
  catalogue: Catalogue,
): ReportThreat[] {
  return rows
    .map((row) => reportThreat(row, model, catalogue))
    .sort(
      (a, b) =>
        stateOrder[a.state] - stateOrder[b.state] ||
        severityRank(b.severity) - severityRank(a.severity) ||
        b.likelihood * b.impact - a.likelihood * a.impact ||
        compare(a.title, b.title) ||
        compare(a.element.name, b.element.name) ||
        compare(a.key, b.key),
    )
}

function reportThreat(row: ThreatRow, model: ThreatModel, catalogue: Catalogue): ReportThreat {
  const { elementId, decision } = row
  return {
    key: row.key,
    threatId: row.threatId,
    title: row.title,
    description: row.description,
    stride: row.stride,
    alsoStride: row.alsoStride,
    element: {
      id: elementId,
      name: nameElement(elementId, model, catalogue),
      typeLabel: nameType(elementOf(model, elementId)?.type ?? '', catalogue),
      kind: entryOf(model.components, elementId) ? 'component' : 'flow',
    },
    ...(row.part !== undefined && { part: row.part }),
    state: row.state,
    severity: row.severity,
    likelihood: row.likelihood,
    impact: row.impact,
    ...(row.adjusted && { adjusted: row.adjusted }),
    ...(row.shares && { moved: row.shares.map(shareWords) }),
    ...(row.residual && {
      residual: {
        likelihood: row.residual.likelihood,
        impact: row.residual.impact,
        because: row.residual.shares.map(shareWords),
      },
    }),
    evidence: tellingEvidence(row.because).map((item) => describeEvidence(item, model, catalogue, elementId)),
    asks: row.asks.map((ask) => joinKey(ask.elementId, ask.attribute)),
    status: row.status,
    ...(row.review && { review: row.review }),
    isOpen: row.isOpen,
    ...(row.attachmentId !== undefined && !catalogue.threats.has(row.threatId) && { isOwn: true as const }),
    ...(decision && { decision: reportDecision(decision) }),
    mitigations: row.mitigationIds.map((mitigationId) => {
      const state = entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId }))
      return {
        id: mitigationId,
        title: catalogue.mitigations.get(mitigationId)?.title ?? mitigationId,
        ...(state && { status: state.status }),
        ...(state?.note && { note: state.note }),
        ...(state?.owner && { owner: state.owner }),
      }
    }),
    ...(row.causeId !== undefined && { causeKey: row.causeId }),
  }
}

/** "Reachable from the internet: likelihood +1". */
function shareWords({ label, likelihood, impact }: RiskShare): string {
  const parts = [
    ...(likelihood === 0 ? [] : [`likelihood ${signed(likelihood)}`]),
    ...(impact === 0 ? [] : [`impact ${signed(impact)}`]),
  ]
  return `${label}: ${parts.join(', ')}`
}

function signed(by: number): string {
  return by > 0 ? `+${by}` : String(by)
}

function reportDecision({
  status,
  reason,
  owner,
  expires,
  approver,
  riskOverride,
  by,
  at,
}: Decision): ReportDecision {
  return {
    status,
    ...(reason && { reason }),
    ...(owner && { owner }),
    ...(expires && { expires }),
    ...(approver && { approver }),
    ...(riskOverride && { override: { severity: riskOverride.severity, reason: riskOverride.reason } }),
    by,
    at,
  }
}

/** The catalogue's entries for the threats of a report, in id order. */
export function reportThreatEntries(
  threats: readonly ReportThreat[],
  catalogue: Catalogue,
): ReportThreatEntry[] {
  const ids = [...new Set(threats.map((threat) => threat.threatId))].sort()
  return ids.flatMap((id) => {
    const threat = catalogue.threats.get(id)
    if (!threat) return []
    const { title, description, stride, alsoStride, riskReason, references } = threat
    const entry = { id, title, description, stride, alsoStride, riskReason }
    const named = Object.entries(references).filter(
      (pair): pair is [string, string[]] => pair[1] !== undefined,
    )
    return [{ ...entry, references: Object.fromEntries(named) }]
  })
}

/** The catalogue's entries for the mitigations of a report, in id order. */
export function reportMitigations(
  threats: readonly ReportThreat[],
  catalogue: Catalogue,
): ReportMitigation[] {
  const ids = [...new Set(threats.flatMap((threat) => threat.mitigations.map(({ id }) => id)))].sort()
  return ids.flatMap((id) => {
    const mitigation = catalogue.mitigations.get(id)
    if (!mitigation) return []
    return [
      {
        id,
        title: mitigation.title,
        guidance: mitigation.guidance,
        snippets: mitigation.snippets.map(({ kind, label, code }) => ({
          kind,
          ...(label && { label }),
          code,
        })),
        ...(mitigation.verify && { verify: mitigation.verify }),
        controls: mitigation.controls.flatMap((controlId) => {
          const control = catalogue.controls.get(controlId)
          if (!control) return []
          const { id: key, framework, label, numbers } = control
          return [{ id: key, framework, label, numbers }]
        }),
      },
    ]
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
