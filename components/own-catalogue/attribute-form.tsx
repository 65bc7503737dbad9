'use client'

import { useMemo, useState } from 'react'
import { ChooseMany } from '@/components/own-catalogue/choose-many'
import { EntryField } from '@/components/own-catalogue/entry-field'
import { EntryForm, type EntryFormProps } from '@/components/own-catalogue/entry-form'
import { ownAttributeIdFor } from '@/components/own-catalogue/own-id'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Attribute } from '@/lib/catalogue/entries'

const kinds: Record<Attribute['type'], string> = {
  boolean: 'Yes or no',
  enum: 'One of several values',
  number: 'A number',
  text: 'A text',
  list: 'A list',
  quantity: 'An amount, such as 300M',
}

type AttributeFormProps = EntryFormProps & {
  attribute: Attribute | undefined
  uses: readonly string[]
  catalogue: Catalogue
}

/** An own attribute: a question, its answers, and the types that it is asked of. */
export function AttributeForm({ attribute, uses, catalogue, ...form }: AttributeFormProps) {
  const [draft, setDraft] = useState({
    label: attribute?.label ?? '',
    question: attribute?.question ?? '',
    type: attribute?.type ?? ('boolean' as Attribute['type']),
    values: attribute?.values?.join(', ') ?? '',
    group: attribute?.group ?? 'Own',
    types: [...uses],
  })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const types = useMemo(
    () =>
      [...catalogue.pack.componentTypes, ...catalogue.pack.flowTypes]
        .filter(({ id }) => !/^own/i.test(id))
        .map(({ id, label }) => ({ id, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [catalogue],
  )
  const change = () => {
    const label = draft.label.trim()
    const question = draft.question.trim()
    if (!label) return { sentence: 'Give the fact a name.', field: 'label' }
    if (!question.endsWith('?'))
      return { sentence: 'Write the question that settles it, with a question mark.', field: 'question' }
    const values = [...new Set(draft.values.split(',').map((value) => value.trim()))].filter(
      (value) => value !== '',
    )
    if (draft.type === 'enum' && values.length < 2)
      return { sentence: 'Name at least two values, separated by commas.', field: 'values' }
    if (draft.types.length === 0) return { sentence: 'Choose the types that it can be asked of.' }
    const id = attribute?.id ?? ownAttributeIdFor(label, new Set(catalogue.attributes.keys()))
    const entry = {
      ...(attribute?.help !== undefined && { help: attribute.help }),
      id,
      label,
      question,
      type: draft.type,
      ...(draft.type === 'enum' && { values }),
      group: draft.group.trim() || 'Own',
    }
    return { do: 'put', list: 'attributes', entry, uses: draft.types } as const
  }
  return (
    <EntryForm
      {...form}
      label="Own fact"
      list="attributes"
      id={attribute?.id}
      catalogue={catalogue}
      change={change}
    >
      <EntryField name="label" label="Name" isRequired hint="As it stands beside its value: “Backup tested”.">
        <Input maxLength={80} value={draft.label} onChange={({ target }) => set({ label: target.value })} />
      </EntryField>
      <EntryField
        name="question"
        label="Question"
        isRequired
        hint="What people are asked while nobody knows: “Was the backup tested this year?”"
      >
        <Input
          maxLength={300}
          value={draft.question}
          onChange={({ target }) => set({ question: target.value })}
        />
      </EntryField>
      <div className="flex flex-wrap gap-4">
        <Field label="Answers" className="min-w-48 flex-1">
          <Select
            value={draft.type}
            onChange={({ target }) => set({ type: target.value as Attribute['type'] })}
          >
            {Object.entries(kinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Group" className="min-w-48 flex-1" hint="The heading that it stands under.">
          <Input maxLength={40} value={draft.group} onChange={({ target }) => set({ group: target.value })} />
        </Field>
      </div>
      {draft.type === 'enum' ? (
        <EntryField name="values" label="Values" isRequired hint="Separated by commas, most common first.">
          <Input value={draft.values} onChange={({ target }) => set({ values: target.value })} />
        </EntryField>
      ) : null}
      <ChooseMany
        label="Asked of these types"
        isRequired
        removes="Remove the type"
        options={types}
        chosen={draft.types}
        onChange={(chosen) => set({ types: chosen })}
      />
    </EntryForm>
  )
}
