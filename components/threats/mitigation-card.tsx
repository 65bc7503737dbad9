'use client'

import { useState } from 'react'
import { snippetLabel } from '@/components/catalogue/snippet-label'
import { EvidenceFiles } from '@/components/findings/evidence-files'
import { useScansOfModel } from '@/components/findings/use-findings'
import { mitigationEdit } from '@/components/threats/decisions'
import { mitigationWords } from '@/components/threats/threat-words'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { announce } from '@/components/ui/live-region'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Mitigation } from '@/lib/catalogue/entries'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { MitigationStatus } from '@/lib/model/judgement'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'

/** One way to counter a threat: what to do, how to see that it is in place, and how far it is on this element. */
export function MitigationCard({ elementId, mitigationId }: { elementId: string; mitigationId: string }) {
  const entry = useModel((state) => state.catalogue.mitigations.get(mitigationId))
  const state = useModel(({ model }) =>
    entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId })),
  )
  const title = entry?.title ?? mitigationId
  return (
    <Disclosure
      summary={<span className="font-normal [overflow-wrap:anywhere]">{title}</span>}
      aside={state ? mitigationWords[state.status] : undefined}
      className="rounded-md border border-line"
    >
      <div className="flex flex-col gap-3 px-3 pt-1 pb-3">
        {entry ? (
          <Guidance entry={entry} />
        ) : (
          <p className="text-ink-muted">The catalogue has no entry for it.</p>
        )}
        <Progress
          key={`${state?.status}${state?.note}`}
          elementId={elementId}
          mitigationId={mitigationId}
          title={title}
        />
      </div>
    </Disclosure>
  )
}

/** What to do, with snippets to copy, how to see that it is done, and which checks it meets. */
export function Guidance({ entry }: { entry: Mitigation }) {
  return (
    <>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{entry.guidance}</p>
      {entry.snippets.map((snippet) => (
        <CodeBlock key={`${snippet.kind}${snippet.code}`} code={snippet.code} label={snippetLabel(snippet)} />
      ))}
      {entry.verify ? (
        <div>
          <h4 className="font-medium text-ink-muted text-xs">How to see that it is in place</h4>
          <p className="[overflow-wrap:anywhere]">{entry.verify}</p>
        </div>
      ) : null}
      <Controls keys={entry.controls} />
    </>
  )
}

/** The checks of outside benchmarks that the mitigation meets, each with its number in the newest version we know. */
function Controls({ keys }: { keys: readonly string[] }) {
  const controls = useModel((state) => state.catalogue.controls)
  if (keys.length === 0) return null
  return (
    <div>
      <h4 className="font-medium text-ink-muted text-xs">Controls it meets</h4>
      <ul className="mt-0.5 flex flex-col gap-0.5">
        {keys.map((key) => {
          const control = controls.get(key)
          const [version, number] = Object.entries(control?.numbers ?? {}).at(-1) ?? []
          return (
            <li key={key} className="flex flex-wrap gap-x-1.5 text-xs">
              <span className="tabular font-mono text-ink-muted">
                {number ? `${version} ${number}` : key}
              </span>
              {control ? <span>{control.label}</span> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Progress({
  elementId,
  mitigationId,
  title,
}: {
  elementId: string
  mitigationId: string
  title: string
}) {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  const state = useModel(({ model }) =>
    entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId })),
  )
  const [note, setNote] = useState(state?.note ?? '')
  const about = mitigationKey({ elementId, mitigationId })
  const { scans } = useScansOfModel()
  const files = scans.evidence.filter((file) => file.about === about).map(({ id }) => id)
  const evidence = [...new Set([...(state?.evidence ?? []), ...files])].slice(0, 20)
  const save = (status: MitigationStatus | '') => {
    const { actor, apply } = store.getState()
    const stamp = { name: actor.name, now: new Date().toISOString() }
    const edit = mitigationEdit({ elementId, mitigationId }, status, note, state, stamp, evidence)
    if (apply(`Set mitigation: ${title}`.slice(0, 200), [edit])) {
      announce(`${title}: ${status === '' ? 'not set' : mitigationWords[status]}.`)
    }
  }
  return (
    <div className="flex flex-col gap-3 border-line border-t pt-3">
      <Field
        label="Status of this mitigation here"
        hint="Verified takes evidence: a scan in which its checks pass, or an attached file."
      >
        <Select
          size="sm"
          className="w-44!"
          disabled={!canEdit}
          value={state?.status ?? ''}
          onChange={({ target }) => save(target.value as MitigationStatus | '')}
        >
          <option value="">Not set</option>
          {MitigationStatus.options.map((status) => (
            <option
              key={status}
              value={status}
              disabled={status === 'verified' && state?.status !== 'verified' && files.length === 0}
            >
              {mitigationWords[status]}
            </option>
          ))}
        </Select>
      </Field>
      {state ? (
        <Field label="Note">
          <Textarea
            rows={2}
            maxLength={4000}
            readOnly={!canEdit}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      ) : null}
      {state && note.trim() !== (state.note ?? '') ? (
        <Button size="sm" className="self-start" onClick={() => save(state.status)}>
          Save note
        </Button>
      ) : null}
      <EvidenceFiles about={about} />
    </div>
  )
}
