'use client'

import { useRouter } from 'next/navigation'
import { giveUpImport } from '@/components/imports/import-store'
import { committedSentence } from '@/components/imports/plan-words'
import { toast } from '@/components/ui/toast'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { ImportPlan } from '@/lib/importers/import-plan'

/** Applies exactly the change that was looked at. If the model moved on meanwhile, says so and changes nothing. */
export function useCommitPlan(): (plan: ImportPlan) => void {
  const store = useModelStore()
  const modelId = useModel((state) => state.modelId)
  const router = useRouter()
  return (plan) => {
    if (!plan.change) return
    const { label, edits, atomic } = plan.change
    if (!store.getState().apply(label, edits, { atomic })) {
      toast({
        title: 'The model was changed after this plan was made, so nothing was imported.',
        description: 'Cancel and drop the files again for a new plan.',
        tone: 'danger',
      })
      return
    }
    giveUpImport()
    toast({ title: committedSentence(plan) })
    router.push(`/models/${encodeURIComponent(modelId)}/canvas`)
  }
}
