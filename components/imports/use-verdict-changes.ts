'use client'

import { useEffect, useState } from 'react'
import { analyse } from '@/lib/analysis/analyse'
import { compareVerdicts, type VerdictChanges } from '@/lib/analysis/compare-verdicts'
import { useModel } from '@/lib/client/model-provider'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { applyChange } from '@/lib/model/apply-change'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The model as it will be, and what the plan does to its threats; undefined until it is worked out. */
export type PlannedState = { after: ThreatModel; changes: VerdictChanges }

/** Works out what committing the plan does to the threats. The plan is shown before: a large model takes a second. */
export function useVerdictChanges(plan: ImportPlan): PlannedState | undefined {
  const model = useModel((state) => state.model)
  const analysis = useModel((state) => state.index.analysis)
  const [state, setState] = useState<PlannedState>()
  useEffect(() => {
    if (!plan.change) return
    const { change } = plan
    const timer = setTimeout(() => {
      const after = applyChange(model, change).model
      const next = analyse(after, analysis.catalogue, analysis)
      setState({ after, changes: compareVerdicts(analysis.verdicts, next.verdicts) })
    }, 50)
    return () => clearTimeout(timer)
  }, [plan, model, analysis])
  return state
}
