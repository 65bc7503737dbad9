'use client'

import { type ReactNode, useId, useMemo } from 'react'
import { ThreatFindings } from '@/components/findings/threat-findings'
import { AnswerField } from '@/components/threats/answer-field'
import { DecisionForm } from '@/components/threats/decision-form'
import { EvidenceList } from '@/components/threats/evidence-list'
import { MitigationCard } from '@/components/threats/mitigation-card'
import { RiskTable } from '@/components/threats/risk-table'
import { SameThreat } from '@/components/threats/same-threat'
import { useElementWords } from '@/components/threats/use-element-words'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StateBadge } from '@/components/ui/state-badge'
import { StrideLetters } from '@/components/ui/stride'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { describeTarget } from '@/lib/analysis/words/describe-condition'
import { useModel } from '@/lib/client/model-provider'
import { elementOf } from '@/lib/model/element-of'
import { countOf } from '@/lib/model/format-count'

type ThreatPanelProps = {
  row: ThreatRow
  /** Opens another row: a folded threat, the same threat elsewhere. */
  onOpen: (key: string) => void
  /** Shows the component, where there is a place to show it. */
  onShowElement?: (elementId: string) => void
}

/** One threat on one element, whole: what it is, why it is here, what is unknown, what counters it, what was decided. */
export function ThreatPanel({ row, onOpen, onShowElement }: ThreatPanelProps) {
  const wordsOf = useElementWords()
  const { name, typeLabel } = wordsOf(row.elementId)
  return (
    <article aria-label={`${row.title}, on ${name}`} className="flex flex-col gap-6 px-4 pt-4 pb-10">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <SeverityBadge severity={row.severity} />
          <StateBadge state={row.state} />
          <StrideLetters letters={row.stride} also={row.alsoStride} />
        </div>
        <h2 className="text-balance font-semibold text-lg leading-snug [overflow-wrap:anywhere]">
          {row.title}
        </h2>
        <p className="text-ink-muted">
          On{' '}
          {onShowElement ? (
            <button
              type="button"
              onClick={() => onShowElement(row.elementId)}
              className="font-medium text-accent underline-offset-2 hover:underline"
            >
              {name}
            </button>
          ) : (
            <span className="font-medium text-ink">{name}</span>
          )}
          , {typeLabel}
          {row.part ? `, ${row.part}` : ''}
        </p>
      </header>
      {row.description ? <p className="max-w-prose [overflow-wrap:anywhere]">{row.description}</p> : null}
      <Unknowns row={row} />
      <Because row={row} />
      <Section title="Risk">
        <RiskTable row={row} />
      </Section>
      <Section title="What scans say">
        <ThreatFindings row={row} />
      </Section>
      <Counters row={row} />
      <Section title="Decision">
        <DecisionForm row={row} />
      </Section>
      <Folded row={row} onOpen={onOpen} />
      <SameThreat row={row} onOpen={onOpen} />
    </article>
  )
}

function Section({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5">
      <h3
        id={id}
        className="flex items-baseline justify-between gap-2 border-line border-b pb-1 font-semibold text-sm"
      >
        {title}
        {aside ? <span className="font-normal text-ink-muted text-xs">{aside}</span> : null}
      </h3>
      {children}
    </section>
  )
}

function Unknowns({ row }: { row: ThreatRow }) {
  const wordsOf = useElementWords()
  if (row.asks.length === 0 || row.state !== 'possible') return null
  return (
    <Section title="What is unknown" aside="Answering settles it">
      <div className="flex flex-col gap-4 rounded-md bg-possible-soft p-3">
        {row.asks.map(({ elementId, attribute }) => (
          <AnswerField
            key={`${elementId}|${attribute}`}
            elementId={elementId}
            attribute={attribute}
            about={elementId === row.elementId ? undefined : wordsOf(elementId).name}
          />
        ))}
      </div>
    </Section>
  )
}

function Because({ row }: { row: ThreatRow }) {
  const catalogue = useModel((state) => state.catalogue)
  const type = useModel((state) => elementOf(state.model, row.elementId)?.type)
  const threat = catalogue.threats.get(row.threatId)
  const target = threat?.targets.find((candidate) => candidate.type === type)
  const title = row.state === 'countered' ? 'Why it is countered' : 'Why it is here'
  return (
    <Section title={title}>
      {row.because.length > 0 ? (
        <EvidenceList evidence={row.because} subjectId={row.elementId} />
      ) : (
        <p className="text-ink-muted">{withoutEvidence[row.state]}</p>
      )}
      {target ? (
        <p className="text-ink-muted text-xs [overflow-wrap:anywhere]">{describeTarget(target, catalogue)}</p>
      ) : null}
    </Section>
  )
}

const withoutEvidence: Record<ThreatRow['state'], string> = {
  raised: 'It follows from what the component is.',
  possible: 'Nothing is known yet that would raise or counter it.',
  countered: 'A control is in place.',
  attached: 'A person put it here.',
  silent: 'Nothing raises it any more. It stays in sight because somebody decided on it.',
}

function Counters({ row }: { row: ThreatRow }) {
  return (
    <Section title="What counters it" aside={countOf(row.mitigationIds.length, 'mitigation')}>
      {row.mitigationIds.length === 0 ? (
        <p className="text-ink-muted">No mitigation is named for it.</p>
      ) : (
        <div className="flex flex-col gap-1.5">
          {row.mitigationIds.map((mitigationId) => (
            <MitigationCard key={mitigationId} elementId={row.elementId} mitigationId={mitigationId} />
          ))}
        </div>
      )}
    </Section>
  )
}

/** What has the same cause: dealt with together with this one. */
function Folded({ row, onOpen }: { row: ThreatRow; onOpen: (key: string) => void }) {
  const onElement = useModel((state) => state.index.byElement.get(row.elementId))
  const folded = useMemo(
    () => (onElement ?? []).filter((other) => other.causeId === row.key),
    [onElement, row.key],
  )
  const cause = row.causeId === undefined ? undefined : onElement?.find((other) => other.key === row.causeId)
  if (cause) {
    return (
      <Section title="Same cause">
        <RowButton row={cause} onOpen={onOpen} />
      </Section>
    )
  }
  if (folded.length === 0) return null
  return (
    <Section title="Follows from the same cause" aside={countOf(folded.length, 'threat')}>
      <div className="flex flex-col">
        {folded.map((other) => (
          <RowButton key={other.key} row={other} onOpen={onOpen} />
        ))}
      </div>
    </Section>
  )
}

function RowButton({ row, onOpen }: { row: ThreatRow; onOpen: (key: string) => void }) {
  return (
    <button
      type="button"
      onClick={() => onOpen(row.key)}
      className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
    >
      <span className="w-18 shrink-0">
        <SeverityBadge severity={row.severity} look="plain" />
      </span>
      <span className="min-w-0 flex-1">{row.title}</span>
    </button>
  )
}
