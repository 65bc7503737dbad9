'use client'

import { useState } from 'react'
import { emptyOwnThreat, type OwnThreatProblems, readOwnThreat } from '@/components/threats/own-threat'
import { levelWords } from '@/components/threats/threat-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { strideLook, strideNames } from '@/components/ui/stride'
import { Textarea } from '@/components/ui/textarea'
import { severityOf } from '@/lib/catalogue/severity'
import type { OwnThreat } from '@/lib/model/judgement'

const levels = [1, 2, 3, 4, 5] as const

/** A threat that no catalogue knows: what can happen, of which kind, how likely and how bad. */
export function OwnThreatForm({ onSubmit }: { onSubmit: (own: OwnThreat) => void }) {
  const [draft, setDraft] = useState(emptyOwnThreat)
  const [problems, setProblems] = useState<OwnThreatProblems>({})
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const result = readOwnThreat(draft)
    if ('problems' in result) return setProblems(result.problems)
    onSubmit(result.own)
  }
  const level = (field: 'likelihood' | 'impact', label: string) => (
    <Field label={label} className="min-w-32 flex-1">
      <Select
        value={draft[field]}
        onChange={({ target }) => setDraft({ ...draft, [field]: Number(target.value) })}
      >
        {levels.map((value) => (
          <option key={value} value={value}>
            {value}, {levelWords(value)}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <form noValidate aria-label="Threat of my own" onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Title" isRequired error={problems.title}>
        <Input
          maxLength={200}
          value={draft.title}
          onChange={({ target }) => setDraft({ ...draft, title: target.value })}
        />
      </Field>
      <Field
        label="Description"
        error={problems.description}
        hint="Who can do what, through which weakness, with what effect."
      >
        <Textarea
          maxLength={4000}
          value={draft.description}
          onChange={({ target }) => setDraft({ ...draft, description: target.value })}
        />
      </Field>
      <fieldset aria-describedby={problems.stride ? 'own-stride-problem' : undefined}>
        <legend className="mb-1.5 font-medium text-sm">
          STRIDE <span className="font-normal text-ink-muted">(required)</span>
        </legend>
        <div className="grid grid-cols-1 sm:grid-cols-2">
          {strideNames.map((letter) => (
            <Checkbox
              key={letter}
              label={strideLook[letter].label}
              checked={draft.stride.includes(letter)}
              onChange={({ target }) =>
                setDraft({
                  ...draft,
                  stride: strideNames.filter((other) =>
                    other === letter ? target.checked : draft.stride.includes(other),
                  ),
                })
              }
            />
          ))}
        </div>
        {problems.stride ? (
          <p id="own-stride-problem" className="mt-1 text-danger text-xs">
            {problems.stride}
          </p>
        ) : null}
      </fieldset>
      <div className="flex flex-wrap items-end gap-4">
        {level('likelihood', 'Likelihood')}
        {level('impact', 'Impact')}
        <span className="flex h-8 items-center">
          <SeverityBadge severity={severityOf(draft.likelihood, draft.impact)} />
        </span>
      </div>
      <Button type="submit" variant="primary" className="self-end">
        Add this threat
      </Button>
    </form>
  )
}
