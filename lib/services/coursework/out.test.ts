import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARDENING_TEMPLATE } from '@/lib/coursework/rubric/hardening-template'
import { compareWorks } from '@/lib/services/coursework/compare-works'
import { exportFeedback } from '@/lib/services/coursework/export-feedback'
import { exportMarks } from '@/lib/services/coursework/export-marks'
import { finishReview } from '@/lib/services/coursework/finish-review'
import { getCohort } from '@/lib/services/coursework/get-cohort'
import { handIn } from '@/lib/services/coursework/hand-in'
import { listOwnWorks } from '@/lib/services/coursework/list-own-works'
import { listWorks } from '@/lib/services/coursework/list-works'
import { previewHandIn } from '@/lib/services/coursework/preview-hand-in'
import { releaseMarks } from '@/lib/services/coursework/release-marks'
import { setMark } from '@/lib/services/coursework/set-mark'
import { takeInWorks } from '@/lib/services/coursework/take-in-works'
import { buildWorker } from '@/lib/testing/build-worker'
import { handInTexts, makeCourse } from '@/lib/testing/make-course'
import { openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

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
const rubric = { scale: 'points' as const, criteria: HARDENING_TEMPLATE.rubric.criteria.slice(0, 1) }
const TEXT = 'Docker\n1. Spoofing: a false registry answers pulls.\n2. Tampering: somebody swaps layers.\n'
const person = { name: 'Ottilie Brambleshaw', identifier: 'obram77', email: 'otti.bram@uni.example' }

async function reviewed(isAnonymous: boolean) {
  const course = await makeCourse(opened, { rubric, isAnonymous })
  const [workId = ''] = await handInTexts(opened, course, [{ ...person, text: `${person.name}\n${TEXT}` }])
  const mark = {
    workId,
    slot: 1,
    criterionId: 'diagram',
    levelId: 'changes',
    comment: `=1+1 for ${person.name}`,
  }
  await value(setMark(course.marker, { ...mark, was: 0 }))
  await value(finishReview(course.marker, { workId, slot: 1, summary: 'Draw it.', seconds: 9, isDone: true }))
  const { student, courseId } = course
  await opened.client.courseStudent.updateMany({ where: { courseId }, data: { userId: student.userId } })
  return { ...course, workId }
}

describe('what goes out', () => {
  it('is for the student after release only, and their own only', async () => {
    const course = await reviewed(false)
    const { assignmentId } = course
    const others = await handInTexts(opened, course, [
      { name: 'Else', identifier: 'else', text: `${TEXT}else` },
    ])
    const before = await value(listOwnWorks(course.student, { assignmentId }))
    expect(before).toMatchObject([{ id: course.workId, feedback: null }])
    expect(others).not.toContain(before[0]?.id)
    await value(releaseMarks(course.instructor, { assignmentId, isReleased: true }))
    const after = await value(listOwnWorks(course.student, { assignmentId }))
    expect(after).toHaveLength(1)
    expect(after[0]?.feedback).toMatchObject({ summary: 'Draw it.', score: { points: 0, outOf: 1 } })
    expect((await releaseMarks(course.marker, { assignmentId, isReleased: false })).ok).toBe(false)
    for (const get of [exportFeedback, getCohort, compareWorks])
      expect((await get(course.student, { assignmentId })).ok).toBe(false)
    expect((await exportMarks(course.marker, { assignmentId, format: 'plain' })).ok).toBe(false)
  })

  it('has the columns of each platform, and no formula', async () => {
    const { instructor, assignmentId } = await reviewed(false)
    const file = async (format: 'canvas' | 'moodle' | 'plain' | 'gradescope') =>
      (await value(exportMarks(instructor, { assignmentId, format }))).text
    expect(await file('canvas')).toContain('"Ottilie Brambleshaw","","","obram77","","0"')
    expect(await file('moodle')).toContain('"obram77","Ottilie Brambleshaw","otti.bram@uni.example","0","1"')
    expect(String(await file('plain')).split('\r\n')).toHaveLength(3)
    const zip = unzipSync((await file('gradescope')) as Uint8Array)
    const results = JSON.parse(strFromU8(zip['obram77/results.json'] as Uint8Array))
    expect(results).toMatchObject({ score: 0, tests: [{ max_score: 1, status: 'failed' }] })
    const feedback = await value(exportFeedback(instructor, { assignmentId }))
    const [text] = Object.values(unzipSync(feedback.text as Uint8Array)).map((bytes) => strFromU8(bytes))
    expect(text).toContain('What to change')
    expect(text).toMatch(/^- \[.+\]\(http:\/\/127\.0\.0\.1:3000\/catalogue\/threats\/[\w-]+\) \(line \d+\)$/m)
  })

  it('names nobody while names are not shown', async () => {
    const { marker, instructor, assignmentId, workId } = await reviewed(true)
    for (const who of [marker, instructor]) {
      const all = await value(exportFeedback(who, { assignmentId }))
      const files = unzipSync(all.text as Uint8Array)
      const one = await value(exportFeedback(who, { assignmentId, workId }))
      const seen = JSON.stringify([
        Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]),
        one,
        await value(getCohort(who, { assignmentId })),
        await value(compareWorks(who, { assignmentId })),
      ])
      expect(seen).not.toMatch(/ottilie|brambleshaw|obram77|otti\.bram/i)
    }
    expect((await exportMarks(instructor, { assignmentId, format: 'plain' })).ok).toBe(false)
  })
})

const upload = (files: Record<string, string | Uint8Array>) =>
  Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }))

describe('an intake', () => {
  it('gives every file its line, knows what it knows, and keeps what nobody owns', async () => {
    const course = await makeCourse(opened, { rubric })
    await handInTexts(opened, course, [{ ...person, text: TEXT }])
    const { instructor, assignmentId } = course
    const files = upload({
      'brambleshawottilie_123_456_work.txt': `${TEXT}3. Repudiation: nobody keeps a log.\n`,
      'somebody.txt': TEXT,
      'empty.txt': '',
      'picture.png': new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2]),
      'broken.zip': new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]),
      'four-lines.txt': `${'spoofing of the daemon '.repeat(2_200)}\n`.repeat(4),
    })
    const first = await value(takeInWorks(instructor, { assignmentId, addsStudents: false }, files))
    const outcomes = Object.fromEntries(first.lines.map(({ path, outcome }) => [path, outcome]))
    expect(outcomes).toEqual({
      'brambleshawottilie_123_456_work.txt': 'resubmission',
      'somebody.txt': 'unmatched',
      'empty.txt': 'unmatched',
      'picture.png': 'unmatched',
      'four-lines.txt': 'unmatched',
      'broken.zip': 'refused',
    })
    const again = await value(takeInWorks(instructor, { assignmentId, addsStudents: true }, files))
    expect(again.lines.find(({ path }) => path.startsWith('bramble'))?.outcome).toBe('same')
    expect(again.lines.filter(({ outcome }) => outcome === 'new')).toHaveLength(4)
    expect(again.lines.find(({ path }) => path === 'picture.png')?.sentence).toContain('no text file')
    const rows = await value(listWorks(instructor, { assignmentId }))
    expect(rows.find(({ label }) => label === person.name)).toMatchObject({ attempt: 2, threats: 3 })
  })

  it('takes an archive of repositories, each one work, its text found wherever it lies', async () => {
    const course = await makeCourse(opened, { rubric })
    const archive = zipSync({
      'cohort/ada/submissions/Attack_Surfaces.txt.txt': strToU8(TEXT),
      'cohort/ada/README.md': strToU8('# How to run\n'),
      'cohort/ben/starter/threats.md': strToU8(TEXT.replace('registry', 'client')),
      'cohort/ben/diagram.png': new Uint8Array([137, 80, 0, 0]),
      '__MACOSX/cohort/._ada': strToU8('x'),
      '../outside.txt': strToU8('x'),
    })
    const { lines } = await value(
      takeInWorks(course.instructor, { assignmentId: course.assignmentId, addsStudents: true }, [
        { path: 'all.zip', bytes: archive },
      ]),
    )
    expect(lines.map(({ path, outcome }) => `${path} ${outcome}`).sort()).toEqual([
      'ada new',
      'all.zip: unnamed refused',
      'ben new',
    ])
    const rows = await value(listWorks(course.instructor, { assignmentId: course.assignmentId }))
    expect(rows.map(({ label, threats }) => `${label} ${threats}`)).toEqual(['ada 2', 'ben 2'])
  })
})

describe('a student', () => {
  it('sees the checks before handing in, and hands in again as a further attempt', async () => {
    const { student, assignmentId } = await makeCourse(opened, { rubric: HARDENING_TEMPLATE.rubric })
    const from = { kind: 'text' as const, text: TEXT }
    const preview = await value(previewHandIn(student, { assignmentId, from }))
    expect(preview.threats).toHaveLength(2)
    expect(preview.checks.find(({ title }) => title.includes('surfaces of Docker'))?.result).toBe(false)
    expect(await value(listOwnWorks(student, { assignmentId }))).toEqual([])
    expect(await value(handIn(student, { assignmentId, from }))).toMatchObject({ attempt: 1, outcome: 'new' })
    expect(await value(handIn(student, { assignmentId, from }))).toMatchObject({ outcome: 'same' })
    const more = { kind: 'text' as const, text: `${TEXT}3. Repudiation: no log.\n` }
    expect(await value(handIn(student, { assignmentId, from: more }))).toMatchObject({ attempt: 2 })
  })
})
