import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { fingerprint } from '@/lib/analysis/fingerprint'
import { strideLetters, summarise } from '@/lib/analysis/summary'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Attachment, Decision } from '@/lib/model/judgement'
import { decisionKey } from '@/lib/model/keys'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const today = '2026-06-15T08:00:00.000Z'
const rowsOf = (model: ThreatModel) => threatRows(analyse(model, catalogue), today)
const web = (facts: Record<string, boolean>) => buildModel([buildComponent('web', 'box', {}, facts)])
const rowOf = (model: ThreatModel, threatId: string) =>
  rowsOf(model).find((row) => row.threatId === threatId) as ThreatRow

function decide(model: ThreatModel, row: ThreatRow, extra: Partial<Decision> = {}): ThreatModel {
  const decision: Decision = {
    threatId: row.threatId,
    elementId: row.elementId,
    status: 'accepted',
    reason: 'It is a test machine.',
    fingerprint: fingerprint(row),
    by: 'Ada',
    at: today,
    ...extra,
  }
  return { ...model, decisions: { [decisionKey(decision)]: decision } }
}

test('an undecided raised threat is open, a decided one is not', () => {
  const model = web({ privileged: true })
  const row = rowOf(model, 'T-PRIV')
  expect(row).toMatchObject({ status: 'open', isOpen: true, severity: 'critical' })
  expect(rowOf(decide(model, row), 'T-PRIV')).toMatchObject({ status: 'accepted', isOpen: false })
})

test('a decision whose evidence changed is to be reviewed again', () => {
  const model = decide(web({ readOnly: false }), rowOf(web({ readOnly: false }), 'T-RO'))
  const hardened = { ...web({ readOnly: true }), decisions: model.decisions }
  expect(rowOf(hardened, 'T-RO')).toMatchObject({
    state: 'countered',
    status: 'review-again',
    review: 'changed',
    isOpen: false,
  })
})

test('a line that moved in the file does not ask for a review', () => {
  const model = web({ readOnly: false })
  const moved = structuredClone(decide(model, rowOf(model, 'T-RO')))
  const fact = moved.components.web?.facts.readOnly?.[0]
  if (fact?.origin === 'import') fact.source.line = 99
  expect(rowOf(moved, 'T-RO').status).toBe('accepted')
})

test('a decision counts until the end of its last day', () => {
  const model = web({ privileged: true })
  const until = (expires: string) => rowOf(decide(model, rowOf(model, 'T-PRIV'), { expires }), 'T-PRIV')
  expect(until('2026-06-15').status).toBe('accepted')
  expect(until('2026-06-14')).toMatchObject({ status: 'review-again', review: 'expired', isOpen: true })
})

test('a decision that nothing raises any more is kept in sight', () => {
  const outsider = buildModel([buildComponent('web', 'picture')])
  const row = { ...rowOf(web({ privileged: true }), 'T-PRIV') }
  expect(rowOf(decide(outsider, row), 'T-PRIV')).toMatchObject({ state: 'silent', isOpen: false })
})

test('a threat attached by hand stands beside the derived ones, and is not doubled by them', () => {
  const base = { elementId: 'web', by: 'Ada', at: today }
  const attach = (...attached: Attachment[]): ThreatModel => ({
    ...web({ privileged: true }),
    attached: Object.fromEntries(attached.map((one) => [one.id, one])),
  })
  const own = {
    title: 'Ours',
    description: 'Own.',
    stride: ['R' as const],
    likelihood: 2,
    impact: 2,
    mitigationIds: [],
  }
  const rows = rowsOf(
    attach(
      { ...base, id: 'a1', threatId: 'T-HAND' },
      { ...base, id: 'a2', own },
      { ...base, id: 'a3', threatId: 'T-PRIV' },
    ),
  )
  expect(rows.filter((row) => row.state === 'attached').map((row) => row.title)).toEqual([
    'Threat T-HAND',
    'Ours',
  ])
  expect(rows.filter((row) => row.threatId === 'T-PRIV')).toHaveLength(1)
})

test('a risk override changes the severity of the row, with the decision as its reason', () => {
  const model = web({ privileged: true })
  const decision = {
    status: 'open' as const,
    riskOverride: { severity: 'low' as const, reason: 'Air-gapped.' },
  }
  expect(rowOf(decide(model, rowOf(model, 'T-PRIV'), decision), 'T-PRIV')).toMatchObject({
    severity: 'low',
    isOpen: true,
  })
})

test('counts leave out what is folded under another row', () => {
  const rows = rowsOf(web({ privileged: true, rootUser: true, readOnly: true }))
  const summary = summarise(rows)
  expect(summary.open).toEqual({ critical: 1, high: 0, medium: 0, low: 0, info: 0 })
  expect(summary.folded).toBe(2)
  const letters = strideLetters(rows)
  expect(letters.E.open).toBe(1)
  expect(letters.T).toEqual({ open: 0, isConsidered: true })
  expect(letters.S).toEqual({ open: 0, isConsidered: false })
})
