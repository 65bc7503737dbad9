'use client'

import { CheckListEditor } from '@/components/coursework/check-list-editor'
import { describeCheck } from '@/components/coursework/describe-check'
import { LevelEditor } from '@/components/coursework/level-editor'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Trash2 } from '@/components/ui/icons'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { RubricCriterion } from '@/lib/coursework/rubric/rubric'

type Props = {
  criterion: RubricCriterion
  number: number
  canEdit: boolean
  /** Undefined removes it. */
  onChange: (next: RubricCriterion | undefined) => void
}

/** One criterion: what is asked, the levels that reviewers choose from, what a program looks for. */
export function CriterionEditor({ criterion, number, canEdit, onChange }: Props) {
  const { title, help, levels, checks } = criterion
  return (
    <section aria-label={`Criterion ${number}`} className="rounded-lg border border-line bg-surface p-4">
      {canEdit ? (
        <div className="flex flex-col gap-3">
          <div className="flex items-end gap-2">
            <Field label={`Criterion ${number}`} className="flex-1">
              <Input
                value={title}
                maxLength={200}
                onChange={(event) => onChange({ ...criterion, title: event.target.value })}
              />
            </Field>
            <IconButton
              label={`Remove criterion ${number}`}
              icon={<Trash2 aria-hidden />}
              onClick={() => onChange(undefined)}
            />
          </div>
          <Field label="What is asked">
            <Textarea
              value={help}
              rows={2}
              maxLength={2000}
              onChange={(event) => onChange({ ...criterion, help: event.target.value })}
            />
          </Field>
          <LevelEditor levels={levels} onChange={(next) => onChange({ ...criterion, levels: next })} />
          <CheckListEditor
            number={number}
            checks={checks}
            onChange={(next) => onChange({ ...criterion, checks: next })}
          />
        </div>
      ) : (
        <>
          <h3 className="font-medium">
            {number}. {title}
          </h3>
          {help ? <p className="mt-1 text-ink-muted">{help}</p> : null}
          <p className="tabular mt-2 text-xs">
            {levels.map((level) => `${level.label} (${level.points})`).join(', ')}
          </p>
        </>
      )}
      {!canEdit && checks.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 text-ink-muted text-xs">
          {checks.map((check) => (
            <li key={JSON.stringify(check)}>Looked for: {describeCheck(check)}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
