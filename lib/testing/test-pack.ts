import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'
import { CatalogueFile } from '@/lib/catalogue/entries'
import { compilePack } from '@/lib/catalogue/pack'

// A catalogue small enough to keep in one's head, for tests of the engine. The real one is tested by its own examples.

const uses = (attributes: Record<string, object>) => attributes

/** One threat of the test catalogue, with what most tests do not care about filled in. */
export function testThreatEntry(
  entry: { id: string; targets: unknown[] } & Record<string, unknown>,
): unknown {
  return {
    platform: 'docker',
    title: `Threat ${entry.id}`,
    description: 'Somebody does something.',
    stride: ['E'],
    alsoStride: [],
    likelihood: 3,
    impact: 4,
    riskReason: 'Made for a test.',
    mitigations: ['M-1'],
    references: {},
    rules: [],
    examples: [],
    ...entry,
  }
}

const boolean = (id: string) => ({ id, label: id, question: `${id}?`, type: 'boolean', group: 'Test' })

const file = {
  about: { version: '1', lastChecked: { docker: '28', kubernetes: '1.34' } },
  attributes: [
    boolean('declared'),
    boolean('privileged'),
    boolean('readOnly'),
    boolean('runsAsRoot'),
    boolean('rootUser'),
    boolean('encrypted'),
    boolean('whole'),
    boolean('hardened'),
    {
      id: 'seccomp',
      label: 'Seccomp',
      question: 'Seccomp?',
      type: 'enum',
      values: ['RuntimeDefault', 'Unconfined'],
      group: 'Test',
    },
    { id: 'caps', label: 'Capabilities', question: 'Which?', type: 'list', group: 'Test' },
    { id: 'replicas', label: 'Replicas', question: 'How many?', type: 'number', group: 'Test' },
  ],
  componentTypes: [
    {
      id: 'box',
      platform: 'docker',
      kind: 'process',
      label: 'Box',
      plural: 'Boxes',
      icon: 'box',
      allowedParents: ['zone'],
      closedBy: 'declared',
      attributes: uses({
        declared: {},
        privileged: { default: false },
        readOnly: { default: false, reason: 'Writable unless set.' },
        rootUser: {},
        runsAsRoot: {},
        seccomp: { default: 'RuntimeDefault' },
        caps: { default: [] },
        replicas: {},
      }),
      help: 'A process.',
    },
    {
      id: 'picture',
      platform: 'docker',
      kind: 'store',
      label: 'Picture',
      plural: 'Pictures',
      icon: 'box',
      allowedParents: [],
      attributes: uses({ runsAsRoot: {} }),
      help: 'What a box runs.',
    },
    {
      id: 'zone',
      platform: 'docker',
      kind: 'boundary',
      label: 'Zone',
      plural: 'Zones',
      icon: 'box',
      allowedParents: ['zone'],
      attributes: uses({ whole: {}, hardened: {} }),
      help: 'A boundary.',
    },
    {
      id: 'outsider',
      platform: 'shared',
      kind: 'external',
      label: 'Outsider',
      plural: 'Outsiders',
      icon: 'user',
      allowedParents: [],
      attributes: {},
      help: 'Somebody outside.',
    },
  ],
  flowTypes: [
    { id: 'call', label: 'Call', verb: 'calls', attributes: uses({ encrypted: {} }), help: 'A call.' },
    { id: 'run', label: 'Run', verb: 'runs', attributes: {}, help: 'A start.' },
  ],
  relations: [
    {
      id: 'picture',
      label: 'its picture',
      of: ['box'],
      via: 'sources',
      flowTypes: ['run'],
      to: ['picture'],
      whenNone: 'unknown',
    },
    { id: 'zones', label: 'its zones', of: ['box'], via: 'zones', to: ['zone'], whenNone: 'false' },
    {
      id: 'boxes',
      label: 'its boxes',
      of: ['zone'],
      via: 'members',
      to: ['box'],
      whenNone: 'unknown',
      closedBy: 'whole',
    },
    {
      id: 'outsiders',
      label: 'who reaches it',
      of: ['box'],
      via: 'upstream',
      flowTypes: ['call'],
      to: ['outsider'],
      whenNone: 'unknown',
    },
    {
      id: 'crossed',
      label: 'what it crosses',
      of: ['call'],
      via: 'crossed',
      to: ['zone'],
      whenNone: 'false',
    },
    {
      id: 'calls',
      label: 'calls to it',
      of: ['box'],
      via: 'flowsIn',
      flowTypes: ['call'],
      to: ['call'],
      whenNone: 'false',
    },
  ],
  derivations: [
    {
      id: 'privileged-seccomp',
      types: ['box'],
      attribute: 'seccomp',
      value: 'Unconfined',
      when: { privileged: true },
      reason: 'Privileged switches seccomp off.',
    },
    {
      id: 'root-by-user',
      types: ['box'],
      attribute: 'runsAsRoot',
      value: true,
      when: { rootUser: true },
      reason: 'It is started as root.',
    },
    {
      id: 'root-by-picture',
      types: ['box'],
      attribute: 'runsAsRoot',
      value: true,
      when: { all: [{ rootUser: false }, { 'picture.runsAsRoot': true }] },
      reason: 'Its picture starts as root.',
    },
  ],
  threats: [
    testThreatEntry({
      id: 'T-PRIV',
      targets: [{ types: ['box'], exposedWhen: { privileged: true }, counteredBy: { privileged: false } }],
      likelihood: 4,
      impact: 5,
    }),
    testThreatEntry({
      id: 'T-SECCOMP',
      targets: [
        {
          types: ['box'],
          exposedWhen: { seccomp: 'Unconfined' },
          counteredBy: { seccomp: 'RuntimeDefault' },
        },
      ],
    }),
    testThreatEntry({
      id: 'T-RO',
      targets: [{ types: ['box'], exposedWhen: { readOnly: false }, counteredBy: { readOnly: true } }],
      likelihood: 2,
      impact: 2,
      stride: ['T'],
    }),
    testThreatEntry({
      id: 'T-ROOT',
      targets: [
        {
          types: ['box'],
          exposedWhen: { runsAsRoot: true },
          counteredBy: { any: [{ rootUser: false, 'picture.runsAsRoot': false }, { runsAsRoot: false }] },
        },
      ],
      foldsUnder: ['T-PRIV'],
    }),
    testThreatEntry({
      id: 'T-CALL',
      stride: ['I'],
      targets: [
        {
          types: ['call'],
          exposedWhen: { all: [{ encrypted: false }, { some: 'crossed' }] },
          counteredBy: { encrypted: true },
        },
      ],
    }),
    testThreatEntry({
      id: 'T-REACH',
      stride: ['D'],
      targets: [
        {
          types: ['box'],
          exposedWhen: { some: 'outsiders' },
          adjust: [{ when: { privileged: true }, likelihood: 5, why: 'It owns its host.' }],
        },
      ],
    }),
    testThreatEntry({
      id: 'T-ZONE',
      stride: ['R'],
      targets: [
        {
          types: ['zone'],
          exposedWhen: { some: 'boxes', where: { readOnly: false } },
          counteredBy: { every: 'boxes', where: { readOnly: true } },
        },
      ],
    }),
    testThreatEntry({ id: 'T-HAND', targets: [{ types: ['box', 'picture'] }] }),
  ],
  mitigations: [
    { id: 'M-1', title: 'Do it well', guidance: 'Do it well.', snippets: [], controls: [], references: {} },
  ],
}

/** The test catalogue; `extra` adds entries. */
export function testCatalogue(extra: unknown = {}): Catalogue {
  return openCatalogue(compilePack([CatalogueFile.parse(file), CatalogueFile.parse(extra)]))
}
