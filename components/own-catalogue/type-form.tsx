'use client'

import { useMemo, useState } from 'react'
import { EntryField } from '@/components/own-catalogue/entry-field'
import { EntryForm, type EntryFormProps } from '@/components/own-catalogue/entry-form'
import { ownIdFor } from '@/components/own-catalogue/own-id'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ComponentType } from '@/lib/catalogue/entries'
import type { OwnType } from '@/lib/catalogue/own/own-catalogue'

const kinds: Record<ComponentType['kind'], string> = {
  process: 'Process: something that runs',
  store: 'Store: something that keeps data',
  external: 'Outside party',
  boundary: 'Boundary: something that others stand in',
}

type TypeFormProps = EntryFormProps & { type: OwnType | undefined; catalogue: Catalogue }

/** An own component type; like one of the catalogue, it has that one's facts, relations and threats as well. */
export function TypeForm({ type, catalogue, ...form }: TypeFormProps) {
  const [draft, setDraft] = useState({
    label: type?.label ?? '',
    plural: type?.plural ?? '',
    like: type?.like ?? '',
    kind: type?.kind ?? ('process' as ComponentType['kind']),
    help: type?.help ?? '',
  })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const types = useMemo(
    () =>
      catalogue.pack.componentTypes
        .filter(({ id }) => !/^own/i.test(id))
        .map(({ id, label }) => ({ id, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [catalogue],
  )
  const like = catalogue.componentTypes.get(draft.like)
  const change = () => {
    const label = draft.label.trim()
    const help = draft.help.trim()
    if (!label) return { sentence: 'Give the type a name.', field: 'label' }
    if (!help) return { sentence: 'Say in a sentence what it is.', field: 'help' }
    const id = type?.id ?? ownIdFor(label, new Set(catalogue.componentTypes.keys()))
    const entry = {
      id,
      platform: like?.platform ?? 'shared',
      kind: like?.kind ?? draft.kind,
      label,
      plural: draft.plural.trim() || `${label}s`,
      icon: type?.icon ?? like?.icon ?? 'box',
      allowedParents: type?.allowedParents ?? [],
      attributes: type?.attributes ?? {},
      help: help.endsWith('.') ? help : `${help}.`,
      ...(draft.like !== '' && { like: draft.like }),
    }
    return { do: 'put', list: 'componentTypes', entry } as const
  }
  return (
    <EntryForm
      {...form}
      label="Own type"
      list="componentTypes"
      id={type?.id}
      catalogue={catalogue}
      change={change}
    >
      <div className="flex flex-wrap gap-4">
        <EntryField name="label" label="Name" isRequired className="min-w-48 flex-1">
          <Input maxLength={60} value={draft.label} onChange={({ target }) => set({ label: target.value })} />
        </EntryField>
        <Field label="Plural" className="min-w-48 flex-1">
          <Input
            maxLength={60}
            value={draft.plural}
            onChange={({ target }) => set({ plural: target.value })}
          />
        </Field>
      </div>
      <Field
        label="It is like"
        hint="It then has the facts, the relations and the threats of that type as well, and threats of your own on top."
      >
        <Select value={draft.like} onChange={({ target }) => set({ like: target.value })}>
          <option value="">Nothing in the catalogue</option>
          {types.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {draft.like === '' ? (
        <Field label="Kind">
          <Select
            value={draft.kind}
            onChange={({ target }) => set({ kind: target.value as ComponentType['kind'] })}
          >
            {Object.entries(kinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <EntryField name="help" label="What it is" isRequired>
        <Textarea
          maxLength={1000}
          value={draft.help}
          onChange={({ target }) => set({ help: target.value })}
        />
      </EntryField>
    </EntryForm>
  )
}
