'use client'

import type { ComponentProps, ReactNode } from 'react'
import { type ButtonVariant, buttonStyle } from '@/components/ui/button-style'
import { tip } from '@/components/ui/tooltip'

const sizes = { sm: 'size-6 [&_svg]:size-3.5', md: 'size-8 [&_svg]:size-4' }

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** The accessible name, also the tooltip. */
  label: string
  icon: ReactNode
  /** Keys that do the same, shown in the tooltip: ["Mod", "K"]. */
  keys?: readonly string[]
  variant?: ButtonVariant
  size?: 'sm' | 'md'
  /** Pressed or not, for a toggle. */
  isPressed?: boolean
}

/** A square button with only an icon; its name shows on hover and focus. */
export function IconButton({
  label,
  icon,
  keys,
  variant = 'ghost',
  size = 'md',
  isPressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...tip(label, keys)}
      {...rest}
      aria-label={label}
      aria-pressed={isPressed}
      className={buttonStyle(
        variant,
        'md',
        `${sizes[size]} px-0! ${size === 'sm' ? 'h-6!' : ''} ${isPressed ? 'bg-accent-soft! text-accent!' : ''} ${className ?? ''}`,
      )}
    >
      {icon}
    </button>
  )
}
