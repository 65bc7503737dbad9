import type { CourseRole } from '@/lib/coursework/course-role'

/** Places in a course, in words. */
export const courseRoles: Readonly<Record<CourseRole, { label: string; may: string }>> = {
  instructor: { label: 'Instructor', may: 'Sets assignments, takes works in, releases marks.' },
  marker: { label: 'Marker', may: 'Reviews what was handed in.' },
  student: { label: 'Student', may: 'You hand in your work and read your own feedback.' },
}
