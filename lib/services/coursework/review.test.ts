import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARDENING_TEMPLATE } from '@/lib/coursework/rubric/hardening-template'
import { claimNextWork } from '@/lib/services/coursework/claim-next-work'
import { compareAttempts } from '@/lib/services/coursework/compare-attempts'
import { comparePair } from '@/lib/services/coursework/compare-pair'
import { correctWork } from '@/lib/services/coursework/correct-work'
import { finishReview } from '@/lib/services/coursework/finish-review'
import { listWorks } from '@/lib/services/coursework/list-works'
import { noteLines } from '@/lib/services/coursework/note-lines'
import { openReview } from '@/lib/services/coursework/open-review'
import { proposeModel } from '@/lib/services/coursework/propose-model'
import { saveRubric } from '@/lib/services/coursework/save-rubric'
import { setMark } from '@/lib/services/coursework/set-mark'
import { buildWorker } from '@/lib/testing/build-worker'
import { handInTexts, makeCourse } from '@/lib/testing/make-course'
import { openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

const { criteria } = HARDENING_TEMPLATE.rubric
const TEXT =
  'Docker\n1. Spoofing: a false registry answers pulls of the client.\n2. Tampering: somebody swaps layers of the image.\n\nA line of no use.\n'

let opened: TestDatabase
beforeAll(async () => {
  await buildWorker('coursework')
  opened = await openTestDatabase()
}, 120_000)
afterAll(() => opened.close())

const value = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; sentence: string }>,
): Promise<T> => {
  const answer = await result
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.value
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `Student ${at}`,
    identifier: `s${at}`,
    text: TEXT.replace('registry', `registry ${at}`),
  }))

async function markAll(who: Parameters<typeof setMark>[0], workId: string, slot: number) {
  for (const { id } of criteria)
    await value(setMark(who, { workId, slot, criterionId: id, levelId: 'meets', comment: '', was: 0 }))
  return value(finishReview(who, { workId, slot, summary: `by ${who.name}`, seconds: 5, isDone: true }))
}

describe('two reviewers at once', () => {
  it('mark 200 works between them, none lost and none twice', async () => {
    const rubric = { scale: 'specification' as const, criteria: criteria.slice(0, 1) }
    const course = await makeCourse(opened, { rubric })
    const works = await handInTexts(opened, course, numbered(200))
    const done = new Map<string, string>()
    const work = async (who: typeof course.marker) => {
      for (;;) {
        const { workId } = await value(claimNextWork(who, { assignmentId: course.assignmentId }))
        if (!workId) return
        expect(done.has(workId)).toBe(false)
        done.set(workId, who.userId)
        const mark = { workId, slot: 1, criterionId: 'diagram', comment: '', was: 0 }
        await value(setMark(who, { ...mark, levelId: 'changes' }))
        await value(finishReview(who, { workId, slot: 1, summary: '', seconds: 1, isDone: true }))
      }
    }
    await Promise.all([work(course.marker), work(course.second)])
    expect([...done.keys()].sort()).toEqual([...works].sort())
    expect(new Set(done.values()).size).toBe(2)
    expect(await opened.client.mark.count({ where: { work: { assignmentId: course.assignmentId } } })).toBe(
      200,
    )
    const rows = await value(listWorks(course.instructor, { assignmentId: course.assignmentId }))
    expect(rows.every(({ state, verdict }) => state === 'done' && verdict === 'changes')).toBe(true)
  }, 120_000)

  it('on one work keep what the other wrote first', async () => {
    const course = await makeCourse(opened)
    const [workId = ''] = await handInTexts(opened, course, numbered(1))
    const mark = { workId, slot: 1, criterionId: 'findings', comment: '', was: 0 }
    const [first, second] = await Promise.all([
      value(setMark(course.marker, { ...mark, levelId: 'meets' })),
      value(setMark(course.second, { ...mark, levelId: 'changes' })),
    ])
    expect([first.isKept, second.isKept].sort()).toEqual([false, true])
    const kept = first.isKept ? first : second
    const other = first.isKept ? second : first
    expect(other.mark).toEqual(kept.mark)
    const again = await value(setMark(course.second, { ...mark, levelId: 'changes', was: 1 }))
    expect(again.mark).toMatchObject({ levelId: 'changes', version: 2 })
  })

  it('corrects and notes side by side without loss', async () => {
    const course = await makeCourse(opened)
    const [workId = ''] = await handInTexts(opened, course, numbered(1))
    await Promise.all([
      value(
        correctWork(course.marker, {
          workId,
          correction: { kind: 'set-threat', item: 't1', fields: { categories: ['S', 'T'] } },
        }),
      ),
      value(correctWork(course.second, { workId, correction: { kind: 'remove', item: 't2' } })),
      value(noteLines(course.marker, { workId, slot: 1, firstLine: 2, lastLine: 2, text: 'one' })),
      value(noteLines(course.second, { workId, slot: 1, firstLine: 3, lastLine: 3, text: 'two' })),
    ])
    const view = await value(openReview(course.instructor, { workId }))
    expect(view.submission.threats).toMatchObject([{ item: 't1', categories: ['S', 'T'], isCorrected: true }])
    expect(view.submission.unassigned).toContain(3)
    expect(view.notes.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(
      (await correctWork(course.marker, { workId, correction: { kind: 'remove', item: 't2' } })).ok,
    ).toBe(false)
  })
})

describe('a second marker', () => {
  it('marks alone, and both see how far they agree when both are done', async () => {
    const course = await makeCourse(opened, { hasSecondMarker: true })
    const [workId = ''] = await handInTexts(opened, { ...course, slots: 2 }, numbered(1))
    const next = await value(claimNextWork(course.marker, { assignmentId: course.assignmentId }))
    expect(next.workId).toBe(workId)
    await markAll(course.marker, workId, 1)
    expect((await value(claimNextWork(course.marker, { assignmentId: course.assignmentId }))).workId).toBe(
      null,
    )
    const blind = await value(openReview(course.second, { workId }))
    expect(blind).toMatchObject({ slot: 2, marks: [], second: null })
    expect(
      (
        await setMark(course.marker, {
          workId,
          slot: 2,
          criterionId: 'findings',
          levelId: 'meets',
          comment: '',
          was: 0,
        })
      ).ok,
    ).toBe(false)
    await markAll(course.second, workId, 2)
    const after = await value(openReview(course.second, { workId }))
    expect(after.second?.agreement).toMatchObject({ same: criteria.length, of: criteria.length })
  })
})

describe('a changed rubric', () => {
  it('scores everyone again, keeps the version before, and opens what lacks a mark', async () => {
    const course = await makeCourse(opened)
    const [first = '', other = ''] = await handInTexts(opened, course, numbered(2))
    await markAll(course.marker, first, 1)
    const { assignmentId } = course
    const rubric = {
      ...HARDENING_TEMPLATE.rubric,
      scale: 'points' as const,
      criteria: HARDENING_TEMPLATE.rubric.criteria.slice(0, 2).map((one) => ({
        ...one,
        levels: one.levels.map((level) => ({ ...level, points: level.isMet ? 7 : 1 })),
        checks: [{ kind: 'threats' as const, platform: 'docker' as const, atLeast: 2 }],
      })),
    }
    expect(await value(saveRubric(course.instructor, { assignmentId, base: 1, rubric }))).toMatchObject({
      version: 2,
      works: 2,
      reviews: 1,
      reopened: 0,
    })
    const rows = await value(listWorks(course.marker, { assignmentId }))
    expect(rows.find(({ id }) => id === first)).toMatchObject({ points: 14, state: 'done', met: 2 })
    expect(rows.find(({ id }) => id === other)).toMatchObject({ points: null, state: 'open', met: 2 })
    const more = { ...rubric, criteria: [...rubric.criteria, { ...rubric.criteria[0], id: 'new' }] as never }
    expect(await value(saveRubric(course.instructor, { assignmentId, base: 2, rubric: more }))).toMatchObject(
      { reopened: 1 },
    )
    expect((await saveRubric(course.instructor, { assignmentId, base: 2, rubric })).ok).toBe(false)
    expect(await opened.client.rubricVersion.count({ where: { assignmentId } })).toBe(3)
  })
})

describe('names', () => {
  it('are nowhere in what a reviewer reads without names', async () => {
    const course = await makeCourse(opened, { isAnonymous: true })
    const person = { name: 'Ottilie Brambleshaw', identifier: 'obram77', email: 'otti.bram@uni.example' }
    const text = `Ottilie Brambleshaw, otti.bram@uni.example\n${TEXT}Written by BRAMBLESHAW (obram77).\n[FAIL] 4.6 Ottilie adds a health check\n`
    const [workId = ''] = await handInTexts(opened, course, [{ ...person, text }])
    const [again = ''] = await handInTexts(opened, course, [{ ...person, text: `${text}Ottilie again.\n` }])
    const [other = ''] = await handInTexts(opened, course, [
      { name: 'Brambleshaw', identifier: 'bramble9', text: `${text}bramble9 was here.\n` },
    ])
    for (const who of [course.marker, course.instructor]) {
      const seen = JSON.stringify([
        await value(openReview(who, { workId })),
        await value(listWorks(who, { assignmentId: course.assignmentId })),
        await value(compareAttempts(who, { workId: again })),
        await value(proposeModel(who, { workId: again })),
        await value(comparePair(who, { firstId: again, secondId: other })),
      ])
      expect(seen).not.toMatch(/ottilie|brambleshaw|obram77|otti\.bram/i)
      expect(seen).toContain('[name]')
    }
  })
})

describe('a student and a stranger', () => {
  it('get no list, no work and no queue', async () => {
    const course = await makeCourse(opened)
    const outside = await makeCourse(opened)
    const [workId = ''] = await handInTexts(opened, course, numbered(1))
    const { assignmentId } = course
    for (const who of [course.student, outside.instructor]) {
      expect((await openReview(who, { workId })).ok).toBe(false)
      expect((await listWorks(who, { assignmentId })).ok).toBe(false)
      expect((await claimNextWork(who, { assignmentId })).ok).toBe(false)
      expect((await noteLines(who, { workId, slot: 1, firstLine: 1, lastLine: 1, text: 'x' })).ok).toBe(false)
    }
    const stranger = await openReview(outside.instructor, { workId })
    const missing = await openReview(outside.instructor, { workId: 'none' })
    expect(stranger).toEqual(missing)
  })
})
