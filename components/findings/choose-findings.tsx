'use client'

import { useState } from 'react'
import { loadScans } from '@/components/findings/scans-store'
import { mitigationEdit } from '@/components/threats/decisions'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { chooseFindingsAction } from '@/lib/actions/findings'
import type { Ranked } from '@/lib/analysis/findings/rank-findings'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'

const PROPOSED = 5

type ChooseFindingsProps = {
  ranked: readonly Ranked[]
  selected: ReadonlySet<string>
  onSelected: (selected: ReadonlySet<string>) => void
}

/** Proposes what to fix by the risk that it removes, and takes what people choose, with why. */
export function ChooseFindings({ ranked, selected, onSelected }: ChooseFindingsProps) {
  const store = useModelStore()
  const modelId = useModel((state) => state.modelId)
  const canEdit = useModel((state) => state.canEdit)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const proposal = ranked.filter(({ removed }) => removed > 0).slice(0, PROPOSED)
  const chosen = ranked.filter(({ finding }) => selected.has(finding.finding))
  const risk = chosen.reduce((sum, { removed }) => sum + removed, 0)
  if (!canEdit || ranked.length === 0) return null

  const save = async () => {
    const findings = chosen.map(({ finding }) => finding.finding)
    const answer = await chooseFindingsAction({ id: modelId, findings, reason: reason.trim() })
    if (!answer.ok) return toast({ title: answer.sentence, tone: 'danger' })
    plan()
    await loadScans(modelId, true)
    setAsking(false)
    setReason('')
    onSelected(new Set())
    toast({ title: `${findings.length} chosen to be fixed.` })
  }

  /** What repairs a chosen finding is planned, where nobody has said anything of it yet. */
  const plan = () => {
    const { model, actor, apply } = store.getState()
    const stamp = { name: actor.name, now: new Date().toISOString() }
    const planned = new Map(
      chosen.flatMap(({ finding: { elementId, mitigationIds } }) => {
        const [mitigationId] = mitigationIds
        if (elementId === null || mitigationId === undefined) return []
        const of = { elementId, mitigationId }
        const key = mitigationKey(of)
        return entryOf(model.mitigationStates, key)
          ? []
          : [[key, mitigationEdit(of, 'planned', reason, undefined, stamp)] as const]
      }),
    )
    if (planned.size > 0) apply('Plan what repairs the chosen findings', [...planned.values()])
  }

  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2 text-sm">
      {chosen.length > 0 ? (
        <>
          <p className="tabular">
            {chosen.length} selected{risk > 0 ? `, removing risk ${risk}` : ''}
          </p>
          <Button size="sm" variant="primary" onClick={() => setAsking(true)}>
            Choose to fix
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onSelected(new Set())}>
            Clear
          </Button>
        </>
      ) : proposal.length > 0 ? (
        <>
          <p className="text-ink-muted">
            Fixing {proposal.length} of them would remove risk{' '}
            {proposal.reduce((sum, { removed }) => sum + removed, 0)}.
          </p>
          <Button
            size="sm"
            onClick={() => onSelected(new Set(proposal.map(({ finding }) => finding.finding)))}
          >
            Select these {proposal.length}
          </Button>
        </>
      ) : (
        <p className="text-ink-muted">Select findings to choose what is fixed first.</p>
      )}
      <Dialog
        title={`Fix ${chosen.length} ${chosen.length === 1 ? 'finding' : 'findings'}`}
        isOpen={isAsking}
        onOpenChange={setAsking}
        footer={
          <Button variant="primary" disabled={reason.trim() === ''} onClick={() => void save()}>
            Choose to fix
          </Button>
        }
      >
        <Field label="Why these" isRequired hint="It stands in the report beside what was done.">
          <Textarea
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </Dialog>
    </div>
  )
}
