'use client'

import { useRouter } from 'next/navigation'
import { useSignOut } from '@/components/accounts/use-sign-out'
import { roleLabels } from '@/components/people/role-words'
import { useCommand } from '@/components/people/use-command'
import { type ShellPerson, useShell } from '@/components/shell/shell-context'
import { LogOut, UserRound } from '@/components/ui/icons'
import { MenuChoice, MenuDivider, MenuItem, MenuLink } from '@/components/ui/menu'
import { switchWorkspaceAction } from '@/lib/actions/people'

/** Who I am and where, and the way out. */
export function AccountItems({ person }: { person: ShellPerson }) {
  const signOut = useSignOut(person.id)
  const { workspace, workspaces } = useShell()
  const { run } = useCommand()
  const router = useRouter()
  const switchTo = (workspaceId: string) => {
    if (workspaceId === workspace.id) return
    run(async () => {
      const result = await switchWorkspaceAction({ workspaceId })
      if (result.ok) router.push('/models')
      return result
    })
  }
  return (
    <>
      <div className="max-w-64 px-2 pt-1.5 pb-1">
        <p className="truncate font-medium">{person.name}</p>
        <p className="text-ink-muted text-xs">
          {roleLabels[person.role]} of {workspace.name}
        </p>
      </div>
      <MenuDivider />
      {workspaces.length > 1 ? (
        <>
          <MenuChoice
            value={workspace.id}
            options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={switchTo}
          />
          <MenuDivider />
        </>
      ) : null}
      <MenuLink icon={<UserRound aria-hidden />} href="/workspace/account">
        Your account
      </MenuLink>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut}>
        Sign out
      </MenuItem>
    </>
  )
}
