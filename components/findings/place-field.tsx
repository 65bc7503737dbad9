'use client'

import { useState } from 'react'
import { Chip } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

/** As many components as one name may mean. */
const MOST = 50

type Option = { id: string; name: string; typeLabel: string; type: string }

type PlaceFieldProps = {
  /** The name, in words. */
  label: string
  aside: string
  hint: string
  /** What was said of the name; undefined when nobody has said anything. */
  said: readonly string[] | undefined
  options: readonly Option[]
  /** The type that is meant when the tool names nothing. */
  anyOf: string | undefined
  isDisabled: boolean
  onSay: (elementIds: readonly string[] | null) => Promise<void>
}

/** Which components a name in scans means: none of this model, one, or several such as the containers of a deployment. */
export function PlaceField(props: PlaceFieldProps) {
  const { label, aside, hint, said, options, anyOf, isDisabled, onSay } = props
  const [isSaying, setSaying] = useState(false)
  const chosen = options.filter(({ id }) => said?.includes(id))
  const others = options.filter(({ id }) => !said?.includes(id))
  const alike = anyOf === undefined ? [] : options.filter(({ type }) => type === anyOf)
  const say = async (elementIds: readonly string[] | null) => {
    setSaying(true)
    await onSay(elementIds)
    setSaying(false)
  }
  const take = (value: string) => {
    if (value === 'none') return say([])
    if (value === 'forget') return say(null)
    if (value === 'all') return say(alike.map(({ id }) => id))
    return say([...(said ?? []), value.slice(1)])
  }
  const isNone = said !== undefined && chosen.length === 0
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} aside={aside} hint={hint}>
        <Select
          disabled={isDisabled || isSaying || chosen.length >= MOST}
          value={isNone ? 'none' : ''}
          onChange={({ target }) => void take(target.value)}
        >
          <option value="" disabled={isNone}>
            {chosen.length > 0 ? 'Add another component' : 'Choose a component'}
          </option>
          {chosen.length === 0 ? <option value="none">Not in this model</option> : null}
          {isNone ? <option value="forget">Leave it open again</option> : null}
          {alike.length > 1 && alike.length <= MOST && chosen.length < alike.length ? (
            <option value="all">
              All {alike.length} of the type {alike[0]?.typeLabel.toLowerCase()}
            </option>
          ) : null}
          {others.map(({ id, name, typeLabel }) => (
            <option key={id} value={`=${id}`}>
              {typeLabel}: {name}
            </option>
          ))}
        </Select>
      </Field>
      {chosen.length > 0 ? (
        <ul aria-label={`Components meant by ${label}`} className="flex flex-wrap gap-1.5">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              {isDisabled ? (
                name
              ) : (
                <Chip
                  removeLabel={`Take ${name} away from ${label}`}
                  onRemove={() => {
                    const left = chosen.filter((one) => one.id !== id).map((one) => one.id)
                    void say(left.length > 0 ? left : null)
                  }}
                >
                  {name}
                </Chip>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
