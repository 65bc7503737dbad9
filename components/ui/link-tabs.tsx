'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { PageLink } from '@/components/ui/page-link'

/** `isExact`: pages below this one are other tabs. */
export type LinkTab = { href: string; label: string; count?: ReactNode; isExact?: boolean }

type LinkTabsProps = {
  /** Names the group: "Parts of the model". */
  label: string
  tabs: readonly LinkTab[]
}

/** Tabs that are pages: each has its URL. The one whose path we are on is current. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="-mb-px flex h-full items-stretch gap-1 overflow-x-auto">
      {tabs.map((tab) => {
        const isCurrent = path === tab.href || (!tab.isExact && path.startsWith(`${tab.href}/`))
        return (
          <PageLink
            key={tab.href}
            href={tab.href}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn(
              'inline-flex min-h-9 items-center gap-1.5 border-b-2 px-2.5 font-medium text-sm focus-visible:-outline-offset-2 transition-colors duration-(--motion-fast)',
              isCurrent
                ? 'border-accent text-ink'
                : 'border-transparent text-ink-muted hover:border-line-mid hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="tabular rounded-full bg-open-soft px-1.5 text-ink-muted text-xs">
                {tab.count}
              </span>
            )}
          </PageLink>
        )
      })}
    </nav>
  )
}
