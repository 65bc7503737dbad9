'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'
import { cn } from '@/components/ui/cn'

type SegmentedProps<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: ReactNode }[]
  onChange: (value: V) => void
  className?: string
}

/** One of a few, all in sight: radio buttons in a row, moved with the arrow keys. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className={cn('inline-flex rounded-md border border-line-mid bg-sunken p-0.5', className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'relative inline-flex min-h-6 items-center justify-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-muted text-xs select-none',
            'has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--color-line-mid)] hover:text-ink',
            'has-focus-visible:outline-2 has-focus-visible:outline-focus [&_svg]:size-3.5',
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 appearance-none outline-none"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
