'use client'

import { navEntries } from '@/components/shell/nav-entries'
import { buttonStyle } from '@/components/ui/button-style'
import { LogoMark } from '@/components/ui/logo'
import { Menu, MenuLink } from '@/components/ui/menu'

/** The rail's entries, behind the mark, where there is no room for the rail. */
export function NavMenu() {
  return (
    <div className="md:hidden">
      <Menu
        align="start"
        trigger={
          <button type="button" aria-label="Main menu" className={buttonStyle('ghost', 'md', 'size-9 px-0!')}>
            <LogoMark className="size-5!" />
          </button>
        }
      >
        {navEntries.map((entry) => (
          <MenuLink key={entry.href} href={entry.href} icon={<entry.icon aria-hidden />}>
            {entry.label}
          </MenuLink>
        ))}
      </Menu>
    </div>
  )
}
