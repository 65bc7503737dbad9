import { cn } from '@/components/ui/cn'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent-solid text-on-accent hover:bg-accent-solid-hover border-transparent',
  secondary: 'bg-surface text-ink border-line-mid hover:bg-hover active:bg-pressed',
  ghost:
    'bg-transparent text-ink-muted border-transparent hover:bg-hover hover:text-ink active:bg-pressed data-popup-open:bg-hover',
  danger: 'bg-danger-solid text-on-accent hover:bg-danger-solid-hover border-transparent',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-xs gap-1.5 [&_svg]:size-3.5',
  md: 'h-8 px-3 text-sm gap-2 [&_svg]:size-4',
  lg: 'h-10 px-4 text-base gap-2 [&_svg]:size-4',
}

/** The classes of a button, for elements that look like one (a link, a file input's label). */
export function buttonStyle(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  more?: string,
): string {
  return cn(
    'inline-flex shrink-0 select-none items-center justify-center rounded-md border font-medium whitespace-nowrap',
    'transition-colors duration-(--motion-fast) [&_svg]:shrink-0',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    variants[variant],
    sizes[size],
    more,
  )
}
