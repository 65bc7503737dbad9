'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { PageLink } from '@/components/ui/page-link'

/** `isExact`: pages below this one are other tabs. `also`: where pages of this tab begin that are not below it. */
export type LinkTab = {
  href: string
  label: string
  count?: ReactNode
  isExact?: boolean
  also?: readonly string[]
}

type LinkTabsProps = {
  /** Names the group: "Parts of the model". */
  label: string
  tabs: readonly LinkTab[]
}

/**
 * Tabs that are pages: each has its URL. The one whose path we are on is current, and in sight where they do not all fit.
 */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  const path = usePathname()
  const strip = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another current tab.
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current]')
    if (!strip.current || !current) return
    strip.current.scrollLeft = current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2
  }, [path])
  return (
    <nav
      ref={strip}
      aria-label={label}
      className="scroll-hint-x relative -mb-px flex h-full items-stretch gap-1 overflow-x-auto [scrollbar-width:none]"
    >
      {tabs.map((tab) => {
        const isCurrent =
          path === tab.href ||
          (!tab.isExact && path.startsWith(`${tab.href}/`)) ||
          tab.also?.some((start) => path.startsWith(start))
        return (
          <PageLink
            key={tab.href}
            href={tab.href}
            aria-current={isCurrent ? 'page' : undefined}
            className={cn(
              'inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 px-2.5 font-medium text-sm focus-visible:-outline-offset-2 transition-colors duration-(--motion-fast)',
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
