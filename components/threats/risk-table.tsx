'use client'

import { EvidenceList } from '@/components/threats/evidence-list'
import { levelWords } from '@/components/threats/threat-words'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { explainRisk, type RiskPoint, type RiskStep } from '@/lib/analysis/risk/explain-risk'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

/** How the risk came about, as a sum: the threat's own, each circumstance with its share, each control, a person's word. */
export function RiskTable({ row }: { row: ThreatRow }) {
  const catalogue = useModel((state) => state.catalogue)
  const own = useModel((state) =>
    row.attachmentId === undefined ? undefined : entryOf(state.model.attached, row.attachmentId)?.own,
  )
  const base = own
    ? { ...own, riskReason: 'As the person who added it judged it.' }
    : catalogue.threats.get(row.threatId)
  const risk = explainRisk(row, base)
  const hasControls = risk.controls.length > 0
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">How likelihood, impact and risk came about</caption>
        <thead className="text-ink-muted text-xs">
          <tr>
            <th scope="col" className="py-1 pr-2 font-normal">
              Circumstance
            </th>
            <Amount head>Likelihood</Amount>
            <Amount head>Impact</Amount>
            <Amount head>Risk</Amount>
          </tr>
        </thead>
        <tbody>
          <PointRow label="This threat in general" point={risk.base} why={risk.base.why} />
          {risk.context.map((step) => (
            <StepRow key={step.id} step={step} subjectId={row.elementId} />
          ))}
          <PointRow label="Inherent risk" point={risk.inherent} isSum />
          {risk.controls.map((step) => (
            <StepRow key={step.id} step={step} subjectId={row.elementId} />
          ))}
          {hasControls ? <PointRow label="Residual risk" point={risk.residual} isSum /> : null}
        </tbody>
      </table>
      {risk.override ? (
        <p className="[overflow-wrap:anywhere]">
          <SeverityBadge severity={risk.override.severity} /> counts instead, because {risk.override.by} says:{' '}
          {risk.override.reason}
        </p>
      ) : hasControls ? null : (
        <p className="text-ink-muted text-xs">
          No mitigation is marked as in place yet, so the residual risk is the same.
        </p>
      )}
    </div>
  )
}

function PointRow({
  label,
  point,
  why,
  isSum = false,
}: {
  label: string
  point: RiskPoint
  why?: string
  isSum?: boolean
}) {
  return (
    <tr className={isSum ? 'border-line border-y bg-sunken font-medium' : 'align-top'}>
      <th scope="row" className="py-1.5 pr-2 font-medium">
        <span className="flex flex-wrap items-center gap-x-2">
          {label}
          {isSum ? <SeverityBadge severity={point.severity} look="plain" /> : null}
        </span>
        {why ? <span className="block font-normal text-ink-muted text-xs">{why}</span> : null}
      </th>
      <Amount title={levelWords(point.likelihood)}>{point.likelihood}</Amount>
      <Amount title={levelWords(point.impact)}>{point.impact}</Amount>
      <Amount>{point.points}</Amount>
    </tr>
  )
}

function StepRow({ step, subjectId }: { step: RiskStep; subjectId: string }) {
  return (
    <tr className="align-top">
      <th scope="row" className="py-1.5 pr-2 pl-3 font-normal">
        {step.label}
        <span className="block text-ink-muted text-xs [overflow-wrap:anywhere]">{step.why}</span>
        {step.because.length > 0 ? (
          <details className="text-ink-muted text-xs">
            <summary className="inline-flex min-h-6 items-center rounded-sm underline-offset-2 hover:underline">
              What it rests on
            </summary>
            <EvidenceList evidence={step.because} subjectId={subjectId} />
          </details>
        ) : null}
      </th>
      <Amount>{signed(step.likelihood)}</Amount>
      <Amount>{signed(step.impact)}</Amount>
      <Amount>{signed(step.points)}</Amount>
    </tr>
  )
}

function Amount({
  head = false,
  title,
  children,
}: {
  head?: boolean
  title?: string
  children: React.ReactNode
}) {
  return head ? (
    <th scope="col" className="w-16 py-1 text-right font-normal">
      {children}
    </th>
  ) : (
    <td title={title} className="tabular w-16 py-1.5 text-right">
      {children}
    </td>
  )
}

/** "+1", "−2"; nothing for no change. */
function signed(by: number): string {
  if (by === 0) return ''
  return by > 0 ? `+${by}` : `−${-by}`
}
