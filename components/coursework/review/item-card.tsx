'use client'

import type { ReactNode } from 'react'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

type Props = {
  item: { item: string; firstLine: number; lastLine: number; isCorrected: boolean }
  label: string
  heading: ReactNode
  next: string | undefined
  isActive: boolean
  onActive: (item: string | undefined) => void
  correct: ReviewCommands['correct']
  children: ReactNode
}

/** A card of one item: pointing at it shows its lines, opening it shows what can be corrected. */
export function ItemCard({ item, label, heading, next, isActive, onActive, correct, children }: Props) {
  const lines =
    item.firstLine === item.lastLine ? `${item.firstLine}` : `${item.firstLine} to ${item.lastLine}`
  return (
    <section
      aria-label={label}
      className={cn('rounded-md border bg-surface', isActive ? 'border-focus' : 'border-line')}
    >
      <button
        type="button"
        aria-expanded={isActive}
        onClick={() => onActive(isActive ? undefined : item.item)}
        className="flex min-h-9 w-full flex-wrap items-center gap-2 rounded-md px-3 py-1.5 text-left hover:bg-hover"
      >
        {heading}
        <span className="tabular ml-auto text-ink-muted text-xs">
          {item.firstLine === item.lastLine ? 'line' : 'lines'} {lines}
        </span>
        {item.isCorrected ? <Badge tone="accent">Corrected</Badge> : null}
      </button>
      {isActive ? (
        <div className="flex flex-col gap-3 border-line border-t p-3">
          {children}
          <div className="flex flex-wrap gap-2">
            {next ? (
              <Button size="sm" onClick={() => void correct({ kind: 'merge', item: item.item, with: next })}>
                Merge with the next
              </Button>
            ) : null}
            <Button size="sm" onClick={() => void correct({ kind: 'remove', item: item.item })}>
              Remove
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  )
}
