import type { Metadata } from 'next'
import { requireActor } from '@/app/current-actor'
import { MembersView } from '@/components/people/members-view'
import { appOrigin } from '@/lib/services/edges/limits'
import { listMembers } from '@/lib/services/list-members'

export const metadata: Metadata = { title: 'Members' }

export default async function Page() {
  const actor = await requireActor()
  const result = await listMembers(actor)
  if (!result.ok) throw new Error(result.sentence)
  const { members, invitations } = result.value
  return (
    <MembersView
      me={{ id: actor.userId, role: actor.role }}
      origin={appOrigin()}
      now={new Date().toISOString()}
      members={members}
      invitations={invitations}
    />
  )
}
