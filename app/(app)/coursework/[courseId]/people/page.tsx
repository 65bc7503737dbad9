import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { orNotFound } from '@/app/(app)/coursework/load-page'
import { requireActor } from '@/app/current-actor'
import { PeoplePage } from '@/components/coursework/people-page'
import { getCoursePeople, Input } from '@/lib/services/coursework/get-course'
import { appOrigin } from '@/lib/services/edges/limits'

export const metadata: Metadata = { title: 'People of the course' }

export default async function Page({ params }: { params: Promise<{ courseId: string }> }) {
  const actor = await requireActor()
  const input = Input.safeParse({ courseId: decodeURIComponent((await params).courseId) })
  if (!input.success) notFound()
  const people = orNotFound(await getCoursePeople(actor, input.data))
  const now = new Date().toISOString()
  return <PeoplePage people={people} ownId={actor.userId} origin={appOrigin()} now={now} />
}
