'use client'

import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

type ChooseManyProps = {
  label: string
  hint?: string
  isRequired?: boolean
  /** "Remove the type": before the name in each chip's button. */
  removes: string
  options: readonly { id: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Several of a long list: chosen one by one, each a chip to take off. */
export function ChooseMany({
  label,
  hint,
  isRequired = false,
  removes,
  options,
  chosen,
  onChange,
}: ChooseManyProps) {
  const labels = new Map(options.map(({ id, label: words }) => [id, words]))
  return (
    <Field label={label} hint={hint} isRequired={isRequired}>
      <div className="flex flex-col gap-2">
        {chosen.length > 0 ? (
          <div className="flex flex-wrap gap-1.5">
            {chosen.map((id) => (
              <Chip
                key={id}
                removeLabel={`${removes} ${labels.get(id) ?? id}`}
                onRemove={() => onChange(chosen.filter((other) => other !== id))}
              >
                {labels.get(id) ?? id}
              </Chip>
            ))}
          </div>
        ) : null}
        <Select
          className="max-w-96"
          required={false}
          aria-required={isRequired}
          value=""
          onChange={({ target }) => target.value !== '' && onChange([...chosen, target.value])}
        >
          <option value="">Add one</option>
          {options
            .filter(({ id }) => !chosen.includes(id))
            .map(({ id, label: words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
        </Select>
      </div>
    </Field>
  )
}
