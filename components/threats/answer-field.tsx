'use client'

import { useId, useState } from 'react'
import { parseAnswer, personFact } from '@/components/threats/answers'
import { useAnswer } from '@/components/threats/use-answer'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { formatValue } from '@/lib/analysis/words/format-value'
import type { Attribute } from '@/lib/catalogue/entries'
import { useModel } from '@/lib/client/model-provider'
import type { FactValue } from '@/lib/model/fact'

type AnswerFieldProps = {
  elementId: string
  attribute: string
  /** Named when the question is about another element than the one that is looked at. */
  about?: string | undefined
}

/** A question with the control that answers it. Unknown is an honest answer, and the one that nobody had to give. */
export function AnswerField({ elementId, attribute, about }: AnswerFieldProps) {
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
        {about ? <span className="text-ink-muted">{about}: </span> : null}
        {question}
      </h4>
      {canEdit ? (
        <div className="flex flex-wrap items-center gap-2">
          <Control
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
      ) : (
        <p className="text-ink-muted text-xs">Your role lets you read this model, not answer.</p>
      )}
      {entry?.help ? (
        <details className="text-ink-muted text-xs">
          <summary className="inline-flex min-h-6 items-center rounded-sm underline-offset-2 hover:underline">
            About this question
          </summary>
          <p className="[overflow-wrap:anywhere]">{entry.help}</p>
        </details>
      ) : null}
    </section>
  )
}

type ControlProps = {
  attribute: Attribute | undefined
  value: FactValue
  question: string
  onAnswer: (value: FactValue) => void
}

function Control({ attribute, value, question, onAnswer }: ControlProps) {
  if (attribute?.type === 'boolean') {
    return (
      <Segmented
        label={question}
        value={value === null ? 'unknown' : value ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'unknown', label: 'Unknown' },
        ]}
        onChange={(choice) => onAnswer(choice === 'unknown' ? null : choice === 'yes')}
      />
    )
  }
  if (attribute?.type === 'enum') {
    const values = attribute.values ?? []
    const other = typeof value === 'string' && !values.includes(value) ? [value] : []
    return (
      <Select
        aria-label={question}
        size="sm"
        className="w-48!"
        value={value === null ? '' : String(value)}
        onChange={({ target }) => onAnswer(target.value === '' ? null : target.value)}
      >
        <option value="">Unknown</option>
        {[...values, ...other].map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    )
  }
  return <TypedAnswer attribute={attribute} value={value} question={question} onAnswer={onAnswer} />
}

const hints: Partial<Record<Attribute['type'], string>> = {
  list: 'Separate with commas; leave empty for none.',
  quantity: 'An amount such as 300M or 0.5, or "none".',
}

function TypedAnswer({ attribute, value, question, onAnswer }: ControlProps) {
  const type = attribute?.type ?? 'text'
  const [typed, setTyped] = useState(
    Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value),
  )
  const [problem, setProblem] = useState<string | undefined>()
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const parsed = parseAnswer(type, typed)
    if ('problem' in parsed) return setProblem(parsed.problem)
    setProblem(undefined)
    onAnswer(parsed.value)
  }
  return (
    <form onSubmit={submit} className="flex w-full flex-wrap items-start gap-2">
      <Field
        label={<span className="sr-only">{question}</span>}
        hint={hints[type]}
        error={problem}
        className="min-w-40 flex-1 [&>div:first-child]:mb-0!"
      >
        <Input
          size="sm"
          inputMode={type === 'number' ? 'decimal' : undefined}
          placeholder={value === null ? 'Unknown' : undefined}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit" size="sm">
        Answer
      </Button>
      {value === null ? null : (
        <Button size="sm" variant="ghost" onClick={() => onAnswer(null)}>
          Unknown
        </Button>
      )}
    </form>
  )
}
