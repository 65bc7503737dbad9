'use client'

import { useState } from 'react'
import { ImportProgress } from '@/components/imports/import-progress'
import { useImport } from '@/components/imports/import-store'
import { PlanView } from '@/components/imports/plan-view'
import { commitLabel } from '@/components/imports/plan-words'
import { useCommitPlan } from '@/components/imports/use-commit-plan'
import { useGiveUp } from '@/components/imports/use-give-up'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Sheet } from '@/components/ui/sheet'
import { useModel } from '@/lib/client/model-provider'

/** An import from reading to committing: a small dialog while it works, then the plan. On every page of a model. */
export function ImportSheet() {
  const modelId = useModel((state) => state.modelId)
  const { current } = useImport()
  const commit = useCommitPlan()
  const [removesGone, setRemovesGone] = useState(false)
  const giveUp = useGiveUp()
  const closing = (isOpen: boolean) => {
    if (!isOpen) giveUp()
  }
  if (current.step === 'idle' || current.modelId !== modelId) return null
  if (current.step === 'planned') {
    const { plan, names, hasMore } = current
    const removes = removesGone && plan.gone.length > 0
    const label = commitLabel(plan, removes)
    return (
      <Sheet
        size="xl"
        isOpen
        onOpenChange={closing}
        title={titleOf(names, plan.outcomes?.length)}
        description={label ? 'Nothing has changed yet. This is what the import will do.' : undefined}
        footer={
          <>
            <Button onClick={giveUp}>{label ? 'Cancel' : 'Close'}</Button>
            {label ? (
              <Button variant="primary" onClick={() => commit(plan, removes)}>
                {label}
              </Button>
            ) : null}
          </>
        }
      >
        <PlanView plan={plan} hasMore={hasMore} removesGone={removes} onRemovesGone={setRemovesGone} />
      </Sheet>
    )
  }
  const hasFailed = current.step === 'failed'
  return (
    <Dialog
      size="sm"
      isOpen
      onOpenChange={closing}
      title={hasFailed ? 'The import stopped' : 'Import'}
      footer={<Button onClick={giveUp}>{hasFailed ? 'Close' : 'Cancel'}</Button>}
    >
      {current.step === 'failed' ? (
        <Callout tone="danger" title="Nothing was changed">
          {current.sentence}
        </Callout>
      ) : (
        <ImportProgress state={current} />
      )}
    </Dialog>
  )
}

/** Many files are counted as the list of what became of them counts. */
function titleOf(names: readonly string[], read = names.length): string {
  const [first, ...others] = names
  if (!first) return 'Import plan'
  return others.length === 0
    ? `Import ${first.split('/').at(-1)}`
    : `Import ${Math.max(read, names.length)} files`
}
