import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { checkExamples } from '@/lib/analysis/check-examples'
import { compareAnalyses } from '@/lib/analysis/compare-analyses'
import { proveThreat } from '@/lib/analysis/prove-threat'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Threat } from '@/lib/catalogue/entries'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import {
  emptyOwnCatalogue,
  type OwnCatalogue,
  withOwnEntry,
  withoutOwnEntry,
} from '@/lib/catalogue/own/own-catalogue'
import { checkOwn, parseOwnYaml, writeOwn } from '@/lib/catalogue/own/read-own'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { buildScenario } from '@/prisma/scenarios/build-scenario'
import { readSample } from '@/prisma/scenarios/read-sample'
import { scenarioList } from '@/prisma/scenarios/scenario-list'

const base = openRepositoryCatalogue()
const { pack } = base
const [firstMitigation] = pack.mitigations

function threat(parts: Partial<Threat> = {}): Threat {
  return {
    id: 'own-untested-backup',
    platform: 'shared',
    title: 'Backup was never tested',
    description: 'An attacker who destroys the data leaves nothing to restore from.',
    stride: ['D'],
    alsoStride: [],
    targets: [
      {
        types: ['container'],
        exposedWhen: { ownBackupTested: false },
        counteredBy: { ownBackupTested: true },
      },
    ],
    likelihood: 2,
    impact: 5,
    riskReason: 'It shows only when it is too late.',
    mitigations: [firstMitigation?.id ?? ''],
    references: {},
    rules: [],
    examples: [],
    ...parts,
  }
}

const attribute = {
  id: 'ownBackupTested',
  label: 'Backup tested',
  question: 'Was the backup tested this year?',
  type: 'boolean',
  group: 'Own',
} as const

const withFact: OwnCatalogue = {
  ...emptyOwnCatalogue,
  attributes: [attribute],
  attributeUses: { container: ['ownBackupTested'] },
}

const proved = (entry: Threat, own: OwnCatalogue = withFact): Threat => ({
  ...entry,
  examples: proveThreat(entry, extendPack(pack, own)),
})

const sound = withOwnEntry(withFact, 'threats', proved(threat()))

describe('own entries', () => {
  it('are judged beside the catalogue, and their proof is made of their conditions', () => {
    expect(checkOwn(sound, pack)).toEqual({ ok: true, own: sound })
    const merged = openCatalogue(extendPack(pack, sound))
    expect(checkExamples(merged).problems).toEqual([])
    expect(sound.threats[0]?.examples.map(({ expect: state }) => state).sort()).toEqual([
      'countered',
      'possible',
      'raised',
    ])
    const model = buildModel([buildComponent('a', 'container', {}, { ownBackupTested: false })])
    const states = analyse(model, merged).verdicts.filter(
      ({ threatId }) => threatId === 'own-untested-backup',
    )
    expect(states).toMatchObject([{ state: 'raised', because: [{ attribute: 'ownBackupTested' }] }])
  })

  it('prove conditions over related components too', () => {
    const targets = [
      {
        types: ['container'],
        exposedWhen: { all: [{ readOnlyRootFs: false }, { some: 'mounts', where: { readOnly: false } }] },
        counteredBy: { any: [{ readOnlyRootFs: true }, { not: { some: 'mounts' } }] },
      },
    ]
    const own = withOwnEntry(withFact, 'threats', proved(threat({ targets })))
    const checked = checkOwn(own, pack)
    expect(checked).toMatchObject({ ok: true })
    const states = own.threats[0]?.examples.map(({ expect: state }) => state)
    expect(new Set(states)).toEqual(new Set(['raised', 'possible', 'countered', 'silent']))
  })

  it('give the same pack for the same entries, another one for another workspace, and never change the catalogue’s own', () => {
    const before = JSON.stringify(pack)
    expect(extendPack(pack, sound, 'a').hash).toBe(extendPack(pack, structuredClone(sound), 'a').hash)
    expect(extendPack(pack, sound, 'a').hash).not.toBe(extendPack(pack, sound, 'b').hash)
    expect(JSON.stringify(pack)).toBe(before)
  })

  it('may switch a threat off: it is not raised any more, and nothing dangles', () => {
    const model = buildModel([buildComponent('a', 'container', {}, { privileged: true })])
    const [raised] = analyse(model, base).verdicts.filter(({ state }) => state === 'raised')
    const own = { ...emptyOwnCatalogue, disabled: [raised?.threatId ?? ''] }
    expect(checkOwn(own, pack).ok).toBe(true)
    const after = analyse(model, openCatalogue(extendPack(pack, own)))
    const changes = compareAnalyses(analyse(model, base), after)
    expect(changes.filter(({ threatId }) => threatId === raised?.threatId)).toMatchObject([
      { before: 'raised', after: undefined },
    ])
  })

  it('may hold a type that is like another one: it has its facts, relations and threats', () => {
    const own = withOwnEntry(emptyOwnCatalogue, 'componentTypes', {
      id: 'own-payment-service',
      like: 'container',
      platform: 'docker',
      kind: 'process',
      label: 'Payment service',
      plural: 'Payment services',
      icon: 'box',
      allowedParents: [],
      attributes: {},
      help: 'It takes payments.',
    })
    expect(checkOwn(own, pack)).toMatchObject({ ok: true })
    const merged = openCatalogue(extendPack(pack, own))
    const on = (type: string) => {
      const model = buildModel([buildComponent('a', type, {}, { privileged: true, declared: true })])
      return analyse(model, merged).verdicts.map(({ threatId, state }) => `${threatId} ${state}`)
    }
    expect(on('own-payment-service').length).toBeGreaterThan(10)
    expect(on('own-payment-service')).toEqual(on('container'))
  })

  it.each<[string, Partial<Threat>, RegExp]>([
    [
      'reads what is not there',
      { targets: [{ types: ['container'], exposedWhen: { ownNothing: true } }] },
      /ownNothing/,
    ],
    ['names an unknown mitigation', { mitigations: ['M-NONE'] }, /M-NONE/],
    ['has no full stop', { description: 'No stop' }, /full stop/],
    ['is no own id', { id: 'D-E-01' }, /begins with "own"/],
    [
      'contradicts itself',
      {
        targets: [
          { types: ['container'], exposedWhen: { all: [{ privileged: true }, { privileged: false }] } },
        ],
      },
      /never be raised/,
    ],
    [
      'follows too many relations',
      {
        targets: [
          {
            types: ['docker-host'],
            exposedWhen: { some: 'containers', where: { some: 'host', where: { some: 'containers' } } },
          },
        ],
      },
      /two relations in a row/,
    ],
  ])('are refused with a sentence when one %s', (_what, parts, sentence) => {
    const result = checkOwn(withOwnEntry(withFact, 'threats', threat(parts)), pack)
    expect(result.ok).toBe(false)
    expect(result.ok ? '' : result.sentences.join(' ')).toMatch(sentence)
  })

  it('are the same after writing them as YAML and reading them', () => {
    expect(parseOwnYaml(writeOwn(sound))).toEqual(sound)
    expect(writeOwn(parseOwnYaml(writeOwn(sound)) as OwnCatalogue)).toBe(writeOwn(sound))
  })

  it.each([
    'a: [',
    '- 1',
    'text',
    'format: other/9',
    `format: bulkhead-own-catalogue/1\nthreats: ${'['.repeat(5000)}`,
    `a: &a [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, n) => `${'bcdefghij'[n]}: &${'bcdefghij'[n]} [${Array(10).fill(`*${'abcdefghi'[n]}`).join(',')}]`).join('\n')}\nformat: bulkhead-own-catalogue/1`,
  ])('are not read from what is none: %#', (text) => {
    expect(checkOwn(parseOwnYaml(text), pack)).toMatchObject({ ok: false })
  })

  it('go again when removed, with the places that they were asked of', () => {
    const none = withoutOwnEntry(
      withoutOwnEntry(sound, 'threats', 'own-untested-backup'),
      'attributes',
      attribute.id,
    )
    expect(none).toEqual(emptyOwnCatalogue)
  })
})

describe('a condition of anybody', () => {
  const types = ['container', 'image', 'docker-host', 'flow-http', 'no-such-type']
  const value = fc.oneof(fc.boolean(), fc.integer(), fc.string({ maxLength: 8 }))
  const test = fc.oneof(
    value,
    fc.record({ in: fc.array(value, { maxLength: 4 }) }),
    fc.record({ notIn: fc.array(value, { maxLength: 4 }) }),
    fc.record({ hasAny: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }) }),
    fc.record({ isEmpty: fc.boolean() }),
    fc.record({ below: fc.integer() }),
    fc.record({ atLeast: fc.oneof(fc.integer(), fc.constant(Number.NaN)) }),
  )
  const name = fc.constantFrom(...pack.attributes.map(({ id }) => id), '__proto__', 'constructor', 'a.b')
  const relation = fc.constantFrom(...pack.relations.map(({ id }) => id), 'toString')
  const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.tuple(name, test).map(([key, of]) => ({ [key]: of })),
      fc.record({ all: fc.array(tie('condition'), { maxLength: 4 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 4 }) }),
      fc.record({ not: tie('condition') }),
      fc.record({ some: relation, where: tie('condition') }),
      fc.record({ every: relation, where: tie('condition') }),
    ),
  }))
  /** Conditions that the rules let through: few facts, some relations. */
  const fitting = fc.constantFrom('container', 'docker-host', 'image', 'flow-http').chain((type) => {
    const own = Object.keys(base.usesOf(type) ?? {}).filter(
      (id) => base.attributes.get(id)?.type === 'boolean',
    )
    const leaf = fc.tuple(fc.constantFrom(...own), fc.boolean()).map(([id, is]) => ({ [id]: is }))
    const steps = pack.relations.filter(({ of }) => of.includes(type)).map(({ id }) => id)
    const step = fc.constantFrom(...steps).map((some) => ({ some }))
    const part = fc.oneof(
      leaf,
      step,
      leaf.map((not) => ({ not })),
    )
    return fc.tuple(
      fc.constant(type),
      fc.array(part, { minLength: 1, maxLength: 6 }).map((any) => ({ any })),
    )
  })
  const [source] = scenarioList
  if (!source) throw new Error('no sample')
  const sample = buildScenario(source, readSample(source.folder), base)

  it('crashes nothing, however odd it is', () => {
    fc.assert(
      fc.property(
        fc.subarray(types, { minLength: 1 }),
        condition,
        condition,
        (on, exposedWhen, counteredBy) => {
          const entry = threat({
            targets: [{ types: on, exposedWhen, counteredBy } as Threat['targets'][number]],
          })
          const result = checkOwn(withOwnEntry(withFact, 'threats', entry), pack)
          expect(result.ok ? [] : result.sentences.every((sentence) => sentence.length > 0)).toBeTruthy()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('gives evidence for every verdict once it is let through', () => {
    let judged = 0
    fc.assert(
      fc.property(fitting, ([type, exposedWhen]) => {
        const entry = proved(threat({ targets: [{ types: [type], exposedWhen }] as Threat['targets'] }))
        const own = withOwnEntry(withFact, 'threats', entry)
        const result = checkOwn(own, pack)
        if (!result.ok) return
        const { verdicts } = analyse(sample, openCatalogue(extendPack(pack, own)))
        for (const verdict of verdicts.filter(({ threatId }) => threatId === entry.id)) {
          judged += 1
          expect(verdict.because.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 15 },
    )
    expect(judged).toBeGreaterThan(0)
  })

  it('is refused when it is nested beyond measure, before anything walks it', () => {
    let deep: unknown = { privileged: true }
    for (let level = 0; level < 50_000; level++) deep = { not: deep }
    const entry = { ...threat(), targets: [{ types: ['container'], exposedWhen: deep }] }
    const own = { ...withFact, threats: [entry] }
    expect(checkOwn(own, pack)).toMatchObject({
      ok: false,
      sentences: [expect.stringContaining('levels deep')],
    })
  })
})
