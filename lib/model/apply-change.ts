import { applyEdit, type Touched } from '@/lib/model/apply-edit'
import type { Change, Edit } from '@/lib/model/change'
import { drafting } from '@/lib/model/records'
import { isRefusal, type RefusalCode } from '@/lib/model/refusal'
import type { ThreatModel } from '@/lib/model/threat-model'

export type RefusedEdit = {
  changeId: string
  edit: number
  code: RefusalCode
  sentence: string
  current?: unknown
}

/** `inverse` undoes what was applied, in the order to apply it. `applied` are the edits that went through. */
export type AppliedChange = {
  model: ThreatModel
  touched: Touched[]
  applied: Edit[]
  inverse: Edit[]
  refused: RefusedEdit[]
}

/** Applies a change: whole or not at all when it is atomic, otherwise every edit that can be. Never changes the given model. */
export function applyChange(model: ThreatModel, change: Change): AppliedChange {
  // Intermediate states are seen by nobody; without this, an import would cost the square of its size.
  return drafting(() => applyEach(model, change))
}

function applyEach(model: ThreatModel, change: Change): AppliedChange {
  let current = model
  const touched: Touched[] = []
  const applied: Edit[] = []
  const inverse: Edit[] = []
  const refused: RefusedEdit[] = []
  for (const [index, edit] of change.edits.entries()) {
    const result = applyEdit(current, edit)
    if (isRefusal(result)) {
      const { refused: _, ...reason } = result
      refused.push({ changeId: change.id, edit: index, ...reason })
      if (change.atomic) return { model, touched: [], applied: [], inverse: [], refused }
    } else {
      current = result.model
      touched.push(...result.touched)
      applied.push(edit)
      inverse.push(result.inverse)
    }
  }
  return { model: current, touched, applied, inverse: inverse.reverse(), refused }
}
