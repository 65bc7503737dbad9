'use client'

import { useId } from 'react'
import { AnswerControl } from '@/components/threats/answer-control'
import { personFact } from '@/components/threats/answers'
import { useAnswer } from '@/components/threats/use-answer'
import { Button } from '@/components/ui/button'
import { ChevronRight } from '@/components/ui/icons'
import { formatValue } from '@/lib/analysis/words/format-value'
import { useModel } from '@/lib/client/model-provider'

type AnswerFieldProps = {
  elementId: string
  attribute: string
  /** Named when the question is about another element than the one that is looked at. */
  about?: string | undefined
  /** Without the help, where the question stands above already. */
  isBare?: boolean
  /** Without saying to readers why they cannot answer, where that was said once for many. */
  isToldOnce?: boolean
}

/** A question with the control that answers it. Unknown is an honest answer, and the one that nobody had to give. */
export function AnswerField({
  elementId,
  attribute,
  about,
  isBare = false,
  isToldOnce = false,
}: AnswerFieldProps) {
  const entry = useModel((state) => state.catalogue.attributes.get(attribute))
  const value = useModel((state) => state.index.analysis.factOf(elementId, attribute).value)
  const isMine = useModel((state) => personFact(state.model, elementId, attribute) !== undefined)
  const canEdit = useModel((state) => state.canEdit)
  const { answer, takeBack } = useAnswer(elementId, attribute)
  const question = entry?.question ?? `What is "${attribute}"?`
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1.5">
      <h4 id={headingId} className="text-sm [overflow-wrap:anywhere]">
        {about && isBare ? about : about ? <span className="text-ink-muted">{about}: </span> : null}
        {isBare ? <span className="sr-only">: {question}</span> : question}
      </h4>
      {canEdit ? (
        <div className="flex flex-wrap items-center gap-2">
          <AnswerControl
            key={formatValue(value)}
            attribute={entry}
            value={value}
            question={question}
            onAnswer={answer}
          />
          {isMine ? (
            <Button size="sm" variant="ghost" onClick={takeBack}>
              Take my answer back
            </Button>
          ) : null}
        </div>
      ) : isToldOnce ? null : (
        <ReaderNote />
      )}
      {entry?.help && !isBare ? (
        <details className="group text-ink-muted text-xs">
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm underline-offset-2 hover:underline">
            <ChevronRight aria-hidden className="size-3 group-open:rotate-90" />
            About this question
          </summary>
          <p className="pl-4 [overflow-wrap:anywhere]">{entry.help}</p>
        </details>
      ) : null}
    </section>
  )
}

/** Why there is nothing to answer with. */
export function ReaderNote() {
  return <p className="text-ink-muted text-xs">You can read this model, not answer.</p>
}
