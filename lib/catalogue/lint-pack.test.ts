import { expect, test } from 'vitest'
import {
  type Entry,
  lint,
  lintThreat,
  lintWith,
  soundAttribute,
  soundCatalogue,
  soundThreat,
  soundType,
} from '@/lib/testing/sound-catalogue'

test('a sound catalogue has no problem', () => {
  expect(lint(soundCatalogue())).toEqual([])
})

test('an id or title that occurs twice is named', () => {
  expect(
    lintWith((lists) => {
      lists.mitigations?.push({ ...(lists.mitigations[0] as Entry) })
      lists.threats?.push(soundThreat({ id: 'T-2' }))
    }),
  ).toEqual([
    'The mitigation M-1 is there more than once.',
    'The threats T-1 and T-2 have the same title.',
    'The mitigations M-1 and M-1 have the same title.',
  ])
})

test('a flow type and a component type cannot share an id', () => {
  expect(
    lintWith((lists) => {
      lists.flowTypes?.push({
        id: 'box',
        label: 'Boxing',
        verb: 'boxes',
        attributes: { open: {} },
        help: 'A box.',
      })
    }),
  ).toContain('The type box is there more than once.')
})

test('an attribute must have values only when it is an enum, and be used', () => {
  const problems = lintWith((lists) => {
    lists.attributes?.push(
      soundAttribute('lone'),
      soundAttribute('empty', 'enum'),
      soundAttribute('valued', 'boolean', { values: ['a', 'b'] }),
      soundAttribute('double', 'enum', { values: ['a', 'a'] }),
    )
    lists.componentTypes?.push(soundType('other', { empty: {}, valued: {}, double: {} }))
  })
  expect(problems).toEqual([
    'The attribute double names a value twice.',
    'The attribute empty is an enum and needs at least two values.',
    'No type has the attribute lone.',
    'The attribute valued is not an enum, so it has no values.',
  ])
})

test('a type that names what is not there is found', () => {
  const problems = lintWith((lists) => {
    lists.componentTypes?.push(
      soundType(
        'bad',
        { nothing: {}, mode: { default: 'maybe' }, open: { closedBy: 'declared' } },
        {
          allowedParents: ['nowhere'],
          closedBy: 'declared',
        },
      ),
    )
  })
  expect(problems).toEqual([
    'The type bad names an unknown parent, nowhere.',
    'The defaults of bad are closed by declared, which it does not have.',
    'The type bad has an unknown attribute, nothing.',
    'The default of mode on bad does not fit: its values are on, off.',
    'The attribute open on bad has no default that closedBy could close.',
    'The defaults of bad are closed by declared, which it does not have.',
  ])
})

test('a relation between the wrong kinds of types is found', () => {
  const base = { label: 'wrong', of: ['box'], to: ['picture'], whenNone: 'false' }
  const problems = lintWith((lists) => {
    lists.relations?.push(
      { ...base, id: 'a', via: 'crossed' },
      { ...base, id: 'b', via: 'flowsIn' },
      { ...base, id: 'c', via: 'parent', flowTypes: ['run'] },
      { ...base, id: 'd', via: 'sources', flowTypes: ['walk'], closedBy: 'declared' },
      { ...base, id: 'e', via: 'sources', of: ['picture'], whenNone: 'unknown', closedBy: 'declared' },
    )
  })
  expect(problems).toEqual([
    'The relation a starts at box, which is no flow type.',
    'The relation b leads to picture, which is no flow type.',
    'The relation c steps over no flows, but names flow types.',
    'The relation d steps over walk, which is no flow type.',
    'The relation d is closed by declared, but is never open.',
    'The relation e is closed by declared, which picture does not have.',
  ])
})

test('a derivation that does not fit its attribute is found', () => {
  const problems = lintWith((lists) => {
    lists.derivations?.push(
      {
        id: 'x',
        types: ['picture'],
        attribute: 'mode',
        value: 'perhaps',
        when: { root: true },
        reason: 'So it is.',
      },
      { id: 'y', types: ['box'], attribute: 'gone', value: true, when: { lost: true }, reason: 'So it is.' },
    )
  })
  expect(problems).toEqual([
    'The value of the derivation x does not fit mode: its values are on, off.',
    'The derivation x derives mode, which picture does not have.',
    'The derivation y derives an unknown attribute, gone.',
    'The derivation y derives gone, which box does not have.',
    'The derivation y reads an unknown attribute, lost.',
  ])
})

test('derivations that lead round in a circle are found, over relations too', () => {
  const problems = lintWith((lists) => {
    lists.relations?.push({
      id: 'runner',
      label: 'what runs it',
      of: ['picture'],
      via: 'targets',
      to: ['box'],
      whenNone: 'false',
    })
    lists.derivations?.push({
      id: 'picture-by-box',
      types: ['picture'],
      attribute: 'root',
      value: true,
      when: { 'runner.root': true },
      reason: 'Its box is root.',
    })
  })
  expect(problems).toEqual([
    'Derivations lead round in a circle and settle nothing: picture.root needs box.root needs picture.root.',
  ])
})

test('a mitigation that names an unknown control is found', () => {
  expect(
    lintWith((lists) => {
      Object.assign(lists.mitigations?.[0] ?? {}, { controls: ['docker:none'] })
    }),
  ).toEqual(['The mitigation M-1 names an unknown control, docker:none.'])
})

test.each([
  [
    { title: 'Box Opened Every Night Again' },
    'The title of the threat T-1 has a capital on every word; write it like a sentence.',
  ],
  [{ title: 'Box opened.' }, 'The title of the threat T-1 ends like a sentence.'],
  [{ title: `Box ${'opened '.repeat(14)}` }, 'The title of the threat T-1 is longer than 90 characters.'],
  [
    { description: 'A stranger opens it' },
    'The text of the description of T-1 does not end with a full stop.',
  ],
  [{ riskReason: 'Beware! It is open.' }, 'The text of the risk reason of T-1 has an exclamation mark.'],
])('the style of %j is refused', (extra, problem) => {
  expect(lintThreat(extra)).toEqual([problem])
})
