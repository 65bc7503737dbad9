import { cn } from '@/components/ui/cn'
import { ChevronRight } from '@/components/ui/icons'
import { PageLink } from '@/components/ui/page-link'

export type Crumb = { label: string; href?: string }

/** Where I am. The last one is the page itself and its heading. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1
          return (
            <li
              key={crumb.label}
              className={cn('flex min-w-0 items-center gap-1', !isLast && 'max-md:hidden shrink-0')}
            >
              {index > 0 ? (
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint max-md:hidden" />
              ) : null}
              {isLast ? (
                <h1 className="truncate px-1 font-semibold text-base">{crumb.label}</h1>
              ) : crumb.href ? (
                <PageLink
                  href={crumb.href}
                  className="rounded-sm px-1 py-1 text-ink-muted text-sm hover:text-ink"
                >
                  {crumb.label}
                </PageLink>
              ) : (
                <span className="px-1 py-1 text-ink-muted text-sm">{crumb.label}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
