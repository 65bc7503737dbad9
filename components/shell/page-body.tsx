import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** The id that the skip link goes to; one on every page. */
export const MAIN_ID = 'main'

type PageBodyProps = { fill?: boolean; isBusy?: boolean; className?: string; children: ReactNode }

/** The main landmark below the top bar. `fill` leaves scrolling to what is inside (canvas, tables side by side). */
export function PageBody({ fill = false, isBusy = false, className, children }: PageBodyProps) {
  return (
    <main
      id={MAIN_ID}
      tabIndex={-1}
      aria-busy={isBusy || undefined}
      className={cn(
        'min-h-0 flex-1 outline-none',
        fill ? 'flex flex-col overflow-hidden' : 'overflow-y-auto print:overflow-visible',
        className,
      )}
    >
      {children}
    </main>
  )
}
