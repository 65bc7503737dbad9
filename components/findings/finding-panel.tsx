'use client'

import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { EvidenceFiles } from '@/components/findings/evidence-files'
import { verdictWords } from '@/components/findings/finding-words'
import { type LoadedRun, loadScans, useScans } from '@/components/findings/scans-store'
import { MitigationCard } from '@/components/threats/mitigation-card'
import { Origin } from '@/components/threats/origin'
import { useElementWords } from '@/components/threats/use-element-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StateBadge } from '@/components/ui/state-badge'
import { toast } from '@/components/ui/toast'
import { chooseFindingsAction } from '@/lib/actions/findings'
import { learnFacts } from '@/lib/analysis/findings/learn-facts'
import type { Finding } from '@/lib/analysis/findings/list-findings'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'

type FindingPanelProps = { finding: Finding; run: LoadedRun; removed: number }

/** One finding, whole: what the tool said, what it bears on, what repairs it, and what was decided and shown. */
export function FindingPanel({ finding, run, removed }: FindingPanelProps) {
  const wordsOf = useElementWords()
  const { check, key, verdict, elementId, name } = finding
  const place = elementId === null ? undefined : wordsOf(elementId)
  const { label, tone } = verdictWords[verdict]
  return (
    <article aria-label={check.title} className="flex flex-col gap-5 px-4 pt-4 pb-10 text-sm">
      <header className="flex flex-col gap-2 pr-8">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>{label}</Badge>
          {check.word ? <Badge>{check.word}</Badge> : null}
          {check.severity ? <Badge>{check.severity}</Badge> : null}
        </div>
        <h2 className="font-semibold text-lg leading-snug [overflow-wrap:anywhere]">
          {check.id} {check.title}
        </h2>
        <p className="text-ink-muted [overflow-wrap:anywhere]">
          {place ? (
            <>
              On <span className="font-medium text-ink">{place.name}</span>, {place.typeLabel}
            </>
          ) : (
            `On ${name ?? 'something that the tool does not name'}, which is not placed`
          )}
        </p>
        <p className="font-mono text-ink-muted text-xs [overflow-wrap:anywhere]">
          {key}; {run.file.name}:{check.line}
        </p>
      </header>
      {check.mismatch ? (
        <Callout tone="warning" title="Number and title name different checks">
          {check.mismatch}
        </Callout>
      ) : null}
      {check.details ? (
        <Part title="What the tool said">
          <pre className="max-h-60 overflow-auto whitespace-pre-wrap rounded-md bg-sunken p-2 font-mono text-xs [overflow-wrap:anywhere]">
            {check.details}
          </pre>
        </Part>
      ) : null}
      <Teaches finding={finding} tool={run.tool} />
      <Confirms finding={finding} />
      {finding.mitigationIds.length > 0 ? (
        <Part title={verdict === 'fail' ? 'What repairs it' : 'What it shows'}>
          {elementId === null ? (
            <p className="text-ink-muted">Place it on a component to plan a mitigation there.</p>
          ) : (
            <div className="flex flex-col gap-1.5">
              {finding.mitigationIds.slice(0, 6).map((mitigationId) => (
                <MitigationCard key={mitigationId} elementId={elementId} mitigationId={mitigationId} />
              ))}
            </div>
          )}
        </Part>
      ) : null}
      {verdict === 'fail' ? <Choice finding={finding.finding} removed={removed} /> : null}
      <Part title="Evidence">
        <EvidenceFiles about={finding.finding} />
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="border-line border-b pb-1 font-semibold text-sm">
        {title}
      </h3>
      {children}
    </section>
  )
}

function Teaches({ finding, tool }: { finding: Finding; tool: string }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const learnt = learnFacts([finding], tool, model, catalogue)
  if (learnt.length === 0) return null
  return (
    <Part title="What it says of the component">
      {learnt.map(({ attribute, value, contradicts }) => (
        <div key={attribute}>
          <p>
            {nameAttribute(attribute, catalogue)}:{' '}
            <strong className="font-semibold">{formatValue(value)}</strong>
          </p>
          {contradicts.map((fact) => (
            <Callout key={fact.origin} tone="warning" title={`Contradicts: ${formatValue(fact.value)}`}>
              <Origin origin={fact.origin} source={fact.source} />
            </Callout>
          ))}
        </div>
      ))}
    </Part>
  )
}

function Confirms({ finding }: { finding: Finding }) {
  const modelId = useModel((state) => state.modelId)
  const rows = useModel((state) => state.index.rows)
  const wordsOf = useElementWords()
  const keys = new Set(finding.threats)
  const linked = rows.filter(({ key }) => keys.has(key))
  return (
    <Part title={finding.verdict === 'pass' ? 'Threats it speaks against' : 'Threats it confirms'}>
      {linked.length === 0 ? (
        <p className="text-ink-muted">None of this model.</p>
      ) : (
        <ul className="flex flex-col">
          {linked.slice(0, 30).map((row) => (
            <li key={row.key} className="flex min-h-8 flex-wrap items-center gap-2 py-0.5">
              <SeverityBadge severity={row.severity} look="plain" />
              <Link
                href={`/models/${encodeURIComponent(modelId)}/threats?open=${encodeURIComponent(row.key)}`}
                className="min-w-0 flex-1 text-accent underline-offset-2 hover:underline"
              >
                {row.title}, on {wordsOf(row.elementId).name}
              </Link>
              <StateBadge state={row.state} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Choice({ finding, removed }: { finding: string; removed: number }) {
  const modelId = useModel((state) => state.modelId)
  const canEdit = useModel((state) => state.canEdit)
  const choice = useScans((state) => state.scans.choices.find((one) => one.finding === finding))
  const takeBack = async () => {
    const answer = await chooseFindingsAction({ id: modelId, findings: [finding], reason: null })
    if (answer.ok) await loadScans(modelId, true)
    else toast({ title: answer.sentence, tone: 'danger' })
  }
  return (
    <Part title="To be fixed">
      <p>
        {removed > 0
          ? `Fixing it removes risk ${removed} from this model.`
          : 'How much risk its repair removes cannot be told from what is known.'}
      </p>
      {choice ? (
        <>
          <p className="[overflow-wrap:anywhere]">
            Chosen by {choice.by} on {choice.at.slice(0, 10)}: {choice.reason}
          </p>
          {canEdit ? (
            <Button size="sm" className="self-start" onClick={() => void takeBack()}>
              Take back
            </Button>
          ) : null}
        </>
      ) : (
        <p className="text-ink-muted">Nobody has chosen it. Select it in the list to choose it.</p>
      )}
    </Part>
  )
}
