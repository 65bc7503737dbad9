'use client'

import { useId } from 'react'
import { ThreatLinks } from '@/components/insight/threat-links'
import { useAnswerAll } from '@/components/insight/use-answer-all'
import { AnswerControl } from '@/components/threats/answer-control'
import { AnswerField } from '@/components/threats/answer-field'
import { personFact } from '@/components/threats/answers'
import { useElementWords } from '@/components/threats/use-element-words'
import { Disclosure } from '@/components/ui/disclosure'
import { SeverityBadge } from '@/components/ui/severity-badge'
import type { OpenQuestion } from '@/lib/analysis/open-questions'
import { useModel } from '@/lib/client/model-provider'
import { countOf, formatCount } from '@/lib/model/format-count'

/** One question for all elements that it is open on: answered for all alike, or one by one. */
export function QuestionCard({ question, level = 2 }: { question: OpenQuestion; level?: 2 | 3 | 4 }) {
  const { attribute, elementIds, rows, settles, worst } = question
  const entry = useModel((state) => state.catalogue.attributes.get(attribute))
  const canEdit = useModel((state) => state.canEdit)
  const model = useModel((state) => state.model)
  const answerAll = useAnswerAll(elementIds, attribute)
  const headingId = useId()
  const Heading = `h${level}` as const
  const words = entry?.question ?? `What is "${attribute}"?`
  const isLeftOpen = elementIds.every((id) => personFact(model, id, attribute)?.value === null)
  return (
    <article aria-labelledby={headingId} className="rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs">
        <SeverityBadge severity={worst} look="plain" />
        <span className="tabular">{bearing(settles, rows.length)}</span>
        {isLeftOpen ? <span>Somebody said that this is not known.</span> : null}
      </p>
      <Heading id={headingId} className="mt-1 font-semibold [overflow-wrap:anywhere]">
        {words}
      </Heading>
      <AskedOf question={question} />
      {canEdit ? (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <AnswerControl
            attribute={entry}
            value={null}
            question={
              elementIds.length > 1 ? `${words} The same for all ${formatCount(elementIds.length)}` : words
            }
            onAnswer={answerAll}
          />
          {elementIds.length > 1 ? (
            <span className="text-ink-muted text-xs">counts for all {elementIds.length} alike</span>
          ) : null}
        </div>
      ) : (
        <p className="mt-2 text-ink-muted text-xs">You can read this model, not answer.</p>
      )}
      <div className="-mx-2 mt-2">
        {elementIds.length > 1 ? (
          <Disclosure summary="Answer one by one" aside={countOf(elementIds.length, 'element')}>
            <OneByOne question={question} />
          </Disclosure>
        ) : null}
        <Disclosure summary="What it settles" aside={countOf(rows.length, 'possible threat')}>
          <ThreatLinks rows={rows} />
        </Disclosure>
        {entry?.help ? (
          <Disclosure summary="About this question">
            <p className="px-2 py-1 text-ink-muted [overflow-wrap:anywhere]">{entry.help}</p>
          </Disclosure>
        ) : null}
      </div>
    </article>
  )
}

function bearing(settles: number, bears: number): string {
  if (settles === bears) return `Settles ${countOf(bears, 'threat')}`
  return settles === 0
    ? `Bears on ${countOf(bears, 'threat')}, with others`
    : `Settles ${countOf(settles, 'threat')}, bears on ${bears - settles} more`
}

const NAMED = 4

/** What the question is about: each type with its elements, the first ones by name. */
function AskedOf({ question: { elementIds } }: { question: OpenQuestion }) {
  const wordsOf = useElementWords()
  const byType = new Map<string, string[]>()
  for (const id of elementIds) {
    const { typeLabel, name } = wordsOf(id)
    byType.set(typeLabel, [...(byType.get(typeLabel) ?? []), name])
  }
  return (
    <ul className="text-ink-muted">
      {[...byType].map(([typeLabel, names]) => (
        <li key={typeLabel} className="[overflow-wrap:anywhere]">
          {typeLabel}: {names.slice(0, NAMED).join(', ')}
          {names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}
        </li>
      ))}
    </ul>
  )
}

function OneByOne({ question: { elementIds, attribute } }: { question: OpenQuestion }) {
  const wordsOf = useElementWords()
  return (
    <ul className="flex flex-col gap-3 px-2 py-2">
      {elementIds.map((elementId) => (
        <li key={elementId}>
          <AnswerField elementId={elementId} attribute={attribute} about={wordsOf(elementId).name} isBare />
        </li>
      ))}
    </ul>
  )
}
