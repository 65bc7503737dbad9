'use client'

import { useId } from 'react'
import type { DecisionDraft, DraftProblems } from '@/components/threats/decisions'
import { decisionWords } from '@/components/threats/threat-words'
import { cn } from '@/components/ui/cn'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { severityLook, severityNames } from '@/components/ui/severity-badge'
import { statusLook } from '@/components/ui/status-badge'
import { Textarea } from '@/components/ui/textarea'
import { DecisionStatus, isReasonRequired, type Severity } from '@/lib/model/judgement'

type DecisionFieldsProps = {
  draft: DecisionDraft
  problems: DraftProblems
  onChange: (draft: DecisionDraft) => void
}

/** What is decided: the status, why, who answers for it, until when, and another risk if it is another one here. */
export function DecisionFields({ draft, problems, onChange }: DecisionFieldsProps) {
  const set = <K extends keyof DecisionDraft>(field: K, value: DecisionDraft[K]) =>
    onChange({ ...draft, [field]: value })
  const isRequired = isReasonRequired(draft.status)
  return (
    <div className="flex flex-col gap-4">
      <StatusChoice value={draft.status} onChange={(status) => set('status', status)} />
      <Field
        label="Reason"
        isRequired={isRequired}
        error={problems.reason}
        hint={isRequired ? undefined : 'What others should know about this decision.'}
      >
        <Textarea
          rows={3}
          maxLength={4000}
          required={false}
          aria-required={isRequired}
          value={draft.reason}
          onChange={({ target }) => set('reason', target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label="Owner" error={problems.owner} className="min-w-40 flex-1">
          <Input maxLength={200} value={draft.owner} onChange={({ target }) => set('owner', target.value)} />
        </Field>
        <Field
          label="Expires"
          error={problems.expires}
          hint="From the next day it is open again."
          className="min-w-40 flex-1"
        >
          <Input type="date" value={draft.expires} onChange={({ target }) => set('expires', target.value)} />
        </Field>
      </div>
      <Disclosure
        summary="Override the risk"
        aside={draft.overrideSeverity === '' ? undefined : severityLook[draft.overrideSeverity].label}
        isOpen={draft.overrideSeverity !== ''}
        className="-mx-2"
      >
        <div className="flex flex-col gap-4 px-2 pt-2">
          <Field label="Severity here">
            <Select
              value={draft.overrideSeverity}
              onChange={({ target }) => set('overrideSeverity', target.value as Severity | '')}
            >
              <option value="">As computed</option>
              {severityNames.map((severity) => (
                <option key={severity} value={severity}>
                  {severityLook[severity].label}
                </option>
              ))}
            </Select>
          </Field>
          {draft.overrideSeverity === '' ? null : (
            <Field label="Why the risk is another one here" isRequired error={problems.overrideReason}>
              <Textarea
                rows={2}
                maxLength={4000}
                required={false}
                aria-required
                value={draft.overrideReason}
                onChange={({ target }) => set('overrideReason', target.value)}
              />
            </Field>
          )}
        </div>
      </Disclosure>
    </div>
  )
}

function StatusChoice({
  value,
  onChange,
}: {
  value: DecisionStatus
  onChange: (status: DecisionStatus) => void
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">Status</legend>
      <div className="flex flex-wrap gap-1.5">
        {DecisionStatus.options.map((status) => {
          const { icon: Icon } = statusLook[status]
          return (
            <label
              key={status}
              title={decisionWords[status].help}
              className={cn(
                'relative inline-flex h-8 items-center gap-1.5 rounded-md border border-line-mid px-2.5 text-sm hover:bg-hover',
                'has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium',
                'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
              )}
            >
              <input
                type="radio"
                name={name}
                className="absolute inset-0 appearance-none outline-none"
                checked={status === value}
                onChange={() => onChange(status)}
              />
              <Icon aria-hidden className="size-3.5 text-ink-muted" />
              {decisionWords[status].label}
            </label>
          )
        })}
      </div>
      <p className="mt-1.5 text-ink-muted text-xs">{decisionWords[value].help}</p>
    </fieldset>
  )
}
