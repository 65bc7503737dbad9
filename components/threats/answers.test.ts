import { describe, expect, test } from 'vitest'
import {
  answerEdit,
  describeSettled,
  parseAnswer,
  questionsOf,
  rankQuestions,
  settledBetween,
  takeBackEdit,
} from '@/components/threats/answers'
import { describeRefused } from '@/components/threats/describe-refused'
import { attachable, attachmentOf, emptyOwnThreat, readOwnThreat } from '@/components/threats/own-threat'
import { analyse } from '@/lib/analysis/analyse'
import { openQuestions } from '@/lib/analysis/open-questions'
import { threatRows } from '@/lib/analysis/threat-rows'
import { applyChange } from '@/lib/model/apply-change'
import { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const now = '2026-06-15T08:00:00.000Z'
const stamp = { name: 'Ada', now }
const start = buildModel([buildComponent('a', 'box')])
const rowsOf = (model: ThreatModel) => threatRows(analyse(model, catalogue), now)
const place = { elementId: 'a', attribute: 'privileged' }
const apply = (model: ThreatModel, edit: Edit) => {
  const result = applyChange(model, { id: 'c', label: 'Answer', atomic: false, edits: [Edit.parse(edit)] })
  expect(result.refused).toEqual([])
  return result.model
}

describe('an answer', () => {
  const answered = apply(start, answerEdit(start, place, true, stamp))

  test('settles what asked for it', () => {
    const settled = settledBetween(rowsOf(start), rowsOf(answered))
    expect(settled.raised).toBeGreaterThan(0)
    expect(describeSettled({ raised: 1, countered: 2, gone: 0 })).toBe(
      'Answered. 3 threats settled: 1 raised, 2 countered.',
    )
    expect(describeSettled({ raised: 0, countered: 0, gone: 0 })).toBe('Answered.')
  })

  test('can be changed, be an honest unknown, and be taken back', () => {
    const unknown = apply(answered, answerEdit(answered, place, null, stamp))
    expect(rowsOf(unknown).find((row) => row.threatId === 'T-PRIV')?.state).toBe('possible')
    const edit = takeBackEdit(unknown, place)
    expect(edit && apply(unknown, edit).components.a?.facts).toEqual({})
    expect(takeBackEdit(start, place)).toBeUndefined()
  })
})

describe('parseAnswer', () => {
  test('reads numbers, amounts and lists', () => {
    expect(parseAnswer('number', ' 100 ')).toEqual({ value: 100 })
    expect(parseAnswer('quantity', '300M')).toEqual({ value: '300M' })
    expect(parseAnswer('list', 'NET_ADMIN, SYS_TIME\nNET_ADMIN,')).toEqual({
      value: ['NET_ADMIN', 'SYS_TIME'],
    })
    expect(parseAnswer('list', ' ')).toEqual({ value: [] })
  })

  test('says what is wrong with the rest', () => {
    for (const [type, typed] of [
      ['number', 'many'],
      ['quantity', 'a lot of it'],
      ['text', '  '],
      ['text', 'x'.repeat(501)],
    ] as const) {
      expect(parseAnswer(type, typed)).toHaveProperty('problem')
    }
  })
})

test('questions that settle more come first, and count once', () => {
  const model = buildModel([buildComponent('a', 'box'), buildComponent('b', 'box')])
  const rows = rowsOf(model)
  const ranked = rankQuestions(rows)
  expect(new Set(ranked.map(({ elementId, attribute }) => `${elementId}|${attribute}`)).size).toBe(
    ranked.length,
  )
  expect(ranked[0]?.settles).toBe(Math.max(...ranked.map((question) => question.settles)))
})

test('a fact that is unknown of two components is one question, here as on the page of questions', () => {
  const model = buildModel([buildComponent('a', 'box'), buildComponent('b', 'box')])
  const rows = rowsOf(model)
  const page = openQuestions(rows, model)
  expect(page.length).toBeGreaterThan(0)
  expect(questionsOf(rows)).toBe(page.length)
  expect(rankQuestions(rows).length).toBeGreaterThan(page.length)
})

describe('a threat of one’s own', () => {
  test('needs a title and a category', () => {
    expect(readOwnThreat(emptyOwnThreat)).toEqual({
      problems: { title: expect.any(String), stride: expect.any(String) },
    })
    expect(readOwnThreat({ ...emptyOwnThreat, title: 'Bad\u0000name', stride: ['S'] })).toHaveProperty(
      'problems.title',
    )
  })

  test('appears on its component and is decided like any other', () => {
    const read = readOwnThreat({
      ...emptyOwnThreat,
      title: ' Mole ',
      stride: ['S'],
      likelihood: 5,
      impact: 5,
    })
    if ('problems' in read) throw new Error('It was refused.')
    const attachment = attachmentOf(read, { id: 'own1', elementId: 'a' }, stamp)
    const model = apply(start, { type: 'attach', attachment })
    expect(rowsOf(model).find((row) => row.threatId === 'own1')).toMatchObject({
      title: 'Mole',
      state: 'attached',
      severity: 'critical',
      isOpen: true,
    })
  })

  test('is needed only where the catalogue has none: what is there already is not offered', () => {
    expect(attachable(catalogue, 'box', new Set(['T-PRIV']), '').map(({ id }) => id)).not.toContain('T-PRIV')
    expect(attachable(catalogue, 'box', new Set(), 't-hand').map(({ id }) => id)).toEqual(['T-HAND'])
  })
})

test('both values of a forestalled edit are told in words', () => {
  const edit = { type: 'set-component', id: 'a', field: 'name', value: 'Web', was: 'a' } as const
  const change = { id: 'c', label: 'Rename', atomic: false, edits: [edit] }
  const refusal = {
    changeId: 'c',
    edit: 0,
    code: 'changed',
    sentence: 'Somebody was faster.',
    current: 'Shop',
  } as const
  expect(describeRefused({ refusal, edit, change })).toEqual({ mine: 'Web', theirs: 'Shop' })
  expect(describeRefused({ refusal: { ...refusal, code: 'missing' }, edit, change })).toBeUndefined()
})
