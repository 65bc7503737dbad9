'use client'

import { LogOut } from 'lucide-react'
import { useSignOut } from '@/components/accounts/use-sign-out'
import type { ShellPerson } from '@/components/shell/shell-context'
import { Menu, MenuDivider, MenuItem } from '@/components/ui/menu'

const roleLabels = { owner: 'Owner', editor: 'Editor', reviewer: 'Reviewer', viewer: 'Viewer' } as const

/** Who I am and where, and the way out. */
export function AccountMenu({ person }: { person: ShellPerson }) {
  const signOut = useSignOut(person.id)
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Account of ${person.name}`}
          className="flex size-8 items-center justify-center rounded-full hover:bg-hover data-popup-open:bg-hover"
        >
          <span
            aria-hidden
            className="flex size-6.5 items-center justify-center rounded-full bg-accent-soft font-semibold text-2xs text-accent"
          >
            {initialsOf(person.name)}
          </span>
        </button>
      }
    >
      <div className="max-w-64 px-2 pt-1.5 pb-1">
        <p className="truncate font-medium">{person.name}</p>
        <p className="text-ink-muted text-xs">{roleLabels[person.role]} of this workspace</p>
      </div>
      <MenuDivider />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut}>
        Sign out
      </MenuItem>
    </Menu>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}
