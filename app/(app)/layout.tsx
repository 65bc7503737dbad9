import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { requireActor } from '@/app/current-actor'
import { AppFrame } from '@/components/shell/app-frame'
import { THEME_COOKIE, toTheme } from '@/components/shell/theme'
import { listModelNames } from '@/lib/services/list-models'
import { listWorkspaces } from '@/lib/services/list-workspaces'

/** The frame of every page, for somebody who is signed in; a stranger goes to sign in before anything is drawn. */
export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  // Not waited for: only the palette wants it.
  const models = listModelNames(actor).catch(() => [])
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  const person = { id: actor.userId, name: actor.name, role: actor.role }
  const workspaces = await listWorkspaces(actor)
  const workspace = workspaces.find(({ id }) => id === actor.workspaceId) ?? {
    id: actor.workspaceId,
    name: '',
  }
  return (
    <AppFrame person={person} workspace={workspace} workspaces={workspaces} theme={theme} models={models}>
      {children}
    </AppFrame>
  )
}
