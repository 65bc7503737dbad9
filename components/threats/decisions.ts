import { fingerprint } from '@/lib/analysis/fingerprint'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { EditOf } from '@/lib/model/change'
import {
  Decision,
  type DecisionStatus,
  isReasonRequired,
  type MitigationState,
  type MitigationStatus,
  type Severity,
} from '@/lib/model/judgement'

/** A decision as it is being written. Empty text means not set. */
export type DecisionDraft = {
  status: DecisionStatus
  reason: string
  owner: string
  expires: string
  overrideSeverity: Severity | ''
  overrideReason: string
}

/** What stands, as a draft to change. A decision to be reviewed again starts from what was decided. */
export function draftOf(row: Pick<ThreatRow, 'decision'>): DecisionDraft {
  const { decision } = row
  return {
    status: decision?.status ?? 'open',
    reason: decision?.reason ?? '',
    owner: decision?.owner ?? '',
    expires: decision?.expires ?? '',
    overrideSeverity: decision?.riskOverride?.severity ?? '',
    overrideReason: decision?.riskOverride?.reason ?? '',
  }
}

export type DraftProblems = Partial<Record<'reason' | 'overrideReason' | 'owner' | 'expires', string>>

/** What is missing in a draft, a sentence beside each field. Empty when it can be saved. */
export function draftProblems(draft: DecisionDraft): DraftProblems {
  const problems: DraftProblems = {}
  if (isReasonRequired(draft.status) && draft.reason.trim() === '') {
    problems.reason =
      draft.status === 'accepted'
        ? 'Say why this risk is accepted, so that others can follow the decision.'
        : 'Say why it does not apply here, so that others can follow the decision.'
  }
  if (draft.overrideSeverity !== '' && draft.overrideReason.trim() === '') {
    problems.overrideReason = 'Say why the risk is another one here.'
  }
  const parsed = Decision.safeParse(
    decisionOf(draft, samplePlace, { name: 'x', now: '2000-01-01T00:00:00.000Z' }),
  )
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const field = path[0] === 'riskOverride' ? 'overrideReason' : path[0]
    if (field === 'reason' || field === 'owner' || field === 'expires' || field === 'overrideReason') {
      problems[field] ??= message
    }
  }
  return problems
}

type Place = Pick<
  ThreatRow,
  'threatId' | 'elementId' | 'part' | 'state' | 'likelihood' | 'impact' | 'because'
>

const samplePlace: Place = {
  threatId: 'x',
  elementId: 'x',
  state: 'raised',
  likelihood: 1,
  impact: 1,
  because: [],
}

export type Stamp = { name: string; now: string; groupId?: string }

function decisionOf(draft: DecisionDraft, place: Place, { name, now, groupId }: Stamp): Decision {
  const { status, overrideSeverity } = draft
  const [reason, owner, overrideReason] = [
    draft.reason.trim(),
    draft.owner.trim(),
    draft.overrideReason.trim(),
  ]
  return {
    threatId: place.threatId,
    elementId: place.elementId,
    ...(place.part !== undefined && { part: place.part }),
    status,
    ...(reason !== '' && { reason }),
    ...(owner !== '' && { owner }),
    ...(draft.expires !== '' && { expires: draft.expires }),
    ...(overrideSeverity !== '' && { riskOverride: { severity: overrideSeverity, reason: overrideReason } }),
    fingerprint: fingerprint(place),
    ...(groupId !== undefined && { groupId }),
    by: name,
    at: now,
  }
}

/** One decision for each row, made together: they share a group id when there are several. */
export function decideEdits(
  rows: readonly ThreatRow[],
  draft: DecisionDraft,
  stamp: Stamp,
): EditOf<'decide'>[] {
  const { groupId, ...alone } = stamp
  return rows.map((row) => ({
    type: 'decide',
    threatId: row.threatId,
    elementId: row.elementId,
    ...(row.part !== undefined && { part: row.part }),
    value: decisionOf(draft, row, rows.length > 1 ? stamp : alone),
    was: row.decision ?? null,
  }))
}

/** Takes the decisions on these rows back. */
export function undecideEdits(rows: readonly ThreatRow[]): EditOf<'decide'>[] {
  return rows.flatMap((row) =>
    row.decision
      ? [
          {
            type: 'decide' as const,
            threatId: row.threatId,
            elementId: row.elementId,
            ...(row.part !== undefined && { part: row.part }),
            value: null,
            was: row.decision,
          },
        ]
      : [],
  )
}

/** Sets how far a mitigation is on an element; '' takes the entry away. */
export function mitigationEdit(
  of: { elementId: string; mitigationId: string },
  status: MitigationStatus | '',
  note: string,
  was: MitigationState | undefined,
  stamp: Stamp,
  evidence: readonly string[] = was?.evidence ?? [],
): EditOf<'set-mitigation'> {
  const words = note.trim()
  const { elementId, mitigationId } = of
  const value: MitigationState | null =
    status === ''
      ? null
      : {
          elementId,
          mitigationId,
          status,
          ...(words !== '' && { note: words }),
          ...(was?.owner !== undefined && { owner: was.owner }),
          ...(status === 'verified' && evidence.length > 0 && { evidence: [...evidence] }),
          by: stamp.name,
          at: stamp.now,
        }
  return { type: 'set-mitigation', elementId, mitigationId, value, was: was ?? null }
}
