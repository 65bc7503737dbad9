'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { ThreatLinks } from '@/components/insight/threat-links'
import { EvidenceList } from '@/components/threats/evidence-list'
import { noFilters, writeFilters } from '@/components/threats/threat-filters'
import { type CoverageReason, coverageReasons } from '@/lib/analysis/coverage'
import { compareRows } from '@/lib/analysis/rank-threats'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import type { Stride } from '@/lib/model/judgement'
import { entryOf } from '@/lib/model/records'

const noRows: readonly ThreatRow[] = []

/** What stands behind one cell: its threats, and what was looked at and is not there, each with the reason. */
export function CoverageDetail({ elementId, letter }: { elementId: string; letter: Stride }) {
  const index = useModel((state) => state.index)
  const modelId = useModel((state) => state.modelId)
  const outOfScope = useModel((state) => entryOf(state.model.components, elementId)?.outOfScope)
  const all = index.byElement.get(elementId) ?? noRows
  const here = useMemo(
    () =>
      all
        .filter((row) => row.stride.includes(letter) && row.state !== 'countered' && row.state !== 'silent')
        .sort(compareRows),
    [all, letter],
  )
  const reasons = useMemo(
    () => (outOfScope ? [] : coverageReasons(index.analysis, all, elementId, letter)),
    [index.analysis, all, elementId, letter, outOfScope],
  )
  const list = `/models/${encodeURIComponent(modelId)}/threats?${writeFilters({ ...noFilters, on: [elementId], letter: [letter] })}`
  return (
    <div className="flex flex-col gap-6">
      {outOfScope ? <p>Out of scope: {outOfScope.reason}</p> : null}
      {here.length > 0 ? (
        <section aria-labelledby="cell-threats">
          <h3 id="cell-threats" className="mb-1 font-semibold text-sm">
            Threats
          </h3>
          <ThreatLinks rows={here} />
          <Link
            href={list}
            className="mt-1 inline-flex min-h-6 items-center px-2 text-accent hover:underline"
          >
            Show them in the list
          </Link>
        </section>
      ) : null}
      {reasons.length > 0 ? (
        <section aria-labelledby="cell-reasons">
          <h3 id="cell-reasons" className="mb-2 font-semibold text-sm">
            Looked at, not applicable
          </h3>
          <ul className="flex flex-col gap-4">
            {reasons.map((reason) => (
              <li key={reason.threatId}>
                <Reason reason={reason} elementId={elementId} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {here.length + reasons.length === 0 && !outOfScope ? (
        <p className="text-ink-muted">
          The catalogue has no threat of this letter for this type, and nobody added one. If you know of one,
          add it in the list of threats.
        </p>
      ) : null}
    </div>
  )
}

const kinds: Record<CoverageReason['kind'], string> = {
  countered: 'A control counters it',
  decided: 'Somebody decided that it does not apply',
  silent: 'It is not there',
}

function Reason({ reason, elementId }: { reason: CoverageReason; elementId: string }) {
  return (
    <>
      <p className="font-medium [overflow-wrap:anywhere]">{reason.title}</p>
      <p className="text-ink-muted text-xs">
        {kinds[reason.kind]}
        {reason.words ? `: ${reason.words}` : ''}
      </p>
      {reason.because.length > 0 ? (
        <div className="mt-1 border-line border-l pl-3">
          <EvidenceList evidence={reason.because} subjectId={elementId} />
        </div>
      ) : null}
    </>
  )
}
