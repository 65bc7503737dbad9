import { Badge, type BadgeTone } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { ValueChange } from '@/components/ui/value-change'
import { capitalise } from '@/lib/analysis/words/name-element'
import type { FieldChange } from '@/lib/analysis/words/tell-fields'
import { formatCount } from '@/lib/model/format-count'

type Difference = { kind: 'added' | 'removed' | 'changed'; name: string; what: FieldChange[] }

type CompareViewProps = {
  modelId: string
  comparison: {
    from: string
    to: string
    parts: { label: string; differences: Difference[] }[]
    threats: { opened: string[]; closed: string[] }
  }
}

const kinds: Record<Difference['kind'], { label: string; tone: BadgeTone }> = {
  added: { label: 'Added', tone: 'success' },
  removed: { label: 'Removed', tone: 'danger' },
  changed: { label: 'Changed', tone: 'warning' },
}

/** A page of a hundred lines is read; the rest is counted. */
const SHOWN = 100

/** What differs between two states of a model, the threats first. */
export function CompareView({ modelId, comparison }: CompareViewProps) {
  const { from, to, parts, threats } = comparison
  const { opened, closed } = threats
  const isSame = parts.length + opened.length + closed.length === 0
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8 px-4 py-5 md:px-6">
      <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 [overflow-wrap:anywhere] font-semibold text-lg">
          From {from} to {to === 'Now' ? 'now' : to}
        </h2>
        <ButtonLink href={`/models/${encodeURIComponent(modelId)}/history`}>All versions</ButtonLink>
      </header>
      {isSame ? (
        <div className="rounded-lg border border-line-strong border-dashed">
          <EmptyState title="Nothing differs" level={3}>
            Both hold the same components, flows, facts and decisions.
          </EmptyState>
        </div>
      ) : null}
      <ThreatPart title="Threats that opened" lines={opened} />
      <ThreatPart title="Threats that closed" lines={closed} />
      {parts.map(({ label, differences }) => (
        <Part key={label} title={label} count={differences.length}>
          {differences.slice(0, SHOWN).map((difference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list never changes.
            <li key={index} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
              <Badge tone={kinds[difference.kind].tone}>{kinds[difference.kind].label}</Badge>
              <span className="min-w-0 [overflow-wrap:anywhere] font-medium">{difference.name}</span>
              <Fields difference={difference} />
            </li>
          ))}
        </Part>
      ))}
    </div>
  )
}

/** What changed: from what to what where that is short, and after it the names of the rest. */
function Fields({ difference: { name, what } }: { difference: Difference }) {
  // A line that is called after what changed, such as the name of the model, need not say it twice.
  const isSaid = ({ label }: FieldChange) => label.toLowerCase() === name.toLowerCase()
  const named = what.filter((each) => each.from === undefined && !isSaid(each))
  if (named.length === 0 && what.every(({ from }) => from === undefined)) return null
  return (
    <ul className="flex min-w-0 basis-full flex-col gap-0.5 text-xs">
      {what.map(({ label, from, to }) =>
        from === undefined || to === undefined ? null : (
          <li key={label} className="flex flex-wrap items-baseline gap-x-1.5">
            {isSaid({ label }) ? null : <span className="text-ink-muted">{capitalise(label)}</span>}
            <ValueChange from={from} to={to} />
          </li>
        ),
      )}
      {named.length > 0 ? (
        <li className="[overflow-wrap:anywhere] text-ink-muted">
          {capitalise(named.map(({ label }) => label).join(', '))}
        </li>
      ) : null}
    </ul>
  )
}

function ThreatPart({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Part title={title} count={lines.length}>
      {lines.slice(0, SHOWN).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list never changes.
        <li key={index} className="[overflow-wrap:anywhere] px-3 py-2">
          {line}
        </li>
      ))}
    </Part>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 font-semibold">
        {title} <span className="tabular font-normal text-ink-muted">{formatCount(count)}</span>
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">{children}</ul>
      {count > SHOWN ? (
        <p className="mt-1 text-ink-muted text-xs">{formatCount(count - SHOWN)} more are not shown.</p>
      ) : null}
    </section>
  )
}
