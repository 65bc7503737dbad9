import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { describeCondition, describeTarget } from '@/lib/analysis/words/describe-condition'
import { describeAsk, describeEvidence, tellingEvidence } from '@/lib/analysis/words/describe-evidence'
import { describeSource } from '@/lib/analysis/words/describe-source'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameElement } from '@/lib/analysis/words/name-element'
import { normaliseCondition } from '@/lib/catalogue/condition'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const model = buildModel(
  [
    buildComponent('net', 'zone', { name: 'Front net' }),
    buildComponent('web', 'box', { name: 'Web', zoneIds: ['net'] }, { privileged: true, declared: true }),
    buildComponent('db', 'box', { name: 'Db' }, { rootUser: false }),
    buildComponent('img', 'picture', { name: 'db:1' }, { runsAsRoot: true }),
  ],
  [buildFlow('call', 'call', 'web', 'db', { encrypted: false }), buildFlow('run', 'run', 'img', 'db')],
)
const { verdicts } = analyse(model, catalogue)

function because(threatId: string, elementId: string): string[] {
  const verdict = verdicts.find((item) => item.threatId === threatId && item.elementId === elementId)
  return (verdict?.because ?? []).map((item) => describeEvidence(item, model, catalogue, elementId))
}

describe('describeEvidence', () => {
  it('says a fact with its file and line', () => {
    expect(because('T-PRIV', 'web')).toEqual(['privileged: yes (test.yaml:1)'])
  })

  it('says what a derived fact follows from', () => {
    expect(because('T-SECCOMP', 'web')).toEqual([
      'Seccomp: Unconfined (Privileged switches seccomp off; privileged: yes, test.yaml:1)',
    ])
    expect(because('T-ROOT', 'db').slice(0, 1)).toEqual([
      'runsAsRoot: yes (Its picture starts as root; rootUser: no, test.yaml:1; "db:1", runsAsRoot: yes, test.yaml:1)',
    ])
  })

  it('says that a default is one, and why it holds', () => {
    expect(because('T-RO', 'web')).toEqual(['readOnly: no (default: Writable unless set)'])
  })

  it('says which boundary a flow leaves', () => {
    expect(because('T-CALL', 'call')).toEqual(['encrypted: no (test.yaml:1)', 'It leaves "Front net"'])
    const crossing = { kind: 'crossing', flowId: 'call', zoneId: 'net' } as const
    expect(describeEvidence(crossing, model, catalogue)).toBe('The flow "Web calls Db" leaves "Front net"')
  })

  it('names other elements, and says where there are none', () => {
    const related = { kind: 'related', elementId: 'db', relation: 'picture', relatedId: 'img' } as const
    expect(describeEvidence(related, model, catalogue, 'db')).toBe('Its picture: db:1')
    const none = { kind: 'none', elementId: 'db', relation: 'zones' } as const
    expect(describeEvidence(none, model, catalogue)).toBe('"Db", its zones: none')
    expect(describeEvidence({ kind: 'flow', flowId: 'run' }, model, catalogue)).toBe(
      'Data flow: db:1 runs Db',
    )
  })

  it('says what a person said, and what a scan found', () => {
    const fact = { kind: 'fact', elementId: 'web', attribute: 'privileged', value: null } as const
    const said = {
      ...fact,
      origin: 'person',
      source: { who: 'Ann', when: '2026-01-02T03:04:05.000Z' },
    } as const
    expect(describeEvidence(said, model, catalogue, 'web')).toBe(
      'privileged: unknown (said by Ann on 2026-01-02)',
    )
    const found = { ...fact, origin: 'scan', source: { tool: 'trivy', run: 'nightly' } } as const
    expect(describeEvidence(found, model, catalogue, 'web')).toBe('privileged: unknown (trivy, run nightly)')
  })
})

describe('tellingEvidence', () => {
  it('leaves out steps to what is spoken of anyway', () => {
    const step = { kind: 'related', elementId: 'db', relation: 'picture', relatedId: 'img' } as const
    const flow = { kind: 'flow', flowId: 'call' } as const
    const fact = {
      kind: 'fact',
      elementId: 'img',
      attribute: 'runsAsRoot',
      value: true,
      origin: 'import',
    } as const
    expect(tellingEvidence([flow, step, fact])).toEqual([flow, fact])
    expect(tellingEvidence([flow, step, { ...fact, elementId: 'call' }])).toEqual([
      step,
      { ...fact, elementId: 'call' },
    ])
  })
})

describe('describeAsk', () => {
  it('asks the question of the attribute, and names the element unless it is the subject', () => {
    const ask = { elementId: 'web', attribute: 'encrypted' }
    expect(describeAsk(ask, model, catalogue)).toBe('Web: encrypted?')
    expect(describeAsk(ask, model, catalogue, 'web')).toBe('encrypted?')
    expect(describeAsk({ elementId: 'gone', attribute: 'lost' }, model, catalogue)).toBe(
      'gone: What is "lost"?',
    )
  })
})

describe('describeCondition', () => {
  const say = (source: Parameters<typeof normaliseCondition>[0]) =>
    describeCondition(normaliseCondition(source), catalogue)

  it('joins tests with and, or and brackets', () => {
    expect(say({ privileged: true, seccomp: { in: ['Unconfined', 'Localhost'] } })).toBe(
      'privileged is yes and Seccomp is Unconfined or Localhost',
    )
    expect(say({ any: [{ privileged: true, readOnly: false }, { not: { caps: { isEmpty: true } } }] })).toBe(
      '(privileged is yes and readOnly is no) or not (Capabilities is empty)',
    )
  })

  it('says every kind of test', () => {
    expect(say({ seccomp: { notIn: ['A', 'B'] } })).toBe('Seccomp is neither A nor B')
    expect(say({ seccomp: { notIn: ['A'] } })).toBe('Seccomp is not A')
    expect(say({ caps: { hasAny: ['ALL', 'NET_RAW'] } })).toBe('Capabilities has any of ALL, NET_RAW')
    expect(say({ caps: { hasAll: ['A', 'B', 'C'] } })).toBe('Capabilities has A, B and C')
    expect(say({ caps: { isEmpty: false } })).toBe('Capabilities is not empty')
    expect(say({ replicas: { below: 2 } })).toBe('Replicas is below 2')
    expect(say({ replicas: { atLeast: 3 } })).toBe('Replicas is 3 or more')
  })

  it('steps over relations', () => {
    expect(say({ 'picture.runsAsRoot': true })).toBe('for its picture, runsAsRoot is yes')
    expect(say({ every: 'boxes', where: { readOnly: true } })).toBe('for each of its boxes, readOnly is yes')
    expect(say({ some: 'zones' })).toBe('there is at least one of its zones')
  })

  it('says what raises and what counters', () => {
    const target = catalogue.threats.get('T-PRIV')?.targets[0] ?? {}
    expect(describeTarget(target, catalogue)).toBe('Raised when privileged is yes, countered when it is no.')
    expect(describeTarget({}, catalogue)).toBe('Never raised by itself: attach it by hand where it matters.')
  })
})

describe('formatValue', () => {
  it('reads each kind of value', () => {
    expect([null, true, false, [], ['A', 'B'], 3, 'x'].map(formatValue)).toEqual([
      'unknown',
      'yes',
      'no',
      'none',
      'A, B',
      '3',
      'x',
    ])
  })
})

describe('nameElement', () => {
  it('names components, flows by their ends, and what is gone by its id', () => {
    expect(nameElement('web', model, catalogue)).toBe('Web')
    expect(nameElement('run', model, catalogue)).toBe('db:1 runs Db')
    expect(nameElement('nobody', model, catalogue)).toBe('nobody')
    expect(nameElement('toString', model, catalogue)).toBe('toString')
  })
})

describe('describeSource', () => {
  it('says a default by its reason', () => {
    expect(describeSource({ reason: 'As Docker does.' })).toBe('As Docker does.')
  })
})
