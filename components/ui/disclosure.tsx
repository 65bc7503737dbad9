import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { ChevronRight } from '@/components/ui/icons'

type DisclosureProps = {
  summary: ReactNode
  /** At the right of the summary: a count. */
  aside?: ReactNode
  isOpen?: boolean
  className?: string
  children: ReactNode
}

/** Folds away; the browser's own details element, so it works before and without script. */
export function Disclosure({ summary, aside, isOpen, className, children }: DisclosureProps) {
  return (
    <details open={isOpen} className={cn('group/fold', className)}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-md px-2 py-1 font-medium text-sm hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-ink-muted transition-transform duration-(--motion-fast) group-open/fold:rotate-90"
        />
        <span className="min-w-0 flex-1">{summary}</span>
        {aside ? <span className="tabular font-normal text-ink-muted text-xs">{aside}</span> : null}
      </summary>
      {children}
    </details>
  )
}
