import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import { judgeElement } from '@/lib/analysis/judge'
import { openContext } from '@/lib/analysis/open-context'
import type { Verdict } from '@/lib/analysis/verdict'
import { describeEvidence } from '@/lib/analysis/words/describe-evidence'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import { type ConditionSource, normaliseCondition } from '@/lib/catalogue/condition'
import type { Threat } from '@/lib/catalogue/entries'
import { conditionCost } from '@/lib/catalogue/own/condition-cost'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import { emptyOwnCatalogue, type OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

// What a workspace's own conditions cost is bounded by steps, not only by how they are written: each leads to related
// elements, and from those to theirs. A step is counted for each element that a condition is tested on.

const { pack } = openRepositoryCatalogue()
const [mitigation] = pack.mitigations

function threat(id: string, exposedWhen: ConditionSource, counteredBy?: ConditionSource): Threat {
  return {
    id,
    platform: 'shared',
    title: `What ${id} looks for`,
    description: 'An attacker comes from anywhere to anywhere.',
    stride: ['D'],
    alsoStride: [],
    targets: [{ types: ['container'], exposedWhen, ...(counteredBy && { counteredBy }) }],
    likelihood: 2,
    impact: 2,
    riskReason: 'It is only there to cost something.',
    mitigations: [mitigation?.id ?? ''],
    references: {},
    rules: [],
    examples: [],
  }
}

/** Only own entries, so that nothing else is counted. */
const ownOnly = (threats: Threat[]): OwnCatalogue => ({
  ...emptyOwnCatalogue,
  disabled: pack.threats.map(({ id }) => id),
  attributes: [
    { id: 'ownChecked', label: 'Checked', question: 'Was it checked?', type: 'boolean', group: 'Own' },
  ],
  attributeUses: { container: ['ownChecked'] },
  threats,
})

/** So many containers on one host, each calling every other. */
function crowd(size: number, isShuffled = false) {
  const names = Array.from({ length: size }, (_, index) => `c${index}`)
  if (isShuffled) names.reverse()
  return buildModel(
    [
      buildComponent('host', 'docker-host'),
      ...names.map((name) => ({ ...buildComponent(name, 'container'), parentId: 'host', zoneIds: ['host'] })),
    ],
    names.flatMap((from) =>
      names.filter((to) => to !== from).map((to) => buildFlow(`${from}-${to}`, 'flow-http', from, to)),
    ),
  )
}

const leaf = { ownChecked: true }
// Three relations in a row, which is what an own condition may follow, and each way as wide as the model.
const chains: Record<string, ConditionSource> = {
  'callers of callers': {
    every: 'callers',
    where: { every: 'sender', where: { every: 'callers', where: { encrypted: true } } },
  },
  'callers of everybody on the host': {
    every: 'host',
    where: { every: 'containers', where: { every: 'callers', where: { encrypted: true } } },
  },
  'callers of callers, asked for one': {
    some: 'callers',
    where: { some: 'sender', where: { some: 'callers', where: { encrypted: true } } },
  },
}

const isAccepted = (condition: ConditionSource) =>
  conditionCost(normaliseCondition(condition), pack.relations) === undefined

// A step is a test of an element; before it, the walk along a relation looks at that element once.
const costOf = (steps: number, size: number) => 2 * steps + 2 * size

/** On how many elements conditions are tested to judge one element, and what comes of it. */
function judged(size: number, threats: Threat[], element = 'c0'): { steps: number; verdicts: Verdict[] } {
  const catalogue = openCatalogue(extendPack(pack, ownOnly(threats)))
  const context = openContext(crowd(size), catalogue)
  const { subject } = context
  let steps = 0
  context.subject = (id) => {
    steps += 1
    return subject(id)
  }
  const verdicts = judgeElement(context, element)
  return { steps, verdicts }
}

describe('the cost of own conditions', () => {
  it.each(Object.entries(chains))('is bounded in steps where relations lead to everybody: %s', (_, chain) => {
    const one = threat('own-a', chain)
    expect(isAccepted(chain)).toBe(true)
    const { steps, verdicts } = judged(60, [one])
    expect(steps).toBeLessThanOrEqual(costOf(2000, 60))
    expect(verdicts).toMatchObject([{ threatId: 'own-a', state: 'possible' }])
    expect(verdicts[0]?.because).toContainEqual({ kind: 'too-much', elementId: 'c0' })
  })

  it('says in words that a condition was not followed to the end', () => {
    const words = describeEvidence({ kind: 'too-much', elementId: 'c0' }, crowd(1), openCatalogue(pack))
    expect(words).toMatch(/not followed to the end/)
  })

  it('leaves a condition alone that looks at few', () => {
    const { verdicts } = judged(60, [threat('own-a', { some: 'callers', where: { encrypted: false } }, leaf)])
    expect(verdicts).toMatchObject([{ threatId: 'own-a', state: 'possible' }])
    expect(verdicts[0]?.because.some(({ kind }) => kind === 'too-much')).toBe(false)
    expect(verdicts[0]?.asks).toHaveLength(60)
  })

  it('is bounded for all own entries of one element together, and each has a verdict with its reason', () => {
    const chain = chains['callers of callers'] as ConditionSource
    const many = Array.from({ length: 40 }, (_, index) => threat(`own-${index}`, chain))
    const { steps, verdicts } = judged(40, many)
    expect(steps).toBeLessThanOrEqual(costOf(10_000, 40))
    expect(verdicts).toHaveLength(many.length)
    for (const { because } of verdicts) expect(because.length).toBeGreaterThan(0)
  })

  it('is bounded, and the verdicts the same in whatever order a model was built, for any condition that is accepted', () => {
    // Which relations an element has depends on its type, so each type has conditions of its own.
    const logic = (own: fc.Arbitrary<ConditionSource>) =>
      fc.oneof(
        fc.record({ any: fc.array(own, { minLength: 1, maxLength: 3 }) }),
        fc.record({ all: fc.array(own, { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: own }),
      )
    const over = (relation: string, where: fc.Arbitrary<ConditionSource>) =>
      fc.oneof(
        fc.record({ some: fc.constant(relation), where }),
        fc.record({ every: fc.constant(relation), where }),
      )
    const { condition } = fc.letrec<Record<'condition' | 'flow' | 'host', ConditionSource>>((tie) => ({
      condition: fc.oneof(
        { depthSize: 'large' },
        fc.record({ ownChecked: fc.boolean() }),
        over('callers', tie('flow')),
        over('host', tie('host')),
        logic(tie('condition')),
      ),
      flow: fc.oneof(
        { depthSize: 'large' },
        fc.record({ encrypted: fc.boolean() }),
        over('sender', tie('condition')),
        logic(tie('flow')),
      ),
      host: fc.oneof(
        { depthSize: 'large' },
        fc.record({ outdated: fc.boolean() }),
        over('containers', tie('condition')),
      ),
    }))
    let accepted = 0
    fc.assert(
      fc.property(condition, condition, (exposedWhen, counteredBy) => {
        const one = threat('own-a', exposedWhen, counteredBy)
        const own = ownOnly([one])
        if (!isAccepted(exposedWhen) || !isAccepted(counteredBy)) return
        accepted += 1
        expect(judged(14, [one]).steps).toBeLessThanOrEqual(costOf(2000, 14))
        const catalogue = openCatalogue(extendPack(pack, own))
        const verdicts = evaluate(crowd(14), catalogue)
        expect(evaluate(crowd(14, true), catalogue)).toEqual(verdicts)
        for (const { because } of verdicts) expect(because.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
    expect(accepted).toBeGreaterThan(20)
  })
})
