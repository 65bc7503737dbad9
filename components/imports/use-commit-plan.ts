'use client'

import { useRouter } from 'next/navigation'
import { giveUpImport } from '@/components/imports/import-store'
import { commitLabel, committedSentence } from '@/components/imports/plan-words'
import { toast } from '@/components/ui/toast'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import { removalEdits } from '@/lib/model/removal'
import type { ThreatModel } from '@/lib/model/threat-model'

/** Applies exactly the change that was looked at. If the model moved on meanwhile, says so and changes nothing. */
export function useCommitPlan(): (plan: ImportPlan, removesGone: boolean) => void {
  const store = useModelStore()
  const modelId = useModel((state) => state.modelId)
  const router = useRouter()
  return (plan, removesGone) => {
    if (!plan.change && !removesGone) return
    const { model, apply } = store.getState()
    const edits = removesGone ? editsWithRemoval(model, plan) : (plan.change?.edits ?? [])
    const label = removesGone ? (commitLabel(plan, true) ?? '') : (plan.change?.label ?? '')
    if (!apply(label, edits, { atomic: true })) {
      toast({
        title: 'The model was changed after this plan was made, so nothing was imported.',
        description: 'Cancel and drop the files again for a new plan.',
        tone: 'danger',
      })
      return
    }
    giveUpImport()
    toast({ title: committedSentence(plan, removesGone) })
    router.push(`/models/${encodeURIComponent(modelId)}/canvas`)
  }
}

/** All that the plan does, and then the removal of what is gone. */
function editsWithRemoval(model: ThreatModel, { change, gone }: ImportPlan): Edit[] {
  const after = change ? applyChange(model, change).model : model
  return [...(change?.edits ?? []), ...removalEdits(after, new Set(gone.map(({ elementId }) => elementId)))]
}
