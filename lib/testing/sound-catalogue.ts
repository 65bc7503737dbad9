import { CatalogueFile } from '@/lib/catalogue/entries'
import { lintPack } from '@/lib/catalogue/lint-pack'
import { compilePack } from '@/lib/catalogue/pack'

// A catalogue without a mistake, into which tests of the linter plant one.

export type Entry = Record<string, unknown>
export type Lists = Record<string, Entry[]>

/** A boolean attribute, unless told otherwise. */
export const soundAttribute = (id: string, type = 'boolean', extra: Entry = {}) => ({
  id,
  label: `Label of ${id}`,
  question: `Is it ${id}?`,
  type,
  group: 'Test',
  ...extra,
})

/** A component type with these attributes. */
export const soundType = (id: string, attributes: Entry, extra: Entry = {}) => ({
  id,
  platform: 'docker',
  kind: 'process',
  label: `Label of ${id}`,
  plural: id,
  icon: 'box',
  allowedParents: [],
  attributes,
  help: 'A thing.',
  ...extra,
})

/** A threat that holds against the sound catalogue, with some parts replaced. */
export const soundThreat = (extra: Entry = {}) => ({
  id: 'T-1',
  platform: 'docker',
  title: 'Box opened by a stranger',
  description: 'A stranger opens the box and takes what is in it.',
  stride: ['E'],
  alsoStride: ['I'],
  targets: [{ types: ['box'], exposedWhen: { open: true }, counteredBy: { open: false } }],
  likelihood: 3,
  impact: 4,
  riskReason: 'Boxes are often left open.',
  mitigations: ['M-1'],
  references: {},
  rules: ['docker:lid'],
  examples: [
    { expect: 'raised', on: 'box', facts: { open: true } },
    { expect: 'possible', on: 'box' },
    { expect: 'countered', on: 'box', facts: { open: false } },
  ],
  ...extra,
})

/** A small catalogue without a mistake. */
export function soundCatalogue(): Lists {
  return {
    attributes: [
      soundAttribute('open'),
      soundAttribute('declared'),
      soundAttribute('mode', 'enum', { values: ['on', 'off'] }),
      soundAttribute('caps', 'list'),
      soundAttribute('copies', 'number'),
      soundAttribute('limit', 'quantity'),
      soundAttribute('root'),
    ],
    componentTypes: [
      soundType(
        'box',
        {
          open: {},
          declared: {},
          mode: { default: 'on' },
          caps: { default: [] },
          copies: {},
          limit: {},
          root: {},
        },
        { closedBy: 'declared' },
      ),
      soundType('picture', { root: {} }),
    ],
    flowTypes: [
      { id: 'run', label: 'Label of run', verb: 'runs', attributes: { open: {} }, help: 'A start.' },
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
    ],
    derivations: [
      {
        id: 'root-by-picture',
        types: ['box'],
        attribute: 'root',
        value: true,
        when: { 'picture.root': true },
        reason: 'Its picture is root.',
      },
    ],
    threats: [soundThreat()],
    mitigations: [
      {
        id: 'M-1',
        title: 'Close the box',
        guidance: 'Close it.',
        snippets: [],
        controls: ['docker:lid'],
        references: {},
      },
    ],
    controls: [{ id: 'docker:lid', framework: 'cis-docker', label: 'Lid', numbers: { 'CIS-1': '1' } }],
  }
}

/** The problems of a catalogue. */
export function lint(lists: Lists): string[] {
  return lintPack(compilePack([CatalogueFile.parse(lists)]))
}

/** The problems after changing a sound catalogue. */
export function lintWith(change: (lists: Lists) => void): string[] {
  const lists = soundCatalogue()
  change(lists)
  return lint(lists)
}

/** The problems of a threat with these parts in a sound catalogue. */
export function lintThreat(extra: Entry): string[] {
  return lintWith((lists) => {
    lists.threats = [soundThreat(extra)]
  })
}

/** The problems of a target, apart from examples that it would need. */
export function lintTarget(target: Entry): string[] {
  return lintThreat({ targets: [{ types: ['box'], ...target }] }).filter(
    (problem) => !problem.includes('example'),
  )
}
