import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** Dense, quiet table styles. Compose with Th and Td; numbers get `isNumber`. Wrapped so that it scrolls by itself. */
export function Table({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="w-full overflow-x-auto rounded-[inherit] focus-visible:-outline-offset-2"
    >
      <table className={cn('w-full border-collapse text-left text-sm', className)}>{children}</table>
    </section>
  )
}

export function Th({ isNumber, className, ...rest }: ComponentProps<'th'> & { isNumber?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        'h-8 whitespace-nowrap border-line border-b px-3 font-medium text-ink-muted text-xs',
        isNumber && 'text-right',
        className,
      )}
    />
  )
}

export function Td({ isNumber, className, ...rest }: ComponentProps<'td'> & { isNumber?: boolean }) {
  return (
    <td
      {...rest}
      className={cn('border-line border-b px-3 py-2 align-top', isNumber && 'tabular text-right', className)}
    />
  )
}
