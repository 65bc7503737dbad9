import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-open-soft text-ink-muted',
  accent: 'bg-accent-soft text-accent',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

/** A word on a tint. Colour never says it alone: the word does. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: BadgeTone
  className?: string
  children: ReactNode
}) {
  return <span className={cn(badgeStyle, 'px-1.5', tones[tone], className)}>{children}</span>
}

export const badgeStyle =
  'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm font-medium text-xs whitespace-nowrap tabular [&_svg]:size-3 [&_svg]:shrink-0'
