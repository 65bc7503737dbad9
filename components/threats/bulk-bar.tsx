'use client'

import { Button } from '@/components/ui/button'
import { countOf } from '@/lib/model/format-count'

type BulkBarProps = { count: number; onDecide: () => void; onClear: () => void }

/** What can be done with everything that is selected. */
export function BulkBar({ count, onDecide, onClear }: BulkBarProps) {
  if (count === 0) return null
  return (
    <section
      aria-label="Selected threats"
      className="floating absolute bottom-4 left-1/2 z-20 flex -translate-x-1/2 items-center gap-2 whitespace-nowrap py-2 pr-2 pl-4"
    >
      <span role="status" className="tabular pr-2 font-medium text-sm">
        {countOf(count, 'threat')} selected
      </span>
      <Button variant="primary" size="sm" onClick={onDecide}>
        Decide
      </Button>
      <Button variant="ghost" size="sm" onClick={onClear}>
        Clear
      </Button>
    </section>
  )
}
