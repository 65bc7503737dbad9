import type { Actor } from '@/lib/auth/actor'
import { type CourseAction, canInCourse } from '@/lib/auth/course-policy'
import type { CourseRole } from '@/lib/coursework/course-role'
import { findAssignment, findCourse } from '@/lib/db/coursework/courses'
import { findOwnWork, findWork } from '@/lib/db/coursework/works'
import type { Problem } from '@/lib/model/protocol'
import { problem } from '@/lib/services/problem'

type Opened<T> = ({ ok: true; role: CourseRole } & T) | Problem
type Found<F extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<F>>>

/** What a stranger and a missing id get alike. */
export function courseworkNotFound(): Problem {
  return problem(
    'not-found',
    'There is no such coursework here. It may have been removed, or you are not enrolled in its course.',
  )
}

function notYourPart(): Problem {
  return problem(
    'forbidden',
    'Your place in this course does not allow this. Ask an instructor of the course.',
  )
}

/** A course, if the actor is enrolled in it so that they may do this. */
export async function openCourse(
  actor: Actor,
  courseId: string,
  what: CourseAction,
): Promise<Opened<Found<typeof findCourse>>> {
  const found = await findCourse(actor.userId, courseId)
  if (!found) return courseworkNotFound()
  return canInCourse(found.role, what) ? { ok: true, ...found } : notYourPart()
}

/** An assignment, if the actor is enrolled in its course so that they may do this. */
export async function openAssignment(
  actor: Actor,
  assignmentId: string,
  what: CourseAction,
): Promise<Opened<Found<typeof findAssignment>>> {
  const found = await findAssignment(actor.userId, assignmentId)
  if (!found) return courseworkNotFound()
  return canInCourse(found.role, what) ? { ok: true, ...found } : notYourPart()
}

type OpenedWork = Found<typeof findAssignment> & { work: Found<typeof findWork> }

/** What somebody handed in. A student opens their own only; to them all others are not there. */
export async function openWork(
  actor: Actor,
  workId: string,
  what: CourseAction,
): Promise<Opened<OpenedWork>> {
  const work = await findWork(workId)
  const found = work && (await findAssignment(actor.userId, work.assignmentId))
  if (!work || !found) return courseworkNotFound()
  if (found.role === 'student') {
    const isOwn = await findOwnWork(actor.userId, work)
    if (!isOwn) return courseworkNotFound()
  }
  return canInCourse(found.role, what) ? { ok: true, ...found, work } : notYourPart()
}
