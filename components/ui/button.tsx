import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from '@/components/ui/button-style'
import { Spinner } from '@/components/ui/spinner'

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Work is under way: shows a spinner and takes no more presses. */
  isPending?: boolean
}

/** A button says what it does: "Import 14 components". */
export function Button({
  variant,
  size,
  isPending,
  className,
  children,
  disabled,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      disabled={disabled || isPending}
      aria-busy={isPending || undefined}
      className={buttonStyle(variant, size, className)}
    >
      {isPending ? <Spinner /> : null}
      {children}
    </button>
  )
}
