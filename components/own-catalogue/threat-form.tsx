'use client'

import { useMemo, useState } from 'react'
import { ChooseMany } from '@/components/own-catalogue/choose-many'
import { EntryField } from '@/components/own-catalogue/entry-field'
import { EntryForm, type EntryFormProps } from '@/components/own-catalogue/entry-form'
import { ownIdFor } from '@/components/own-catalogue/own-id'
import { TargetEditor } from '@/components/own-catalogue/target-editor'
import { draftOf, emptyTarget, entryOf, type ThreatDraft } from '@/components/own-catalogue/threat-draft'
import { levelWords } from '@/components/threats/threat-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { strideLook, strideNames } from '@/components/ui/stride'
import { Textarea } from '@/components/ui/textarea'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Threat } from '@/lib/catalogue/entries'
import { severityOf } from '@/lib/catalogue/severity'

type ThreatFormProps = EntryFormProps & { threat: Threat | undefined; catalogue: Catalogue }

/** An own threat: what can happen, on what, when it is raised and what counters it. */
export function ThreatForm({ threat, catalogue, ...form }: ThreatFormProps) {
  const [draft, setDraft] = useState<ThreatDraft>(() => draftOf(threat))
  const set = (part: Partial<ThreatDraft>) => setDraft((before) => ({ ...before, ...part }))
  const mitigations = useMemo(
    () =>
      catalogue.pack.mitigations
        .map(({ id, title }) => ({ id, label: title }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [catalogue],
  )
  const change = () => {
    const id = threat?.id ?? ownIdFor(draft.title, new Set(catalogue.threats.keys()))
    const made = entryOf(draft, id, threat)
    return 'sentence' in made ? made : ({ do: 'put', list: 'threats', entry: made.entry } as const)
  }
  const level = (field: 'likelihood' | 'impact', label: string) => (
    <Field label={label} className="min-w-32 flex-1">
      <Select value={draft[field]} onChange={({ target }) => set({ [field]: Number(target.value) })}>
        {[1, 2, 3, 4, 5].map((value) => (
          <option key={value} value={value}>
            {value}, {levelWords(value)}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <EntryForm
      {...form}
      label="Own threat"
      list="threats"
      id={threat?.id}
      catalogue={catalogue}
      change={change}
    >
      <EntryField name="title" label="Title" isRequired hint="Short, like a headline, without a full stop.">
        <Input maxLength={90} value={draft.title} onChange={({ target }) => set({ title: target.value })} />
      </EntryField>
      <EntryField
        name="description"
        label="Description"
        isRequired
        hint="Who can do what, through which weakness, with what effect."
      >
        <Textarea
          maxLength={800}
          value={draft.description}
          onChange={({ target }) => set({ description: target.value })}
        />
      </EntryField>
      <fieldset>
        <legend className="mb-1.5 font-medium text-sm">
          STRIDE <span className="font-normal text-ink-muted">(one to three)</span>
        </legend>
        <div className="grid grid-cols-1 sm:grid-cols-2">
          {strideNames.map((letter) => (
            <Checkbox
              key={letter}
              label={strideLook[letter].label}
              checked={draft.stride.includes(letter)}
              onChange={({ target }) =>
                set({
                  stride: strideNames.filter((other) =>
                    other === letter ? target.checked : draft.stride.includes(other),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-end gap-4">
        {level('likelihood', 'Likelihood')}
        {level('impact', 'Impact')}
        <span className="flex h-8 items-center">
          <SeverityBadge severity={severityOf(draft.likelihood, draft.impact)} />
        </span>
      </div>
      <EntryField name="riskReason" label="Why this likely and this bad" isRequired>
        <Textarea
          rows={2}
          maxLength={400}
          value={draft.riskReason}
          onChange={({ target }) => set({ riskReason: target.value })}
        />
      </EntryField>
      {draft.targets.map((target, index) => (
        <TargetEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: targets have no ids; their fields hold no state of their own.
          key={index}
          number={draft.targets.length > 1 ? index + 1 : undefined}
          target={target}
          catalogue={catalogue}
          onChange={(next) =>
            set({ targets: draft.targets.map((other, at) => (at === index ? next : other)) })
          }
          onRemove={
            draft.targets.length > 1
              ? () => set({ targets: draft.targets.filter((_, at) => at !== index) })
              : undefined
          }
        />
      ))}
      <Button className="self-start" onClick={() => set({ targets: [...draft.targets, emptyTarget] })}>
        Other conditions for other types
      </Button>
      <ChooseMany
        label="What counters it"
        isRequired
        hint="Mitigations of the catalogue, or your own."
        removes="Remove the mitigation"
        options={mitigations}
        chosen={draft.mitigations}
        onChange={(chosen) => set({ mitigations: chosen })}
      />
    </EntryForm>
  )
}
