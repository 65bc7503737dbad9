'use client'

import type { ReactNode } from 'react'
import { Origin } from '@/components/threats/origin'
import { ArrowRight, CircleDashed, CircleSlash, DoorOpen, Link2 } from '@/components/ui/icons'
import type { Evidence, FactEvidence } from '@/lib/analysis/verdict'
import { describeEvidence, tellingEvidence } from '@/lib/analysis/words/describe-evidence'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute, nameElement } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'

/** What a verdict rests on: facts with their value and where it was found, flows, crossings, related components. */
export function EvidenceList({ evidence, subjectId }: { evidence: readonly Evidence[]; subjectId: string }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {evidence.map((item) => (
        <li key={keyOf(item)} className="min-w-0">
          <EvidenceLine item={item} subjectId={subjectId} depth={0} />
        </li>
      ))}
    </ul>
  )
}

function keyOf(item: Evidence): string {
  return Object.values(item)
    .filter((part) => typeof part === 'string')
    .join('|')
}

const MAX_DEPTH = 3

type EvidenceLineProps = { item: Evidence; subjectId: string; depth: number }

function EvidenceLine({ item, subjectId, depth }: EvidenceLineProps) {
  return item.kind === 'fact' ? (
    <FactLine fact={item} subjectId={subjectId} depth={depth} />
  ) : (
    <OtherLine item={item} subjectId={subjectId} />
  )
}

function FactLine({ fact, subjectId, depth }: { fact: FactEvidence; subjectId: string; depth: number }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const from = tellingEvidence(fact.from ?? [])
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        {fact.elementId === subjectId ? null : (
          <span className="text-ink-muted">{nameElement(fact.elementId, model, catalogue)}: </span>
        )}
        {nameAttribute(fact.attribute, catalogue)}:{' '}
        <strong className="font-semibold">{formatValue(fact.value)}</strong>
      </p>
      <Origin origin={fact.origin} source={fact.source} reason={fact.reason} />
      {from.length > 0 && depth < MAX_DEPTH ? (
        <ul className="mt-1 ml-1.5 flex flex-col gap-1 border-line border-l pl-3">
          {from.map((cause) => (
            <li key={keyOf(cause)}>
              <EvidenceLine item={cause} subjectId={subjectId} depth={depth + 1} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const icons: Record<Exclude<Evidence['kind'], 'fact'>, ReactNode> = {
  flow: <ArrowRight aria-hidden />,
  crossing: <DoorOpen aria-hidden />,
  related: <Link2 aria-hidden />,
  none: <CircleDashed aria-hidden />,
  'too-much': <CircleSlash aria-hidden />,
}

function OtherLine({ item, subjectId }: { item: Exclude<Evidence, FactEvidence>; subjectId: string }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  return (
    <p className="flex items-start gap-1.5 [&_svg]:mt-1 [&_svg]:size-3 [&_svg]:shrink-0 [&_svg]:text-ink-muted">
      {icons[item.kind]}
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {describeEvidence(item, model, catalogue, subjectId)}
      </span>
    </p>
  )
}
