import type { ReactNode } from 'react'
import { X } from '@/components/ui/icons'

type ChipProps = {
  children: ReactNode
  /** "Remove filter severity: high" */
  removeLabel: string
  onRemove: () => void
}

/** A filter that is on, with a cross to take it off. */
export function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <span className="inline-flex h-6 items-center rounded-md border border-accent-line bg-accent-soft pl-2 text-ink text-xs">
      {children}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="ml-0.5 flex size-6 items-center justify-center rounded-md text-ink-muted hover:text-ink"
      >
        <X aria-hidden className="size-3" />
      </button>
    </span>
  )
}
