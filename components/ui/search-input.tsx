'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { Search } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'

type SearchInputProps = Omit<ComponentProps<typeof Input>, 'type' | 'value' | 'onChange'> & {
  label: string
  value: string
  onValueChange: (value: string) => void
}

/** Narrows a list as you type. Esc empties it. */
export function SearchInput({ label, value, onValueChange, className, ...rest }: SearchInputProps) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-muted"
      />
      <Input
        {...rest}
        type="search"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation()
            onValueChange('')
          }
          rest.onKeyDown?.(event)
        }}
        className="pl-8! [&::-webkit-search-cancel-button]:appearance-none"
      />
    </span>
  )
}
