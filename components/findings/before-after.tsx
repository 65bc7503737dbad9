'use client'

import { useMemo, useState } from 'react'
import { countWords, outcomeWords, runTitle } from '@/components/findings/finding-words'
import { useFindingsOf } from '@/components/findings/use-findings'
import { useElementWords } from '@/components/threats/use-element-words'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { compareRuns, countOutcomes, type Outcome } from '@/lib/analysis/findings/compare-runs'
import { formatCount } from '@/lib/model/format-count'
import type { RunHead } from '@/lib/model/scan-run'

const outcomes: readonly Outcome[] = ['fixed', 'still', 'new', 'not-run']
const SHOWN = 500

/** What changed between two runs, also of different versions of a benchmark: checks are found again by their key. */
export function BeforeAfter({ runs, current }: { runs: readonly RunHead[]; current: RunHead }) {
  const earlier = runs.find(({ number, tool }) => number < current.number && tool === current.tool)
  const [beforeId, setBefore] = useState((earlier ?? runs.find(({ id }) => id !== current.id) ?? current).id)
  const [show, setShow] = useState<Outcome | 'all'>('all')
  const before = useFindingsOf(beforeId)
  const after = useFindingsOf(current.id)
  const wordsOf = useElementWords()
  const compared = useMemo(
    () => (before && after ? compareRuns(before.findings, after.findings) : undefined),
    [before, after],
  )
  const counts = compared && countOutcomes(compared)
  const listed = (compared ?? []).filter(({ outcome }) => show === 'all' || outcome === show)
  const head = runs.find(({ id }) => id === beforeId)
  return (
    <section aria-label="Before and after" className="min-h-0 flex-1 overflow-y-auto bg-surface">
      <div className="flex flex-wrap items-end gap-4 border-line border-b px-3 py-3 text-sm">
        <Field label="Before" className="w-80 max-w-full">
          <Select size="sm" value={beforeId} onChange={({ target }) => setBefore(target.value)}>
            {runs.map((run) => (
              <option key={run.id} value={run.id}>
                {runTitle(run)}
              </option>
            ))}
          </Select>
        </Field>
        <dl className="flex flex-col gap-0.5 text-xs">
          <div>
            <dt className="inline text-ink-muted">Before: </dt>
            <dd className="tabular inline">{head ? countWords(head) : ''}</dd>
          </div>
          <div>
            <dt className="inline text-ink-muted">After: </dt>
            <dd className="tabular inline">{countWords(current)}</dd>
          </div>
        </dl>
      </div>
      {head && head.benchmarkVersion !== current.benchmarkVersion ? (
        <Callout className="m-3" title="These runs are of different versions">
          The same number may name another check in each of them. Checks are compared by what they check.
        </Callout>
      ) : null}
      {counts ? (
        <div className="px-3 py-2">
          <Segmented
            label="Outcome"
            value={show}
            onChange={setShow}
            options={[
              { value: 'all' as const, label: `All ${formatCount(compared.length)}` },
              ...outcomes.map((outcome) => ({
                value: outcome,
                label: `${outcomeWords[outcome].label} ${counts[outcome]}`,
              })),
            ]}
          />
        </div>
      ) : (
        <Skeleton className="m-4 h-64" />
      )}
      <ul className="divide-y divide-line border-line border-t">
        {listed.slice(0, SHOWN).map(({ outcome, before: was, after: is }) => {
          const one = is ?? was
          if (!one) return null
          const { elementId, name, check, finding } = was ?? one
          const { label, tone, help } = outcomeWords[outcome]
          return (
            <li key={finding} className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5 text-sm">
              <span title={help} className="w-22 shrink-0">
                <Badge tone={tone}>{label}</Badge>
              </span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {check.title}
                <span className="text-ink-muted">
                  {elementId === null ? (name ? `, ${name}` : '') : `, ${wordsOf(elementId).name}`}
                </span>
              </span>
              <span className="tabular font-mono text-ink-muted text-xs">
                {[...new Set([was?.check.id, is?.check.id].filter(Boolean))].join(' → ')}
              </span>
            </li>
          )
        })}
      </ul>
      {listed.length > SHOWN ? (
        <p className="px-3 py-2 text-sm">{listed.length - SHOWN} more are not shown.</p>
      ) : null}
    </section>
  )
}
