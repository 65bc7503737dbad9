'use client'

import { usePathname } from 'next/navigation'
import { isCurrentEntry, navEntries } from '@/components/shell/nav-entries'
import { cn } from '@/components/ui/cn'
import { LogoMark } from '@/components/ui/logo'
import { PageLink } from '@/components/ui/page-link'

/** The places of the app, at the left on wide screens. On narrow ones the top bar carries them. */
export function Rail() {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="flex w-20 shrink-0 flex-col items-center border-line border-r bg-page py-2 max-md:hidden print:hidden"
    >
      <PageLink
        href="/models"
        aria-label="Bulkhead, all models"
        className="mb-3 flex size-10 items-center justify-center rounded-md hover:bg-hover"
      >
        <LogoMark className="size-6.5" />
      </PageLink>
      <ul className="flex w-full flex-col gap-1 px-1.5">
        {navEntries.map((entry) => {
          const isCurrent = isCurrentEntry(entry, path)
          return (
            <li key={entry.href}>
              <PageLink
                href={entry.href}
                aria-current={isCurrent ? 'page' : undefined}
                className={cn(
                  'flex h-12 flex-col items-center justify-center gap-1 rounded-md font-medium text-2xs transition-colors duration-(--motion-fast)',
                  isCurrent ? 'bg-pressed text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
                )}
              >
                <entry.icon aria-hidden className="size-4.5" strokeWidth={1.75} />
                {entry.label}
              </PageLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
