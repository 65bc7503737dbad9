'use client'

import { tip } from '@/components/ui/tooltip'
import { useModel } from '@/lib/client/model-provider'

const SHOWN = 3

/** Who else has this model open: initials in the top bar, names on hover, focus and for screen readers. */
export function Others() {
  const others = useModel((state) => state.others)
  if (others.length === 0) return null
  const names = others.map(({ name }) => name).join(', ')
  return (
    <button
      {...tip(`Also here: ${names}`)}
      type="button"
      className="flex items-center rounded-full"
      aria-label={`Also here: ${names}`}
    >
      <span aria-hidden className="flex">
        {others.slice(0, SHOWN).map(({ userId, name }) => (
          <span
            key={userId}
            className="-ml-1.5 flex size-6 items-center justify-center rounded-full border-2 border-surface bg-accent-soft font-semibold text-2xs text-accent first:ml-0 max-md:not-first:hidden"
          >
            {[...name].slice(0, 2).join('').toUpperCase()}
          </span>
        ))}
        {others.length > SHOWN ? (
          <span className="ml-1 self-center text-ink-muted text-xs">+{others.length - SHOWN}</span>
        ) : null}
      </span>
    </button>
  )
}
