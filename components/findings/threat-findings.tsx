'use client'

import Link from 'next/link'
import { verdictWords } from '@/components/findings/finding-words'
import { useFindingsOf, useScansOfModel } from '@/components/findings/use-findings'
import { Badge } from '@/components/ui/badge'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import type { RunHead } from '@/lib/model/scan-run'

const TOOLS = 4

/** What the latest run of each tool says of this threat: which findings confirm it, which speak against it. */
export function ThreatFindings({ row }: { row: ThreatRow }) {
  const { scans } = useScansOfModel()
  const latest = [...new Map(scans.runs.toReversed().map((run) => [run.tool, run])).values()].slice(0, TOOLS)
  if (latest.length === 0) return <p className="text-ink-muted">No scan has been imported.</p>
  return (
    <ul className="flex flex-col">
      {latest.map((run) => (
        <OfRun key={run.id} run={run} row={row} />
      ))}
    </ul>
  )
}

function OfRun({ run, row }: { run: RunHead; row: ThreatRow }) {
  const modelId = useModel((state) => state.modelId)
  const found = useFindingsOf(run.id)
  if (!found) return null
  const about = found.findings.filter(
    ({ threats, verdict }) => verdict !== 'none' && threats.includes(row.key),
  )
  const label = `${run.tool}, run ${run.number}`
  if (about.length === 0) return <li className="py-0.5 text-ink-muted text-xs">{label}: nothing on it.</li>
  return about.slice(0, 20).map(({ finding, check, verdict }) => (
    <li key={finding} className="flex flex-wrap items-center gap-2 py-0.5">
      <Badge tone={verdictWords[verdict].tone}>{verdictWords[verdict].label}</Badge>
      <Link
        href={`/models/${encodeURIComponent(modelId)}/findings?run=${encodeURIComponent(run.id)}&open=${encodeURIComponent(finding)}`}
        className="min-w-0 flex-1 text-accent underline-offset-2 hover:underline [overflow-wrap:anywhere]"
      >
        {check.id} {check.title}
      </Link>
      <span className="text-ink-muted text-xs">{label}</span>
    </li>
  ))
}
