import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

const at = '2026-01-02T03:04:05.000Z'

/** A model of the test catalogue in which every kind of thing a report tells of occurs; every text of a person is `words`. */
export function reportedModel(words = 'Plain words', name = words): ThreatModel {
  const model = buildModel(
    [
      buildComponent('net', 'zone', { name: 'Front net' }, { whole: true }),
      buildComponent('back', 'zone', { name: 'Back net' }),
      buildComponent(
        'web',
        'box',
        {
          name,
          zoneIds: ['net', 'back'],
          parentId: 'net',
          source: { file: name.slice(0, 400), line: 3 },
          tags: [],
        },
        { declared: true, privileged: true, rootUser: true },
      ),
      buildComponent(
        'db',
        'box',
        { name: 'Db', zoneIds: ['back'], parentId: 'back', gone: true },
        { declared: true, readOnly: true, privileged: false },
      ),
      buildComponent('odd', 'box', { name: 'Odd' }),
      buildComponent('out', 'box', { name: 'Outside', outOfScope: { reason: words } }),
      buildComponent('img', 'picture', { name: 'img:1' }, { runsAsRoot: true }),
      buildComponent('user', 'outsider', { name: 'User' }),
    ],
    [
      {
        ...buildFlow('f1', 'call', 'user', 'web', { encrypted: false }),
        dataIds: ['d1'],
        source: { file: 'compose.yaml', line: 9 },
      },
      { ...buildFlow('f2', 'call', 'web', 'db'), both: true, name },
      buildFlow('f3', 'run', 'img', 'web'),
    ],
  )
  const decision = { by: words, at, fingerprint: 'old', reason: words }
  return {
    ...model,
    meta: { name, description: words, scope: words, owner: words, assumptions: [words] },
    dataAssets: { d1: { id: 'd1', name: words, classification: 'restricted', description: words } },
    decisions: {
      'T-PRIV|web|': {
        ...decision,
        threatId: 'T-PRIV',
        elementId: 'web',
        status: 'accepted',
        owner: words,
        expires: '2026-02-01',
        approver: words,
      },
      'T-RO|db|': {
        ...decision,
        threatId: 'T-RO',
        elementId: 'db',
        status: 'mitigated',
        riskOverride: { severity: 'high', reason: words },
      },
      'T-CALL|f3|': { ...decision, threatId: 'T-CALL', elementId: 'f3', status: 'not-applicable' },
    },
    attached: {
      a1: { id: 'a1', elementId: 'db', threatId: 'T-HAND', by: words, at },
      a2: {
        id: 'a2',
        elementId: 'web',
        own: {
          title: words.slice(0, 200),
          description: words,
          stride: ['S', 'I'],
          likelihood: 5,
          impact: 5,
          mitigationIds: [],
        },
        by: words,
        at,
      },
    },
    mitigationStates: {
      'M-1|web': {
        elementId: 'web',
        mitigationId: 'M-1',
        status: 'planned',
        note: words,
        owner: words,
        by: words,
        at,
      },
    },
    notes: { n1: { id: 'n1', elementId: 'web', text: words, by: words, at } },
  }
}
