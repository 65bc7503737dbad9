import { expect, test } from 'vitest'
import { type Entry, lintTarget, lintThreat, lintWith, soundThreat } from '@/lib/testing/sound-catalogue'

test('names in a threat that nothing answers to are found', () => {
  const problems = lintThreat({
    targets: [
      { types: ['box'], exposedWhen: { open: true }, counteredBy: { open: false } },
      { types: ['box', 'cave'] },
    ],
    mitigations: ['M-9'],
    rules: ['docker:no-such-check', 'trivy:KSV-1'],
    foldsUnder: ['T-1', 'T-9'],
    alsoStride: ['E'],
    replaces: ['T-1'],
  })
  expect(problems).toEqual([
    'The threat T-1 is on an unknown type, cave.',
    'The threat T-1 has two targets for box; only one could count.',
    'The threat T-1 names an unknown mitigation, M-9.',
    'The threat T-1 names an unknown control, docker:no-such-check.',
    'The threat T-1 folds under itself.',
    'The threat T-1 folds under an unknown threat, T-9.',
    'The threat T-1 names E both in stride and in alsoStride.',
    'The threat T-1 replaces T-1, which is still there.',
  ])
})

test('threats that fold under each other are found', () => {
  const problems = lintWith((lists) => {
    lists.threats = [
      soundThreat({ foldsUnder: ['T-2'] }),
      soundThreat({ id: 'T-2', title: 'Box stolen', foldsUnder: ['T-1'], replaces: ['T-0'] }),
      soundThreat({ id: 'T-3', title: 'Box lost', replaces: ['T-0'] }),
    ]
  })
  expect(problems).toEqual([
    'The threat T-1 folds under itself by way of others.',
    'The threat T-2 folds under itself by way of others.',
    'The threats T-2 and T-3 both replace T-0.',
  ])
})

test.each([
  [{ nothing: true }, 'exposedWhen reads an unknown attribute, nothing'],
  [{ 'picture.open': true }, 'exposedWhen reads open, which picture does not have'],
  [{ 'frame.root': true }, 'exposedWhen steps over an unknown relation, frame'],
  [
    { some: 'picture', where: { 'picture.root': true } },
    'exposedWhen steps over picture, which does not start at picture',
  ],
  [{ open: 'yes' }, 'exposedWhen tests open wrongly: it is true or false'],
  [{ mode: 'maybe' }, 'exposedWhen tests mode wrongly: its values are on, off'],
  [{ mode: { in: ['on', 'maybe'] } }, 'exposedWhen tests mode wrongly: its values are on, off'],
  [{ mode: { in: ['on', 'on'] } }, 'exposedWhen tests mode wrongly: it names a value twice'],
  [{ caps: 'ALL' }, 'exposedWhen tests caps wrongly: a list is tested by hasAny, hasAll or isEmpty'],
  [
    { open: { hasAny: ['x'] } },
    'exposedWhen tests open wrongly: only a list is tested by hasAny, hasAll or isEmpty',
  ],
  [{ limit: { below: 3 } }, 'exposedWhen tests limit wrongly: only a number is tested by below or atLeast'],
])('the condition %j is refused', (exposedWhen, problem) => {
  expect(lintTarget({ exposedWhen })).toEqual([`The threat T-1 on box: ${problem}.`])
})

test('a condition is held to its bounds of depth and size', () => {
  let deep: Entry = { open: true }
  for (let level = 0; level < 8; level += 1) deep = { not: deep }
  expect(lintTarget({ exposedWhen: deep })).toContain(
    'The threat T-1 on box: exposedWhen is nested 9 deep, more than 8.',
  )
  const fifty = Array.from({ length: 50 }, () => ({ open: true }))
  const wide = { any: Array.from({ length: 5 }, () => ({ all: fifty })) }
  expect(lintTarget({ exposedWhen: wide })).toContain(
    'The threat T-1 on box: exposedWhen has 256 parts, more than 200.',
  )
})

test.each([
  [
    { exposedWhen: { open: true }, counteredBy: { open: true } },
    'is countered by the very thing that exposes it',
  ],
  [
    { exposedWhen: { all: [{ mode: 'on' }, { mode: 'off' }] } },
    'can never be raised: its conditions rule each other out',
  ],
  [
    { exposedWhen: { open: true }, counteredBy: { all: [{ mode: 'on' }, { mode: 'off' }] } },
    'can never be countered: its condition rules itself out',
  ],
  [
    { exposedWhen: { open: true }, counteredBy: { mode: { in: ['on', 'off'] } } },
    'can never be raised: its conditions rule each other out',
  ],
  [
    { exposedWhen: { all: [{ copies: { below: 2 } }, { copies: { atLeast: 2 } }] } },
    'can never be raised: its conditions rule each other out',
  ],
  [{ exposedWhen: { mode: { in: ['on', 'off'] } } }, 'can never fall silent, and nothing counters it'],
  [{ counteredBy: { open: true } }, 'is countered but never exposed; it can only be attached by hand'],
  [
    { exposedWhen: { open: true }, adjust: [{ when: { root: true }, why: 'It is root.' }] },
    'has an adjustment that changes neither likelihood nor impact',
  ],
])('the target %j is refused', (target, problem) => {
  expect(lintTarget(target)).toEqual([`The threat T-1 on box ${problem}.`])
})

test('a threat with conditions must show every state that it can be in', () => {
  expect(lintThreat({ examples: [] })).toEqual([
    'The threat T-1 has no example that raises it on box.',
    'The threat T-1 can be possible, but has no example of it.',
    'The threat T-1 can be countered, but has no example of it.',
  ])
  const target = { types: ['box'], exposedWhen: { open: true, root: true }, counteredBy: { open: false } }
  expect(lintThreat({ targets: [target] })).toEqual([
    'The threat T-1 can be silent, but has no example of it.',
  ])
})

test('targets with other conditions need a proof of their own, targets with the same share theirs', () => {
  const problems = lintThreat({
    targets: [
      { types: ['box'], exposedWhen: { open: true }, counteredBy: { open: false } },
      { types: ['picture'], exposedWhen: { root: true }, counteredBy: { root: false } },
    ],
  })
  expect(problems).toEqual(['The threat T-1 has no example that raises it on picture.'])
  const shared = { types: ['box', 'picture'], exposedWhen: { root: true }, counteredBy: { root: false } }
  const examples = [
    { expect: 'raised', on: 'picture', facts: { root: true } },
    { expect: 'possible', on: 'box' },
    { expect: 'countered', on: 'picture', facts: { root: false } },
  ]
  expect(lintThreat({ targets: [shared], examples })).toEqual([])
})

test('a threat that is only attached by hand needs no example', () => {
  expect(lintThreat({ targets: [{ types: ['box'] }], examples: [] })).toEqual([])
})

test('an example is held to the types, facts and relations there are', () => {
  const more = [
    { expect: 'raised', on: 'cave' },
    { expect: 'raised', on: 'box', facts: { gone: true, open: 'wide' } },
    {
      expect: 'raised',
      on: 'box',
      related: { picture: { type: 'box' }, frame: { type: 'picture' } },
    },
  ]
  expect(lintThreat({ examples: [...(soundThreat().examples as Entry[]), ...more] })).toEqual([
    'The example 4 of T-1 is on cave, which is not among its targets.',
    'The example 4 of T-1 has an unknown type, cave.',
    'The example 5 of T-1 sets gone, which box does not have.',
    'The example 5 of T-1 sets open to what it cannot be: it is true or false.',
    'The example 6 of T-1 steps over picture, which does not lead to box.',
    'The example 6 of T-1 steps over frame, which does not start at box.',
  ])
})
