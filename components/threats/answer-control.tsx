'use client'

import { useState } from 'react'
import { parseAnswer } from '@/components/threats/answers'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { Attribute } from '@/lib/catalogue/entries'
import type { FactValue } from '@/lib/model/fact'

type AnswerControlProps = {
  attribute: Attribute | undefined
  value: FactValue
  question: string
  onAnswer: (value: FactValue) => void
}

/** The control that fits an attribute: yes, no and unknown, its values, or a text to type. */
export function AnswerControl({ attribute, value, question, onAnswer }: AnswerControlProps) {
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

function TypedAnswer({ attribute, value, question, onAnswer }: AnswerControlProps) {
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
