import type { Metadata } from 'next'
import { requireActor } from '@/app/current-actor'
import { WorkspacesView } from '@/components/people/workspaces-view'
import { listWorkspaces } from '@/lib/services/list-workspaces'

export const metadata: Metadata = { title: 'Workspaces' }

export default async function Page() {
  const actor = await requireActor()
  const workspaces = await listWorkspaces(actor)
  const name = workspaces.find(({ id }) => id === actor.workspaceId)?.name ?? ''
  return (
    <WorkspacesView present={{ id: actor.workspaceId, name, role: actor.role }} workspaces={workspaces} />
  )
}
