'use client'

import { useEffect, useRef } from 'react'

type Row = { label: string; count: number; aside?: string }

/** Counts as bars, each with its number. */
export function CountBars({ rows, of }: { rows: readonly Row[]; of: number }) {
  if (rows.length === 0) return <p className="text-ink-muted">Nothing to count yet.</p>
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((row) => (
        <li key={row.label}>
          <p className="mb-0.5 flex justify-between gap-3 text-xs">
            <span className="min-w-0 truncate">{row.label}</span>
            <span className="tabular text-ink-muted">{row.aside ?? row.count}</span>
          </p>
          <Bar share={of > 0 ? Math.min(1, row.count / of) : 0} />
        </li>
      ))}
    </ul>
  )
}

function Bar({ share }: { share: number }) {
  const bar = useRef<HTMLDivElement>(null)
  // The width is set from script: a style attribute in served HTML is refused by the content security policy.
  useEffect(() => {
    bar.current?.style.setProperty('transform', `scaleX(${share})`)
  }, [share])
  return (
    <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
      <div ref={bar} className="h-full origin-left [transform:scaleX(0)] rounded-full bg-accent-solid" />
    </div>
  )
}
