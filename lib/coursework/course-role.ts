/** What somebody is in a course. Their role in a workspace says nothing about it. */
export type CourseRole = 'instructor' | 'marker' | 'student'
