'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field'
import { ChevronsUpDown } from '@/components/ui/icons'

type SelectProps = Omit<ComponentProps<'select'>, 'size'> & { size?: 'sm' | 'md' }

/** The browser's own select: works with every keyboard, screen reader and phone. Children are <option>s. */
export function Select({ className, size = 'md', children, ...rest }: SelectProps) {
  return (
    <span className={cn('relative inline-flex w-full', className)}>
      <select
        {...useFieldControl()}
        {...rest}
        className={cn(
          controlStyle,
          'appearance-none truncate pr-7',
          size === 'sm' ? 'h-7 pl-2 text-xs' : 'h-8 pl-2.5',
        )}
      >
        {children}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-ink-muted"
      />
    </span>
  )
}
