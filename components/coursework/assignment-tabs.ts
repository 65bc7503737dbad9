import type { LinkTab } from '@/components/ui/link-tabs'
import type { CourseRole } from '@/lib/coursework/course-role'

/** The pages of an assignment that somebody of this place can open. */
export function assignmentTabs(courseId: string, assignmentId: string, role: CourseRole) {
  const base = `/coursework/${courseId}/${assignmentId}`
  const all: (LinkTab & { roles: CourseRole[] })[] = [
    {
      href: `${base}/works`,
      label: 'Works',
      roles: ['instructor', 'marker'],
      also: [`${base}/model/`, `${base}/changes/`],
    },
    { href: `${base}/mine`, label: 'My work', roles: ['student'] },
    { href: `${base}/results`, label: 'Results', roles: ['instructor', 'marker'] },
    { href: `${base}/similarity`, label: 'Similarity', roles: ['instructor', 'marker'] },
    { href: `${base}/intake`, label: 'Intake', roles: ['instructor'] },
    { href: `${base}/rubric`, label: 'Rubric', roles: ['instructor', 'marker', 'student'] },
    { href: `${base}/settings`, label: 'Settings', roles: ['instructor', 'marker'] },
  ]
  return all.filter(({ roles }) => roles.includes(role)).map(({ roles: _roles, ...tab }) => tab)
}
