import { expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import type { FactEvidence } from '@/lib/analysis/verdict'
import type { Component, Flow } from '@/lib/model/elements'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const verdicts = (components: Component[], flows: Flow[] = []) =>
  evaluate(buildModel(components, flows), catalogue)
const stateOf = (components: Component[], threatId: string, elementId = 'web', flows: Flow[] = []) =>
  verdicts(components, flows).find(
    (verdict) => verdict.threatId === threatId && verdict.elementId === elementId,
  )

test('a known weakness is raised, with the fact, its origin and its line as evidence', () => {
  const verdict = stateOf([buildComponent('web', 'box', {}, { privileged: true })], 'T-PRIV')
  expect(verdict).toMatchObject({ state: 'raised', severity: 'critical', asks: [] })
  expect(verdict?.because).toEqual([
    {
      kind: 'fact',
      elementId: 'web',
      attribute: 'privileged',
      value: true,
      origin: 'import',
      source: { file: 'test.yaml', line: 1 },
    },
  ])
})

test('hardening turns a raised threat into a countered one', () => {
  const web = (readOnly: boolean) => [buildComponent('web', 'box', {}, { readOnly })]
  expect(stateOf(web(false), 'T-RO')?.state).toBe('raised')
  expect(stateOf(web(true), 'T-RO')).toMatchObject({
    state: 'countered',
    because: [{ attribute: 'readOnly', value: true }],
  })
})

test('a default is a fact only once its component is declared whole', () => {
  const open = stateOf([buildComponent('web', 'box')], 'T-RO')
  expect(open).toMatchObject({ state: 'possible', asks: [{ elementId: 'web', attribute: 'readOnly' }] })
  const closed = stateOf([buildComponent('web', 'box', {}, { declared: true })], 'T-RO')
  expect(closed).toMatchObject({
    state: 'raised',
    because: [{ origin: 'default', reason: 'Writable unless set.' }],
  })
})

test('what is unknown is asked of the element that can answer it', () => {
  const parts = [buildComponent('web', 'box', {}, { rootUser: false }), buildComponent('base', 'picture')]
  const verdict = stateOf(parts, 'T-ROOT', 'web', [buildFlow('r', 'run', 'base', 'web')])
  expect(verdict).toMatchObject({ state: 'possible', asks: [{ elementId: 'base', attribute: 'runsAsRoot' }] })
})

test('a fact that follows from others names what it follows from, and its threat folds under theirs', () => {
  const found = verdicts([buildComponent('web', 'box', {}, { privileged: true, seccomp: 'RuntimeDefault' })])
  const seccomp = found.find(({ threatId }) => threatId === 'T-SECCOMP')
  expect(seccomp).toMatchObject({ state: 'raised', causeId: 'T-PRIV|web|' })
  const fact = seccomp?.because[0] as FactEvidence
  expect(fact).toMatchObject({
    value: 'Unconfined',
    origin: 'derived',
    from: [{ attribute: 'privileged', value: true }],
  })
})

test('a consequence named by the catalogue folds under its cause, and stands alone without it', () => {
  const both = stateOf([buildComponent('web', 'box', {}, { privileged: true, rootUser: true })], 'T-ROOT')
  expect(both?.causeId).toBe('T-PRIV|web|')
  const alone = stateOf([buildComponent('web', 'box', {}, { privileged: false, rootUser: true })], 'T-ROOT')
  expect(alone).toMatchObject({ state: 'raised' })
  expect(alone).not.toHaveProperty('causeId')
})

test('what a person says outranks the file, and an unknown said by a person is unknown', () => {
  const person = (value: boolean | null) =>
    ({ origin: 'person', value, source: { who: 'Ada', when: '2026-01-01T00:00:00.000Z' } }) as const
  const web = buildComponent('web', 'box', {}, { readOnly: false })
  const said = (value: boolean | null) => ({
    ...web,
    facts: { readOnly: [...(web.facts.readOnly ?? []), person(value)] },
  })
  expect(stateOf([said(true)], 'T-RO')?.state).toBe('countered')
  expect(stateOf([said(null)], 'T-RO')?.state).toBe('possible')
})

test('a flow is raised only where it crosses a boundary, and says which', () => {
  const call = buildFlow('c', 'call', 'web', 'db', { encrypted: false })
  const apart = [
    buildComponent('net', 'zone'),
    buildComponent('web', 'box', { zoneIds: ['net'] }),
    buildComponent('db', 'box'),
  ]
  const verdict = stateOf(apart, 'T-CALL', 'c', [call])
  expect(verdict?.state).toBe('raised')
  expect(verdict?.because).toContainEqual({ kind: 'crossing', flowId: 'c', zoneId: 'net' })
  const together = [buildComponent('web', 'box'), buildComponent('db', 'box')]
  expect(stateOf(together, 'T-CALL', 'c', [call])).toBeUndefined()
})

test('reaching is followed through any number of flows, and nobody drawn means unknown', () => {
  const parts = [
    buildComponent('web', 'box', {}, { privileged: true }),
    buildComponent('api', 'box'),
    buildComponent('who', 'outsider'),
  ]
  const flows = [buildFlow('1', 'call', 'who', 'api'), buildFlow('2', 'call', 'api', 'web')]
  expect(stateOf(parts, 'T-REACH', 'web', flows)).toMatchObject({
    state: 'raised',
    likelihood: 5,
    adjusted: 'It owns its host.',
  })
  expect(stateOf(parts, 'T-REACH', 'web', [])?.state).toBe('possible')
})

test('an empty boundary is unknown until somebody says that it is whole', () => {
  expect(stateOf([buildComponent('net', 'zone')], 'T-ZONE', 'net')?.state).toBe('possible')
  expect(stateOf([buildComponent('net', 'zone', {}, { whole: true })], 'T-ZONE', 'net')?.state).toBe(
    'countered',
  )
})

test('a threat without a condition is never raised by itself', () => {
  expect(
    verdicts([buildComponent('web', 'box', {}, { declared: true })]).map(({ threatId }) => threatId),
  ).not.toContain('T-HAND')
})

test('what is out of scope is left alone', () => {
  expect(
    verdicts([buildComponent('web', 'box', { outOfScope: { reason: 'Not ours.' } }, { privileged: true })]),
  ).toEqual([])
})

test('an unknown type or attribute from another catalogue breaks nothing', () => {
  expect(
    verdicts([
      buildComponent('web', 'martian', {}, { antennae: 3 }),
      buildComponent('b', 'box', {}, { antennae: 3 }),
    ]),
  ).toBeDefined()
})
