import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { explainRisk } from '@/lib/analysis/risk/explain-risk'
import { shiftRisk } from '@/lib/analysis/risk/shift-risk'
import { threatRows } from '@/lib/analysis/threat-rows'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import type { Decision } from '@/lib/model/judgement'
import { mitigationKey } from '@/lib/model/keys'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

const catalogue = openRepositoryCatalogue()
const today = '2026-01-01'
const at = '2026-01-01T00:00:00.000Z'

function modelOf(facts: Record<string, boolean | string[]>): ThreatModel {
  return buildModel(
    [
      buildComponent('web', 'container', {}, { declared: false, privileged: false, ...facts }),
      buildComponent('db', 'container', {}, { declared: true }),
    ],
    [{ ...buildFlow('call', 'flow-http', 'web', 'db', { encrypted: false }), dataIds: ['cards'] }],
  )
}

function rowsOf(model: ThreatModel, elementId = 'web') {
  return threatRows(analyse(model, catalogue), today).filter((row) => row.elementId === elementId)
}

describe('the risk of a threat', () => {
  it('grows with what is known of the component, each circumstance with its share', () => {
    const before = rowsOf(modelOf({ internetFacing: false }))
    const after = rowsOf(modelOf({ internetFacing: true }))
    const moved = after.filter((row) => row.shares?.some(({ id }) => id === 'reachable-from-internet'))
    expect(moved.length).toBeGreaterThan(3)
    for (const row of moved) {
      const same = before.find(({ key }) => key === row.key)
      if (same?.state === row.state && !same.shares) expect(row.likelihood).toBe(same.likelihood + 1)
    }
  })

  it('is not moved twice by one fact: a verdict that rests on it already stays', () => {
    const rows = rowsOf(modelOf({ internetFacing: true }))
    const resting = rows.filter((row) =>
      row.because.some((item) => item.kind === 'fact' && item.attribute === 'internetFacing'),
    )
    expect(resting.length).toBeGreaterThan(0)
    for (const row of resting)
      expect(row.shares?.some(({ id }) => id === 'reachable-from-internet') ?? false).toBe(false)
  })

  it('adds up, step by step, for every row', () => {
    for (const row of rowsOf(modelOf({ internetFacing: true, envSecrets: ['TOKEN'], runsAsRoot: false }))) {
      const risk = explainRisk(row, catalogue.threats.get(row.threatId))
      const sum = (steps: readonly { points: number }[]) =>
        steps.reduce((total, { points }) => total + points, 0)
      expect(risk.base.points + sum(risk.context)).toBe(risk.inherent.points)
      expect(risk.inherent.points + sum(risk.controls)).toBe(risk.residual.points)
      expect(risk.inherent).toMatchObject({ likelihood: row.likelihood, impact: row.impact })
      expect(row.severity).toBe(row.state === 'countered' ? risk.inherent.severity : risk.residual.severity)
    }
  })

  it('grows with the data that is sent, and harmless data lowers it', () => {
    const plain = modelOf({})
    const withData = (classification: 'public' | 'restricted') => ({
      ...plain,
      dataAssets: { cards: { id: 'cards', name: 'Cards', classification } },
    })
    const impacts = (model: ThreatModel) =>
      rowsOf(model)
        .filter((row) => row.stride.includes('I') && row.state !== 'countered')
        .map((row) => row.impact)
    const [low, middle, high] = [withData('public'), plain, withData('restricted')].map(impacts)
    expect(middle?.length).toBeGreaterThan(0)
    middle?.forEach((impact, index) => {
      expect(low?.[index]).toBe(Math.max(1, impact - 1))
      expect(high?.[index]).toBe(Math.min(5, impact + 2))
    })
  })

  it('is less once a mitigation is in place, without asking for a new review; a person’s word outranks all', () => {
    const plain = modelOf({ privileged: true })
    const row = rowsOf(plain).find(({ threatId, state }) => state === 'raised' && threatId.startsWith('D-E'))
    const [mitigationId = ''] = row?.mitigationIds ?? []
    const state = { elementId: 'web', mitigationId, status: 'verified', by: 'Ann', at } as const
    const done = { ...plain, mitigationStates: { [mitigationKey(state)]: state } }
    const after = rowsOf(done).find(({ key }) => key === row?.key)
    expect(after?.likelihood).toBe(row?.likelihood)
    expect(after?.residual?.likelihood).toBe(Math.max(1, (row?.likelihood ?? 0) - 2))
    const decision = {
      threatId: row?.threatId,
      elementId: 'web',
      status: 'open',
      riskOverride: { severity: 'info', reason: 'A lab.' },
      fingerprint: 'x',
      by: 'Ann',
      at,
    } as Decision
    const decided = rowsOf({ ...done, decisions: { [row?.key ?? '']: decision } }).find(
      ({ key }) => key === row?.key,
    )
    expect(decided?.severity).toBe('info')
    expect(explainRisk(decided ?? (after as never), undefined).override?.reason).toBe('A lab.')
  })

  it('stays within 1 and 5, and its shares say exactly what counted', () => {
    const level = fc.integer({ min: 1, max: 5 })
    const by = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(level, level, fc.array(fc.tuple(by, by), { maxLength: 8 }), (likelihood, impact, moves) => {
        const shifts = moves.map(([l, i], index) => ({
          id: `${index}`,
          label: 'x',
          why: 'x',
          likelihood: l,
          impact: i,
          because: [],
        }))
        const moved = shiftRisk({ likelihood, impact }, shifts)
        for (const value of [moved.likelihood, moved.impact]) expect(value >= 1 && value <= 5).toBe(true)
        expect(moved.shares.reduce((sum, share) => sum + share.likelihood, likelihood)).toBe(moved.likelihood)
        expect(moved.shares.reduce((sum, share) => sum + share.impact, impact)).toBe(moved.impact)
      }),
    )
  })
})
