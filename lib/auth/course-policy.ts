import type { CourseRole } from '@/lib/coursework/course-role'

/** What people do in a course. */
export type CourseAction =
  | 'read-course'
  | 'manage-course'
  | 'see-roster'
  | 'take-in'
  | 'list-works'
  | 'review'
  | 'change-rubric'
  | 'see-cohort'
  | 'compare-works'
  | 'export-feedback'
  | 'export-marks'
  | 'release-marks'
  | 'hand-in'
  | 'read-own-work'

const everybody: readonly CourseRole[] = ['instructor', 'marker', 'student']
const reviewers: readonly CourseRole[] = ['instructor', 'marker']
const instructors: readonly CourseRole[] = ['instructor']
const students: readonly CourseRole[] = ['student']

const policy: Record<CourseAction, readonly CourseRole[]> = {
  'read-course': everybody,
  'manage-course': instructors,
  'see-roster': instructors,
  'take-in': instructors,
  'list-works': reviewers,
  review: reviewers,
  'change-rubric': instructors,
  'see-cohort': reviewers,
  'compare-works': reviewers,
  'export-feedback': reviewers,
  'export-marks': instructors,
  'release-marks': instructors,
  'hand-in': students,
  'read-own-work': students,
}

/** True when somebody who is enrolled so may do this in that course. */
export function canInCourse(role: CourseRole, what: CourseAction): boolean {
  return policy[what].includes(role)
}

/** Whose names a person reads in an assignment: nobody's while it is marked without names. */
export function seesNames(
  role: CourseRole,
  assignment: { isAnonymous: boolean; releasedAt: Date | null },
): boolean {
  if (!assignment.isAnonymous) return role !== 'student'
  return role === 'instructor' && assignment.releasedAt !== null
}
