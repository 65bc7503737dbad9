import { badgeStyle } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import {
  CircleHelp,
  CircleSlash2,
  Hand,
  type IconType,
  ShieldCheck,
  TriangleAlert,
} from '@/components/ui/icons'

export type StateName = 'raised' | 'possible' | 'countered' | 'attached' | 'silent'

export const stateLook: Record<
  StateName,
  { label: string; help: string; icon: IconType; text: string; tint: string }
> = {
  raised: {
    label: 'Raised',
    help: 'The weakness is there and nothing counters it.',
    icon: TriangleAlert,
    text: 'text-raised',
    tint: 'bg-raised-soft',
  },
  possible: {
    label: 'Possible',
    help: 'Something is not known yet that would settle it.',
    icon: CircleHelp,
    text: 'text-possible',
    tint: 'bg-possible-soft',
  },
  countered: {
    label: 'Countered',
    help: 'A control is in place.',
    icon: ShieldCheck,
    text: 'text-countered',
    tint: 'bg-countered-soft',
  },
  attached: {
    label: 'Attached',
    help: 'A person put it here.',
    icon: Hand,
    text: 'text-accent',
    tint: 'bg-accent-soft',
  },
  silent: {
    label: 'No longer raised',
    help: 'Nothing raises it any more; a decision on it is kept.',
    icon: CircleSlash2,
    text: 'text-info',
    tint: 'bg-info-soft',
  },
}

/** What analysis says of a threat: a word, an icon and a colour. */
export function StateBadge({
  state,
  count,
  look = 'tint',
}: {
  state: StateName
  count?: number
  look?: 'tint' | 'plain'
}) {
  const { label, help, icon: Icon, text, tint } = stateLook[state]
  return (
    <span title={help} className={cn(badgeStyle, text, look === 'tint' && [tint, 'px-1.5'])}>
      <Icon aria-hidden />
      {label}
      {count === undefined ? null : <span>{count.toLocaleString('en')}</span>}
    </span>
  )
}
