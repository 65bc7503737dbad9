'use client'

import { cn } from '@/components/ui/cn'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'
import { describeSaved } from '@/lib/client/saved-state'

/** `short` is what a phone has room for beside the model's name. */
const looks = {
  saved: { icon: <Check aria-hidden />, text: 'text-ink-muted', short: undefined },
  saving: {
    icon: <LoaderCircle aria-hidden className="animate-spin" />,
    text: 'text-ink-muted',
    short: undefined,
  },
  offline: { icon: <CloudOff aria-hidden />, text: 'text-warning', short: 'Offline' },
  attention: { icon: <TriangleAlert aria-hidden />, text: 'text-danger', short: 'Look again' },
}

/** "Saved", "Saving", "Offline, 3 edits kept here". Said to screen readers when it changes for good or bad. */
export function SavedIndicator() {
  const pending = useModel((state) => state.outbox.pending.length)
  const refused = useModel((state) => state.refused.length)
  const sending = useModel((state) => state.sending)
  const { tone, words, detail } = describeSaved({ pending, refused, sending })
  const { icon, text, short } = looks[tone]
  return (
    <p
      role="status"
      title={detail ?? words}
      className={cn('tabular flex items-center gap-1.5 text-xs [&_svg]:size-3.5', text)}
    >
      {icon}
      <span className="max-md:sr-only">{words}</span>
      {short ? (
        <span aria-hidden className="md:hidden">
          {short}
        </span>
      ) : null}
      {detail ? <span className="sr-only">{detail}</span> : null}
    </p>
  )
}
