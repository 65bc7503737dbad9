'use client'

import { useMemo, useState } from 'react'
import { attachable, attachmentOf } from '@/components/threats/own-threat'
import { OwnThreatForm } from '@/components/threats/own-threat-form'
import { useElementWords } from '@/components/threats/use-element-words'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StrideLetters } from '@/components/ui/stride'
import { toast } from '@/components/ui/toast'
import { severityOf } from '@/lib/catalogue/severity'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { newId } from '@/lib/client/new-id'
import { elementOf } from '@/lib/model/element-of'
import type { OwnThreat } from '@/lib/model/judgement'
import { attachedThreatId, decisionKey } from '@/lib/model/keys'

type AttachDialogProps = {
  isOpen: boolean
  onClose: () => void
  /** The component or flow it is about; without it, it is chosen here. */
  elementId?: string | undefined
  /** Gets the key of the new row. */
  onAttached?: (key: string) => void
}

/** Puts a threat on a component by hand: one of the catalogue's, or one of one's own. */
export function AttachDialog({ isOpen, onClose, elementId, onAttached }: AttachDialogProps) {
  return (
    <Dialog
      title="Add a threat"
      description="The catalogue raises what the facts show. Add here what only people know."
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      size="lg"
    >
      {isOpen ? <Attach elementId={elementId} onClose={onClose} onAttached={onAttached} /> : null}
    </Dialog>
  )
}

type AttachProps = Pick<AttachDialogProps, 'elementId' | 'onClose'> & {
  onAttached: AttachDialogProps['onAttached']
}

function Attach({ elementId, onClose, onAttached }: AttachProps) {
  const store = useModelStore()
  const [chosenId, setChosen] = useState(elementId ?? store.getState().selectedId ?? '')
  const [kind, setKind] = useState<'catalogue' | 'own'>('catalogue')

  const attach = (what: { threatId: string } | { own: OwnThreat }, title: string) => {
    const { actor, apply } = store.getState()
    const stamp = { name: actor.name, now: new Date().toISOString() }
    const attachment = attachmentOf(what, { id: newId(), elementId: chosenId }, stamp)
    if (!apply(`Add threat: ${title}`.slice(0, 200), [{ type: 'attach', attachment }])) return
    toast({ title: `Added: ${title}.` })
    onClose()
    onAttached?.(decisionKey({ threatId: attachedThreatId(attachment), elementId: chosenId }))
  }
  return (
    <div className="flex flex-col gap-4">
      {elementId === undefined ? <ElementChoice value={chosenId} onChange={setChosen} /> : null}
      <Segmented
        label="Kind of threat"
        value={kind}
        options={[
          { value: 'catalogue', label: 'From the catalogue' },
          { value: 'own', label: 'One of my own' },
        ]}
        onChange={setKind}
        className="self-start"
      />
      {chosenId === '' ? (
        <p className="text-ink-muted">Choose a component first.</p>
      ) : kind === 'own' ? (
        <OwnThreatForm onSubmit={(own) => attach({ own }, own.title)} />
      ) : (
        <CatalogueChoice elementId={chosenId} onChoose={(threatId, title) => attach({ threatId }, title)} />
      )}
    </div>
  )
}

function ElementChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const components = useModel((state) => state.model.components)
  const flows = useModel((state) => state.model.flows)
  const wordsOf = useElementWords()
  const byName = (a: { id: string }, b: { id: string }) =>
    wordsOf(a.id).name.localeCompare(wordsOf(b.id).name)
  const options = (elements: readonly { id: string }[]) =>
    [...elements].sort(byName).map(({ id }) => (
      <option key={id} value={id}>
        {wordsOf(id).name} ({wordsOf(id).typeLabel})
      </option>
    ))
  return (
    <Field label="Component or data flow">
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">Choose one</option>
        <optgroup label="Components">{options(Object.values(components))}</optgroup>
        <optgroup label="Data flows">{options(Object.values(flows))}</optgroup>
      </Select>
    </Field>
  )
}

type CatalogueChoiceProps = { elementId: string; onChoose: (threatId: string, title: string) => void }

function CatalogueChoice({ elementId, onChoose }: CatalogueChoiceProps) {
  const catalogue = useModel((state) => state.catalogue)
  const type = useModel((state) => elementOf(state.model, elementId)?.type ?? '')
  const rows = useModel((state) => state.index.byElement.get(elementId))
  const [typed, setTyped] = useState('')
  const found = useMemo(
    () => attachable(catalogue, type, new Set((rows ?? []).map((row) => row.threatId)), typed),
    [catalogue, type, rows, typed],
  )
  return (
    <div className="flex flex-col gap-3">
      <SearchInput label="Search the catalogue" value={typed} onValueChange={setTyped} />
      {found.length === 0 ? (
        <EmptyState level={3} title={typed === '' ? 'Nothing left to add' : 'No threat fits these words'}>
          {typed === ''
            ? 'Every catalogue threat for this type is on it already. Write one of your own instead.'
            : 'Try fewer words, or write one of your own.'}
        </EmptyState>
      ) : (
        <ul aria-label="Threats that fit" className="flex flex-col">
          {found.map((threat) => (
            <li key={threat.id}>
              <button
                type="button"
                onClick={() => onChoose(threat.id, threat.title)}
                className="-mx-2 flex w-[calc(100%+1rem)] flex-col gap-1 rounded-md px-2 py-2 text-left hover:bg-hover"
              >
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{threat.title}</span>
                  <SeverityBadge severity={severityOf(threat.likelihood, threat.impact)} look="plain" />
                  <StrideLetters letters={threat.stride} />
                </span>
                <span className="line-clamp-2 text-ink-muted text-xs">{threat.description}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
