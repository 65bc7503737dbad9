'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/model/format-count'

const FIRST = 100

/** The first of a long list, and a button for the rest: thousands of lines at once make a page slow. */
export function MoreOf<T>({ items, children }: { items: readonly T[]; children: (item: T) => ReactNode }) {
  const [isWhole, setWhole] = useState(false)
  const left = items.length - FIRST
  return (
    <>
      <ul>{(isWhole ? items : items.slice(0, FIRST)).map(children)}</ul>
      {left > 0 && !isWhole ? (
        <Button size="sm" variant="ghost" onClick={() => setWhole(true)}>
          Show {formatCount(left)} more
        </Button>
      ) : null}
    </>
  )
}
