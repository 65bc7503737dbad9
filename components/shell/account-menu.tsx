'use client'

import type { ShellPerson } from '@/components/shell/shell-context'
import { lazyParts } from '@/components/ui/lazy-parts'
import { Menu } from '@/components/ui/menu'

const parts = lazyParts(() => import('@/components/shell/account-items'))

/** My initials; behind them who I am and where, and the way out. */
export function AccountMenu({ person }: { person: ShellPerson }) {
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
      <Items person={person} />
    </Menu>
  )
}

function Items({ person }: { person: ShellPerson }) {
  const loaded = parts.useParts(true)
  return loaded ? <loaded.AccountItems person={person} /> : null
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}
