'use client'

import { useState } from 'react'
import { EntryField } from '@/components/own-catalogue/entry-field'
import { EntryForm, type EntryFormProps } from '@/components/own-catalogue/entry-form'
import { ownIdFor } from '@/components/own-catalogue/own-id'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { type Mitigation, Snippet } from '@/lib/catalogue/entries'

type MitigationFormProps = EntryFormProps & { mitigation: Mitigation | undefined; catalogue: Catalogue }

/** An own mitigation: what to do, a snippet, how to see that it is in place. */
export function MitigationForm({ mitigation, catalogue, ...form }: MitigationFormProps) {
  const [first, ...others] = mitigation?.snippets ?? []
  const [draft, setDraft] = useState({
    title: mitigation?.title ?? '',
    guidance: mitigation?.guidance ?? '',
    verify: mitigation?.verify ?? '',
    kind: first?.kind ?? ('compose' as Mitigation['snippets'][number]['kind']),
    code: first?.code ?? '',
  })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const change = () => {
    const title = draft.title.trim()
    const guidance = draft.guidance.trim()
    const verify = draft.verify.trim()
    if (!title) return { sentence: 'Give the mitigation a title.', field: 'title' }
    if (!guidance) return { sentence: 'Say what to do.', field: 'guidance' }
    const id = mitigation?.id ?? ownIdFor(title, new Set(catalogue.mitigations.keys()))
    const snippet = { ...first, kind: draft.kind, code: draft.code }
    const entry = {
      id,
      title,
      guidance,
      snippets: draft.code.trim() === '' ? others : [snippet, ...others],
      ...(verify !== '' && { verify }),
      controls: mitigation?.controls ?? [],
      references: mitigation?.references ?? {},
    }
    return { do: 'put', list: 'mitigations', entry } as const
  }
  return (
    <EntryForm
      {...form}
      label="Own mitigation"
      list="mitigations"
      id={mitigation?.id}
      catalogue={catalogue}
      change={change}
    >
      <EntryField name="title" label="Title" isRequired hint="What to do, without a full stop.">
        <Input maxLength={90} value={draft.title} onChange={({ target }) => set({ title: target.value })} />
      </EntryField>
      <EntryField name="guidance" label="Guidance" isRequired hint="Full sentences.">
        <Textarea
          maxLength={1500}
          value={draft.guidance}
          onChange={({ target }) => set({ guidance: target.value })}
        />
      </EntryField>
      <Field label="Snippet for">
        <Select
          className="w-48!"
          value={draft.kind}
          onChange={({ target }) => set({ kind: target.value as typeof draft.kind })}
        >
          {Snippet.shape.kind.options.map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Snippet" hint="To be copied as it stands.">
        <Textarea
          maxLength={4000}
          className="font-mono text-xs"
          value={draft.code}
          onChange={({ target }) => set({ code: target.value })}
        />
      </Field>
      <Field label="How to see that it is in place">
        <Textarea
          maxLength={800}
          rows={2}
          value={draft.verify}
          onChange={({ target }) => set({ verify: target.value })}
        />
      </Field>
    </EntryForm>
  )
}
