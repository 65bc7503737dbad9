'use client'

import { CheckFields } from '@/components/coursework/check-fields'
import { checkKinds } from '@/components/coursework/check-kinds'
import { describeCheck } from '@/components/coursework/describe-check'
import { IconButton } from '@/components/ui/icon-button'
import { Trash2 } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import type { CheckRule } from '@/lib/coursework/rubric/check-rule'

const MOST = 10

type Props = {
  number: number
  checks: readonly CheckRule[]
  onChange: (next: CheckRule[]) => void
}

/** What a program looks for in one criterion, chosen from the list of checks, each with its numbers. */
export function CheckListEditor({ number, checks, onChange }: Props) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">Looked for automatically</legend>
      {checks.length === 0 ? (
        <p className="text-ink-muted text-xs">Nothing: reviewers say by themselves whether it is met.</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {checks.map((check, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a check is its place, and changes while one types.
          <li key={at} className="rounded-md border border-line p-2.5">
            <div className="flex items-start gap-2">
              <p className="min-w-0 flex-1 text-xs [overflow-wrap:anywhere]">{describeCheck(check)}</p>
              <IconButton
                size="sm"
                label={`Remove check ${at + 1} of criterion ${number}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => onChange(checks.filter((_, place) => place !== at))}
              />
            </div>
            <CheckFields
              check={check}
              onChange={(next) => onChange(checks.map((one, place) => (place === at ? next : one)))}
            />
          </li>
        ))}
      </ul>
      {checks.length < MOST ? (
        <Select
          size="sm"
          className="w-72! max-w-full"
          aria-label={`Add a check to criterion ${number}`}
          value=""
          onChange={(event) => {
            const kind = checkKinds.find(({ start }) => start.kind === event.target.value)
            if (kind) onChange([...checks, kind.start])
          }}
        >
          <option value="">Add a check</option>
          {checkKinds.map(({ label, start }) => (
            <option key={start.kind} value={start.kind}>
              {label}
            </option>
          ))}
        </Select>
      ) : null}
    </fieldset>
  )
}
