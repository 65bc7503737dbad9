import { badgeStyle } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import {
  ArrowRightLeft,
  Ban,
  CheckCheck,
  CircleDot,
  Handshake,
  type IconType,
  RotateCcw,
} from '@/components/ui/icons'

export type StatusName = 'open' | 'mitigated' | 'accepted' | 'transferred' | 'not-applicable' | 'review-again'

export const statusLook: Record<StatusName, { label: string; icon: IconType; text: string; tint: string }> = {
  open: { label: 'Open', icon: CircleDot, text: 'text-open', tint: 'bg-open-soft' },
  mitigated: { label: 'Mitigated', icon: CheckCheck, text: 'text-mitigated', tint: 'bg-mitigated-soft' },
  accepted: { label: 'Accepted', icon: Handshake, text: 'text-accepted', tint: 'bg-accepted-soft' },
  transferred: {
    label: 'Transferred',
    icon: ArrowRightLeft,
    text: 'text-transferred',
    tint: 'bg-transferred-soft',
  },
  'not-applicable': {
    label: 'Not applicable',
    icon: Ban,
    text: 'text-not-applicable',
    tint: 'bg-not-applicable-soft',
  },
  'review-again': {
    label: 'Review again',
    icon: RotateCcw,
    text: 'text-review-again',
    tint: 'bg-review-again-soft',
  },
}

/** What was decided: a word, an icon and a colour. */
export function StatusBadge({
  status,
  count,
  look = 'tint',
}: {
  status: StatusName
  count?: number
  look?: 'tint' | 'plain'
}) {
  const { label, icon: Icon, text, tint } = statusLook[status]
  return (
    <span className={cn(badgeStyle, text, look === 'tint' && [tint, 'px-1.5'])}>
      <Icon aria-hidden />
      {label}
      {count === undefined ? null : <span>{count.toLocaleString('en')}</span>}
    </span>
  )
}
