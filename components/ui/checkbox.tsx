'use client'

import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { Check, Minus } from '@/components/ui/icons'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'ref'> & {
  /** Visible text at the right. Without it give an `aria-label`. */
  label?: ReactNode
  hint?: ReactNode
  /** Some, not all: for the box above a list. */
  isMixed?: boolean
}

/** The browser's own checkbox under our drawing; the target is 24 px high. */
export function Checkbox({ label, hint, isMixed = false, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed
  }, [isMixed])
  return (
    <label className={cn('inline-flex min-h-6 min-w-6 items-start gap-2 py-0.5 text-sm', className)}>
      <span className="relative mt-0.5 inline-flex size-4 shrink-0">
        <input
          ref={input}
          type="checkbox"
          {...rest}
          className={cn(
            'peer size-4 appearance-none rounded-sm border border-line-strong bg-surface transition-colors duration-(--motion-fast)',
            'checked:border-accent-solid checked:bg-accent-solid indeterminate:border-accent-solid indeterminate:bg-accent-solid',
            'disabled:opacity-50',
          )}
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 hidden size-3 text-on-accent peer-checked:not-peer-indeterminate:block"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 hidden size-3 text-on-accent peer-indeterminate:block"
        />
      </span>
      {label ? (
        <span>
          {label}
          {hint ? <span className="block text-ink-muted text-xs">{hint}</span> : null}
        </span>
      ) : null}
    </label>
  )
}
