import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import type { PreviewView } from '@/lib/coursework/views'

/** What the checks say before anything is handed in. They are proposals; a reviewer decides. */
export function PreviewResult({ preview }: { preview: PreviewView }) {
  const { threats, findings, unassigned, checks, unreadable } = preview
  return (
    <section aria-label="What the checks say" className="mt-4 border-line border-t pt-3">
      {unreadable ? <Callout tone="warning">{unreadable}</Callout> : null}
      <p className="tabular mb-2 text-ink-muted">
        {threats.length} threats and {findings.length} findings were found
        {unassigned > 0 ? `; ${unassigned} lines belong to none of them` : ''}. These are proposals: a
        reviewer decides.
      </p>
      <ul className="flex flex-col gap-1.5">
        {checks.map((check) => (
          <li key={check.title} className="flex flex-wrap items-baseline gap-2">
            <Badge tone={check.result === null ? 'neutral' : check.result ? 'success' : 'warning'}>
              {check.result === null ? 'A reviewer looks' : check.result ? 'Looks met' : 'Looks not met'}
            </Badge>
            <span>{check.title}</span>
            <span className="text-ink-muted text-xs">{check.says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
