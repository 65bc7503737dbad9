import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCourseInvite, previewCourseInvite } from '@/lib/services/coursework/accept-course-invite'
import { getCoursePeople } from '@/lib/services/coursework/get-course'
import { importRoster } from '@/lib/services/coursework/import-roster'
import { inviteStudents } from '@/lib/services/coursework/invite-students'
import { inviteToCourse } from '@/lib/services/coursework/invite-to-course'
import { listCourses } from '@/lib/services/coursework/list-courses'
import { listOwnWorks } from '@/lib/services/coursework/list-own-works'
import { listWorks } from '@/lib/services/coursework/list-works'
import { removeEnrolment } from '@/lib/services/coursework/remove-enrolment'
import { revokeCourseInvite } from '@/lib/services/coursework/revoke-course-invite'
import { getActor } from '@/lib/services/get-actor'
import { listModels } from '@/lib/services/list-models'
import { handInTexts, makeCourse } from '@/lib/testing/make-course'
import { signInAs } from '@/lib/testing/sign-in-as'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase()
})
afterAll(() => opened.close())

type Course = Awaited<ReturnType<typeof makeCourse>>

const value = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; sentence: string }>,
): Promise<T> => {
  const answer = await result
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.value
}
const account = (name: string) => ({ name, password: 'correct horse battery' })
const tokenIn = (path: string) => path.replace(/^.*token=/, '')
const linkFor = async (course: Course, role: 'student' | 'marker' | 'instructor', now?: () => Date) =>
  tokenIn(
    (await value(inviteToCourse(course.instructor, { courseId: course.courseId, role, days: 7 }, now))).path,
  )

/** The account that somebody made by a link, as requests of theirs would find it. */
async function actorCalled(name: string) {
  const { id: userId } = await opened.client.user.findUniqueOrThrow({ where: { username: name } })
  const actor = await getActor(await signInAs(opened, { userId }))
  if (!actor) throw new Error(`${name} has no workspace.`)
  return actor
}

const TEXT = 'Docker\n1. Spoofing: a false registry answers pulls.\n2. Tampering: somebody swaps layers.\n'

describe('the link of a role', () => {
  it('brings every student who has it into the course, with a workspace of their own and nothing else', async () => {
    const course = await makeCourse(opened)
    await handInTexts(opened, course, [{ name: 'Other', identifier: 'other', text: TEXT }])
    const token = await linkFor(course, 'student')
    for (const name of ['first-student', 'next-student'])
      expect(await acceptCourseInvite(new Headers(), { token, account: account(name) })).toMatchObject({
        ok: true,
      })
    const student = await actorCalled('first-student')
    expect(student.workspaceId).not.toBe(course.instructor.workspaceId)
    expect(await value(listCourses(student))).toMatchObject([{ id: course.courseId, role: 'student' }])
    expect(await value(listModels(student))).toEqual([])
    const { assignmentId, courseId } = course
    expect(await value(listOwnWorks(student, { assignmentId }))).toEqual([])
    expect((await listWorks(student, { assignmentId })).ok).toBe(false)
    expect((await getCoursePeople(student, { courseId })).ok).toBe(false)
    const { students, links } = await value(getCoursePeople(course.instructor, { courseId }))
    expect(students).toContainEqual(
      expect.objectContaining({ name: 'next-student', identifier: null, isEnrolled: true }),
    )
    expect(links).toMatchObject([{ role: 'student', usedCount: 2 }])
  })

  it('lets somebody join with the account that they have, who stays where they are', async () => {
    const course = await makeCourse(opened)
    const { owner } = await makeWorkspace(opened)
    const headers = await signInAs(opened, { userId: owner.userId })
    const token = await linkFor(course, 'student')
    expect(await acceptCourseInvite(headers, { token })).toMatchObject({ ok: true })
    expect((await getActor(headers))?.workspaceId).toBe(owner.workspaceId)
    expect(await acceptCourseInvite(headers, { token })).toMatchObject({ ok: false, code: 'conflict' })
    expect(await acceptCourseInvite(new Headers(), { token })).toMatchObject({ code: 'not-signed-in' })
  })

  it('of a marker is used up by one', async () => {
    const course = await makeCourse(opened)
    const token = await linkFor(course, 'marker')
    const both = await Promise.all(
      ['marker-one', 'marker-two'].map((name) =>
        acceptCourseInvite(new Headers(), { token, account: account(name) }),
      ),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const made = await opened.client.user.count({ where: { username: { in: ['marker-one', 'marker-two'] } } })
    expect(made).toBe(1)
    const { staff } = await value(getCoursePeople(course.instructor, { courseId: course.courseId }))
    expect(staff.filter(({ role }) => role === 'marker')).toHaveLength(3)
  })

  it('leads nowhere once it expired, was taken back, or a newer one was made', async () => {
    const course = await makeCourse(opened)
    const { courseId, instructor } = course
    const at = new Date('2026-03-01T10:00:00.000Z')
    const late = () => new Date(at.getTime() + 8 * 86_400_000)
    const expired = await linkFor(course, 'student', () => at)
    expect(await previewCourseInvite(expired, () => at)).toMatchObject({ course: 'Course', role: 'student' })
    expect(await previewCourseInvite(expired, late)).toBeUndefined()
    const before = await linkFor(course, 'student')
    const newer = await linkFor(course, 'student')
    expect(await previewCourseInvite(before)).toBeUndefined()
    const { links } = await value(getCoursePeople(instructor, { courseId }))
    expect(links).toHaveLength(1)
    const inviteId = links[0]?.id ?? ''
    for (const who of [course.marker, course.student])
      expect((await revokeCourseInvite(who, { courseId, inviteId })).ok).toBe(false)
    await value(revokeCourseInvite(instructor, { courseId, inviteId }))
    for (const token of [expired, before, newer])
      expect(
        await acceptCourseInvite(new Headers(), { token, account: account('nobody-new') }),
      ).toMatchObject({ ok: false, code: 'expired' })
    expect(await opened.client.user.count({ where: { username: 'nobody-new' } })).toBe(0)
  })

  it('is made by instructors of the course only', async () => {
    const course = await makeCourse(opened)
    const outside = await makeCourse(opened)
    const { courseId } = course
    for (const who of [course.marker, course.student, outside.instructor]) {
      expect((await inviteToCourse(who, { courseId, role: 'instructor', days: 1 })).ok).toBe(false)
      expect((await inviteStudents(who, { courseId, days: 1 })).ok).toBe(false)
    }
    expect(await opened.client.courseInvite.count({ where: { courseId } })).toBe(0)
  })
})

describe('the link of one student', () => {
  const roster =
    'id,name,mail\nobram77,Ottilie Brambleshaw,otti@uni.example\nbe1,"=Ben ""B""",b@uni.example\n'
  const linksOf = (csv: string) =>
    Object.fromEntries(
      csv.split('\r\n').flatMap((row) => {
        const [, id, token] = row.match(/^"([^"]+)".*token=([^"]+)"$/) ?? []
        return id && token ? [[id, token]] : []
      }),
    )

  async function courseWithRoster() {
    const course = await makeCourse(opened)
    const { courseId, instructor } = course
    await value(importRoster(instructor, { courseId, text: roster, isTrial: false }))
    await handInTexts(opened, course, [
      { name: 'Ottilie Brambleshaw', identifier: 'obram77', text: TEXT },
      { name: '=Ben "B"', identifier: 'be1', text: `${TEXT}3. Repudiation: no log.\n` },
    ])
    return { ...course, links: linksOf((await value(inviteStudents(instructor, { courseId, days: 7 }))).csv) }
  }

  it('makes whoever opens it that student, who sees what was taken in for them', async () => {
    const { assignmentId, courseId, instructor, links } = await courseWithRoster()
    const token = links.obram77 ?? ''
    expect(await previewCourseInvite(token)).toMatchObject({ isPersonal: true, role: 'student' })
    await value(acceptCourseInvite(new Headers(), { token, account: account('ottilie') }))
    const student = await actorCalled('ottilie')
    expect(await value(listOwnWorks(student, { assignmentId }))).toMatchObject([{ threats: 2, attempt: 1 }])
    expect(await previewCourseInvite(token)).toBeUndefined()
    const again = await value(inviteStudents(instructor, { courseId, days: 7 }))
    expect(again.students).toBe(1)
    expect(again.csv).toContain(`"'=Ben`)
    expect(await previewCourseInvite(links.be1 ?? '')).toBeUndefined()
  })

  it('brings along what was handed in under the common link', async () => {
    const course = await courseWithRoster()
    const { assignmentId, courseId, instructor, links } = course
    await value(
      acceptCourseInvite(new Headers(), {
        token: await linkFor(course, 'student'),
        account: account('ben-b'),
      }),
    )
    const student = await actorCalled('ben-b')
    const headers = await signInAs(opened, { userId: student.userId })
    expect(await value(listOwnWorks(student, { assignmentId }))).toEqual([])
    await value(acceptCourseInvite(headers, { token: links.be1 ?? '' }))
    expect(await value(listOwnWorks(student, { assignmentId }))).toMatchObject([{ threats: 3 }])
    const { students } = await value(getCoursePeople(instructor, { courseId }))
    expect(students.filter(({ userId }) => userId === student.userId)).toMatchObject([{ identifier: 'be1' }])
    await value(removeEnrolment(instructor, { courseId, userId: student.userId }))
    expect((await listOwnWorks(student, { assignmentId })).ok).toBe(false)
  })

  it('does not take the place of somebody who is signed in as that student already', async () => {
    const { courseId, links } = await courseWithRoster()
    const { owner } = await makeWorkspace(opened)
    await opened.client.courseStudent.updateMany({
      where: { courseId, identifier: 'obram77' },
      data: { userId: owner.userId },
    })
    const taken = await acceptCourseInvite(new Headers(), {
      token: links.obram77 ?? '',
      account: account('thief'),
    })
    expect(taken).toMatchObject({ ok: false, code: 'conflict' })
    expect(await opened.client.user.count({ where: { username: 'thief' } })).toBe(0)
  })
})
