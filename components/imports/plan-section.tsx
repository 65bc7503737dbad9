import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { formatCount } from '@/lib/model/format-count'

type PlanSectionProps = {
  title: string
  count: number
  hint?: string | undefined
  isOpen?: boolean | undefined
  children: ReactNode
}

/** One part of a plan, with its count; it is not there when it is empty. */
export function PlanSection({ title, count, hint, isOpen = false, children }: PlanSectionProps) {
  if (count === 0) return null
  return (
    <Disclosure
      isOpen={isOpen}
      className="-mx-2"
      summary={
        <>
          {title} <span className="tabular ml-0.5 font-normal text-ink-muted">{formatCount(count)}</span>
        </>
      }
    >
      <div className="pt-1 pr-2 pl-7">
        {hint ? <p className="mb-2 text-ink-muted text-xs">{hint}</p> : null}
        {children}
      </div>
    </Disclosure>
  )
}
