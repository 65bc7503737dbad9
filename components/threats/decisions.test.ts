import { describe, expect, test } from 'vitest'
import {
  type DecisionDraft,
  decideEdits,
  draftOf,
  draftProblems,
  mitigationEdit,
  undecideEdits,
} from '@/components/threats/decisions'
import { analyse } from '@/lib/analysis/analyse'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { applyChange } from '@/lib/model/apply-change'
import { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const now = '2026-06-15T08:00:00.000Z'
const stamp = { name: 'Ada', now, groupId: 'g1' }
const rowsOf = (model: ThreatModel) => threatRows(analyse(model, catalogue), now)
const start = buildModel([
  buildComponent('a', 'box', {}, { privileged: true }),
  buildComponent('b', 'box', {}, { privileged: true }),
])
const privileged = (model: ThreatModel) => rowsOf(model).filter((row) => row.threatId === 'T-PRIV')
const draft = (extra: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...draftOf({}),
  status: 'mitigated',
  ...extra,
})
const apply = (model: ThreatModel, edits: Edit[]) => {
  const result = applyChange(model, {
    id: 'c',
    label: 'Decide',
    atomic: false,
    edits: edits.map((edit) => Edit.parse(edit)),
  })
  expect(result.refused).toEqual([])
  return result.model
}

describe('draftProblems', () => {
  test('accepting and not applicable need a reason, the others do not', () => {
    expect(draftProblems(draft({ status: 'accepted', reason: '  ' })).reason).toContain('Say why')
    expect(draftProblems(draft({ status: 'not-applicable' })).reason).toContain('Say why')
    expect(draftProblems(draft({ status: 'transferred' }))).toEqual({})
  })

  test('another risk needs its own reason', () => {
    expect(draftProblems(draft({ overrideSeverity: 'low' })).overrideReason).toContain('Say why')
    expect(draftProblems(draft({ overrideSeverity: 'low', overrideReason: 'Behind a VPN.' }))).toEqual({})
  })

  test('a date that is none is said beside its field', () => {
    expect(draftProblems(draft({ expires: 'tomorrow' })).expires).toBeDefined()
  })
})

describe('decideEdits', () => {
  test('decides one threat for many components, tied together', () => {
    const rows = privileged(start)
    const decided = privileged(
      apply(start, decideEdits(rows, draft({ owner: ' Ops ', expires: '2027-01-01' }), stamp)),
    )
    expect(
      decided.map((row) => [row.status, row.isOpen, row.decision?.groupId, row.decision?.owner]),
    ).toEqual([
      ['mitigated', false, 'g1', 'Ops'],
      ['mitigated', false, 'g1', 'Ops'],
    ])
  })

  test('a decision on one alone belongs to no group', () => {
    const [first] = privileged(start)
    const [edit] = decideEdits([first as ThreatRow], draft(), stamp)
    expect(edit?.value?.groupId).toBeUndefined()
  })

  test('another risk counts, and does not ask for a review by itself', () => {
    const rows = privileged(start)
    const model = apply(
      start,
      decideEdits(
        rows,
        draft({
          status: 'accepted',
          reason: 'A test machine.',
          overrideSeverity: 'low',
          overrideReason: 'Offline.',
        }),
        stamp,
      ),
    )
    expect(privileged(model)[0]).toMatchObject({ severity: 'low', status: 'accepted' })
    const again = apply(model, decideEdits(privileged(model), draft(), stamp))
    expect(privileged(again)[0]?.status).toBe('mitigated')
  })

  test('can be taken back', () => {
    const model = apply(start, decideEdits(privileged(start), draft(), stamp))
    const back = apply(model, undecideEdits(privileged(model)))
    expect(back.decisions).toEqual({})
    expect(undecideEdits(privileged(back))).toEqual([])
  })
})

test('a mitigation keeps its owner when its status changes, and goes when it is not set', () => {
  const of = { elementId: 'a', mitigationId: 'M-1' }
  const was = { ...of, status: 'planned' as const, owner: 'Ops', by: 'Ada', at: now }
  expect(mitigationEdit(of, 'implemented', ' done ', was, stamp).value).toMatchObject({
    status: 'implemented',
    note: 'done',
    owner: 'Ops',
  })
  expect(mitigationEdit(of, '', '', was, stamp).value).toBeNull()
})
