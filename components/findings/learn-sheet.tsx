'use client'

import { Origin } from '@/components/threats/origin'
import { mitigationWords } from '@/components/threats/threat-words'
import { useElementWords } from '@/components/threats/use-element-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet'
import { toast } from '@/components/ui/toast'
import { type Learnt, learnEdits } from '@/lib/analysis/findings/learn-facts'
import { type Proof, proofEdits } from '@/lib/analysis/findings/prove-mitigations'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute } from '@/lib/analysis/words/name-element'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { RunHead } from '@/lib/model/scan-run'

type LearnSheetProps = {
  isOpen: boolean
  onClose: () => void
  run: RunHead
  learnt: readonly Learnt[]
  proofs: readonly Proof[]
}

/** What a run would teach the model: looked at first, then committed exactly as it is shown, as one change. */
export function LearnSheet({ isOpen, onClose, run, learnt, proofs }: LearnSheetProps) {
  const store = useModelStore()
  const catalogue = useModel((state) => state.catalogue)
  const wordsOf = useElementWords()
  const checkName = (key: string) => catalogue.controls.get(key)?.label ?? key
  const edits = [...learnEdits(learnt, run), ...proofEdits(proofs, run.id)]
  const conflicts = learnt.filter(({ contradicts }) => contradicts.length > 0)
  const commit = () => {
    const label = `Learn from run ${run.number} of ${run.tool}`
    if (store.getState().apply(label, edits, { atomic: true }))
      toast({ title: `${label}.`, action: { label: 'Undo', onClick: () => store.getState().undo() } })
    onClose()
  }
  return (
    <Sheet
      size="lg"
      isOpen={isOpen}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={`What run ${run.number} teaches`}
      description="Nothing has changed yet. A scan outranks files, and people outrank scans."
      footer={
        <>
          <Button onClick={onClose}>{edits.length > 0 ? 'Cancel' : 'Close'}</Button>
          {edits.length > 0 ? (
            <Button variant="primary" onClick={commit}>
              Commit {countOf(edits.length, 'change')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {edits.length === 0 ? (
          <Callout title="There is nothing new in it">
            {learnt.length > 0
              ? 'The model knows all of it already.'
              : 'None of its checks tells a fact of a component in this model. Place what could not be placed first.'}
          </Callout>
        ) : null}
        {conflicts.length > 0 ? (
          <Callout
            tone="warning"
            title={`${formatCount(conflicts.length)} contradict what files or people say`}
          >
            They are marked below. The scan counts before files; look which of them is out of date.
          </Callout>
        ) : null}
        {proofs.length > 0 ? (
          <section aria-label="Mitigations">
            <h3 className="mb-1 font-semibold text-sm">Mitigations</h3>
            <ul className="flex flex-col divide-y divide-line">
              {proofs.map(({ state, verdict, keys }) => (
                <li key={`${state.mitigationId}|${state.elementId}`} className="py-1.5">
                  <p>
                    {catalogue.mitigations.get(state.mitigationId)?.title ?? state.mitigationId}, on{' '}
                    {wordsOf(state.elementId).name}
                  </p>
                  <p className="text-ink-muted text-xs">
                    {mitigationWords[state.status]} becomes{' '}
                    {verdict === 'pass'
                      ? 'verified, because these checks pass'
                      : 'planned again, because these checks fail'}
                    : {keys.map(checkName).join(', ')}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-label="Facts">
          {learnt.length > 0 ? <h3 className="mb-1 font-semibold text-sm">Facts</h3> : null}
          <ul className="flex flex-col divide-y divide-line">
            {learnt.map(({ elementId, attribute, value, verdict, key, line, contradicts }) => (
              <li key={`${elementId}|${attribute}`} className="py-1.5">
                <p className="flex flex-wrap items-center gap-x-2">
                  <span>
                    {wordsOf(elementId).name}, {nameAttribute(attribute, catalogue)}:{' '}
                    <strong className="font-semibold">{formatValue(value)}</strong>
                  </span>
                  <Badge tone={verdict === 'fail' ? 'danger' : 'success'}>
                    {verdict === 'fail' ? 'Failed' : 'Passed'}
                  </Badge>
                  {contradicts.length > 0 ? <Badge tone="warning">Conflict</Badge> : null}
                </p>
                <p title={key} className="text-ink-muted text-xs">
                  {checkName(key)}, line {line}
                </p>
                {contradicts.map((fact) => (
                  <p key={fact.origin} className="flex flex-wrap gap-x-1.5 text-xs">
                    But {formatValue(fact.value)}, says <Origin origin={fact.origin} source={fact.source} />
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Sheet>
  )
}
