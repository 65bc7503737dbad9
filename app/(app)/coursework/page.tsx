import type { Metadata } from 'next'
import { orNotFound } from '@/app/(app)/coursework/load-page'
import { requireActor } from '@/app/current-actor'
import { CoursesPage } from '@/components/coursework/courses-page'
import { listCourses } from '@/lib/services/coursework/list-courses'

export const metadata: Metadata = { title: 'Coursework' }

export default async function Page() {
  const actor = await requireActor()
  return <CoursesPage courses={orNotFound(await listCourses(actor))} role={actor.role} />
}
