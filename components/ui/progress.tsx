'use client'

import { useEffect, useRef } from 'react'

type ProgressProps = {
  /** What is under way: "Reading files". */
  label: string
  done: number
  /** Unknown when absent. */
  total?: number
  /** "12 of 60 files" */
  counts?: string
}

/** Long work with its counts. */
export function Progress({ label, done, total, counts }: ProgressProps) {
  const bar = useRef<HTMLDivElement>(null)
  const share = total ? Math.min(1, done / total) : undefined
  // The width is set from script: a style attribute in served HTML is refused by the content security policy.
  useEffect(() => {
    bar.current?.style.setProperty('transform', `scaleX(${share ?? 0.35})`)
  }, [share])
  return (
    <div className="w-full">
      <div className="mb-1.5 flex justify-between gap-4 text-xs">
        <span className="text-ink">{label}</span>
        <span className="tabular text-ink-muted">{counts}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total ? done : undefined}
        className="h-1.5 overflow-hidden rounded-full bg-pressed"
      >
        <div
          ref={bar}
          className={`h-full origin-left [transform:scaleX(0)] rounded-full bg-accent-solid transition-transform duration-(--motion-slow) ${share === undefined ? 'animate-breathe' : ''}`}
        />
      </div>
    </div>
  )
}
