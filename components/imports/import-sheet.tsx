'use client'

import { ImportProgress } from '@/components/imports/import-progress'
import { useImport } from '@/components/imports/import-store'
import { PlanView } from '@/components/imports/plan-view'
import { commitLabel } from '@/components/imports/plan-words'
import { useCommitPlan } from '@/components/imports/use-commit-plan'
import { useGiveUp } from '@/components/imports/use-give-up'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Sheet } from '@/components/ui/sheet'
import { useModel } from '@/lib/client/model-provider'

/** An import from reading to committing, over the model's page. Stands on every page of a model. */
export function ImportSheet() {
  const modelId = useModel((state) => state.modelId)
  const { current } = useImport()
  const commit = useCommitPlan()
  const giveUp = useGiveUp()
  const isMine = current.step !== 'idle' && current.modelId === modelId
  const label = current.step === 'planned' ? commitLabel(current.plan) : undefined

  return (
    <Sheet
      size={current.step === 'planned' ? 'xl' : 'md'}
      isOpen={isMine}
      onOpenChange={(isOpen) => {
        if (!isOpen) giveUp()
      }}
      title={titleOf(current)}
      description={
        current.step === 'planned' && label
          ? 'Nothing has changed yet. This is what the import will do.'
          : undefined
      }
      footer={
        <>
          <Button onClick={giveUp}>{current.step === 'planned' && !label ? 'Close' : 'Cancel'}</Button>
          {current.step === 'planned' && label ? (
            <Button variant="primary" onClick={() => commit(current.plan)}>
              {label}
            </Button>
          ) : null}
        </>
      }
    >
      {current.step === 'reading' || current.step === 'planning' ? <ImportProgress state={current} /> : null}
      {current.step === 'failed' ? (
        <ErrorState title="The import stopped">{current.sentence}</ErrorState>
      ) : null}
      {current.step === 'planned' ? <PlanView plan={current.plan} hasMore={current.hasMore} /> : null}
    </Sheet>
  )
}

function titleOf(current: ReturnType<typeof useImport.getState>['current']): string {
  if (current.step !== 'planned') return 'Import'
  const [first, ...others] = current.names
  if (!first) return 'Import plan'
  const name = first.split('/').at(-1)
  return others.length === 0 ? `Import ${name}` : `Import ${others.length + 1} files`
}
