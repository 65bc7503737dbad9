import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '@/app/current-actor'
import type { Result } from '@/lib/model/protocol'
import { Input as AssignmentInput, getAssignment } from '@/lib/services/coursework/get-assignment'

/** The value of a use case, or the page that a stranger and a missing id get alike. */
export function orNotFound<T>(result: Result<T>): T {
  if (!result.ok) notFound()
  return result.value
}

/** The assignment of this page, for whoever asks. Its course must be the one in the address. */
export const loadAssignment = cache(async (courseId: string, assignmentId: string) => {
  const actor = await requireActor()
  const input = AssignmentInput.safeParse({ assignmentId })
  if (!input.success) notFound()
  const assignment = orNotFound(await getAssignment(actor, input.data))
  if (assignment.courseId !== courseId) notFound()
  return { actor, assignment }
})

type AssignmentParams = { params: Promise<{ courseId: string; assignmentId: string }> }

/** The same by the parameters of a page. */
export async function assignmentOf({ params }: AssignmentParams) {
  const { courseId, assignmentId } = await params
  return loadAssignment(decodeURIComponent(courseId), decodeURIComponent(assignmentId))
}

/** The metadata of a page of an assignment: "Rubric · Hardened microservices". */
export async function assignmentTitle(props: AssignmentParams, page: string): Promise<{ title: string }> {
  const { assignment } = await assignmentOf(props)
  return { title: `${page} · ${assignment.name}` }
}
