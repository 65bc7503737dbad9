import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { strideLook, strideNames } from '@/components/ui/stride'
import { strideLetters } from '@/lib/analysis/summary'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'

/**
 * The six letters of a card: lit with a count where threats are open, quiet where somebody or something looked, hollow
 * where nobody did. For the eye only; the card's name says the same in words.
 */
export const CardLetters = memo(function CardLetters({ rows }: { rows: readonly ThreatRow[] }) {
  // Hollow letters would say that nobody looked: until analysis has, there are none.
  const isPending = useModel((state) => state.index.isPending)
  if (isPending) return null
  const letters = strideLetters(rows)
  return (
    <span aria-hidden className="flex gap-px font-mono text-2xs leading-none">
      {strideNames.map((letter) => {
        const { open, isConsidered } = letters[letter]
        const look = strideLook[letter]
        return (
          <span
            key={letter}
            title={`${look.label}: ${open > 0 ? `${open} open` : isConsidered ? 'none open' : 'nobody looked'}`}
            className={cn(
              'flex h-4 min-w-3.5 items-center justify-center gap-px rounded-xs px-0.5',
              open > 0 && ['font-semibold', look.text, look.tint],
              open === 0 && isConsidered && 'bg-open-soft text-ink-muted',
              open === 0 && !isConsidered && 'text-ink-faint',
            )}
          >
            {letter}
            {open > 0 ? <span className="tabular font-sans">{open}</span> : null}
          </span>
        )
      })}
    </span>
  )
})
