'use client'

import { useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { PageLink } from '@/components/ui/page-link'
import { severityLook, severityNames } from '@/components/ui/severity-badge'
import { Skeleton } from '@/components/ui/skeleton'
import { stateLook } from '@/components/ui/state-badge'
import { statusLook } from '@/components/ui/status-badge'
import { summarise } from '@/lib/analysis/summary'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

const again = statusLook['review-again']

/** The model's threats in numbers: open ones by severity, and how many are possible and countered. Each leads to its list. */
export function ModelStrip() {
  const rows = useModel((state) => state.index.rows)
  const isPending = useModel((state) => state.index.isPending)
  const modelId = useModel((state) => state.modelId)
  const summary = useMemo(() => summarise(rows), [rows])
  if (isPending) return <Skeleton className="h-5 w-40" />
  const review = summary.statuses['review-again']
  const base = `/models/${encodeURIComponent(modelId)}/threats`
  const shown = severityNames.filter((severity) => summary.open[severity] > 0)
  return (
    <nav aria-label="Threats in numbers" className="flex min-w-0 items-center gap-0.5 overflow-x-auto">
      {shown.length === 0 ? <span className="px-1.5 text-ink-muted text-xs">No open threats</span> : null}
      {shown.map((severity) => {
        const { icon: Icon, label, text } = severityLook[severity]
        return (
          <PageLink
            key={severity}
            href={`${base}?severity=${severity}&status=open,review-again&state=raised,attached`}
            title={`${label}, open`}
            className={cn(itemStyle, text)}
          >
            <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
            <span className="tabular font-semibold">{formatCount(summary.open[severity])}</span>
            <span className={wordStyle}>{label.toLowerCase()}</span>
          </PageLink>
        )
      })}
      <span aria-hidden className="mx-1 h-4 border-line border-l" />
      {(['possible', 'countered'] as const).map((state) => {
        const { icon: Icon, label, text, help } = stateLook[state]
        return (
          <PageLink key={state} href={`${base}?state=${state}`} title={help} className={cn(itemStyle, text)}>
            <Icon aria-hidden className="size-3.5" />
            <span className="tabular font-semibold">{formatCount(summary.states[state])}</span>
            <span className={wordStyle}>{label.toLowerCase()}</span>
          </PageLink>
        )
      })}
      {review > 0 ? (
        <PageLink
          href={`${base}?status=review-again`}
          title="What a decision rested on has changed or run out."
          className={cn(itemStyle, 'text-review-again')}
        >
          <again.icon aria-hidden className="size-3.5" />
          <span className="tabular font-semibold">{formatCount(review)}</span>
          <span className="@max-[96rem]:sr-only">to review again</span>
        </PageLink>
      ) : null}
    </nav>
  )
}

// Where the words would push the buttons into a second line, the icons stand alone.
const wordStyle = '@max-[82rem]:sr-only'

const itemStyle =
  'inline-flex h-7 shrink-0 items-center gap-1 whitespace-nowrap rounded-md px-1.5 text-xs hover:bg-hover focus-visible:-outline-offset-2'
