'use client'

import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/shell/account-menu'
import { Breadcrumb, type Crumb } from '@/components/shell/breadcrumb'
import { openPalette } from '@/components/shell/command-store'
import { NavMenu } from '@/components/shell/nav-menu'
import { useShell } from '@/components/shell/shell-context'
import { ThemeMenu } from '@/components/shell/theme-menu'
import { buttonStyle } from '@/components/ui/button-style'
import { Search } from '@/components/ui/icons'
import { Kbd } from '@/components/ui/kbd'

/** Where I am, how saving stands, search and commands, me. `status` is the page's own: the saved state. */
export function TopBar({ crumbs, status }: { crumbs: readonly Crumb[]; status?: ReactNode }) {
  const { theme, person } = useShell()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1.5 border-line border-b bg-surface pr-2 pl-2 md:pl-4 print:hidden">
      <NavMenu />
      <Breadcrumb crumbs={crumbs} />
      {status ? <div className="mr-1 shrink-0">{status}</div> : null}
      <button
        type="button"
        aria-label="Search and commands"
        onClick={openPalette}
        className={buttonStyle(
          'ghost',
          'md',
          'md:w-52 md:justify-start md:border-line! md:bg-page! md:pr-1.5! md:font-normal! max-md:size-8 max-md:px-0!',
        )}
      >
        <Search aria-hidden />
        <span className="max-md:hidden flex-1 text-left">Search</span>
        <span className="max-md:hidden">
          <Kbd keys={['Mod', 'K']} />
        </span>
      </button>
      <ThemeMenu initial={theme} />
      <AccountMenu person={person} />
    </header>
  )
}
