import { badgeStyle } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { ChevronDown, ChevronsUp, ChevronUp, Equal, type IconType, Minus } from '@/components/ui/icons'

export type SeverityName = 'critical' | 'high' | 'medium' | 'low' | 'info'

/** Worst first. */
export const severityNames: readonly SeverityName[] = ['critical', 'high', 'medium', 'low', 'info']

export const severityLook: Record<
  SeverityName,
  { label: string; icon: IconType; text: string; tint: string; line: string; fill: string }
> = {
  critical: {
    label: 'Critical',
    icon: ChevronsUp,
    text: 'text-critical',
    tint: 'bg-critical-soft',
    line: 'border-critical',
    fill: 'bg-critical',
  },
  high: {
    label: 'High',
    icon: ChevronUp,
    text: 'text-high',
    tint: 'bg-high-soft',
    line: 'border-high',
    fill: 'bg-high',
  },
  medium: {
    label: 'Medium',
    icon: Equal,
    text: 'text-medium',
    tint: 'bg-medium-soft',
    line: 'border-medium',
    fill: 'bg-medium',
  },
  low: {
    label: 'Low',
    icon: ChevronDown,
    text: 'text-low',
    tint: 'bg-low-soft',
    line: 'border-low',
    fill: 'bg-low',
  },
  info: {
    label: 'Info',
    icon: Minus,
    text: 'text-info',
    tint: 'bg-info-soft',
    line: 'border-info',
    fill: 'bg-info',
  },
}

type SeverityBadgeProps = {
  severity: SeverityName
  /** How many, after the word. */
  count?: number
  /** `plain` has no tint, for dense tables. */
  look?: 'tint' | 'plain'
}

/** How bad: a word, an icon and a colour. */
export function SeverityBadge({ severity, count, look = 'tint' }: SeverityBadgeProps) {
  const { label, icon: Icon, text, tint } = severityLook[severity]
  return (
    <span className={cn(badgeStyle, text, look === 'tint' && [tint, 'px-1.5'])}>
      <Icon aria-hidden strokeWidth={2.5} />
      {label}
      {count === undefined ? null : <span>{count.toLocaleString('en')}</span>}
    </span>
  )
}
