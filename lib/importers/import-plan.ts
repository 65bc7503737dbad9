import type { FileOutcome, ImportWarning, Skipped, UnreadableFile } from '@/lib/importers/extract'
import type { Change } from '@/lib/model/change'
import type { FactValue, FileSource } from '@/lib/model/fact'

/** One line of a plan: an element that the change touches or leaves alone. */
export type PlanItem = {
  elementId: string
  kind: 'component' | 'flow'
  type: string
  name: string
  source?: FileSource
}

/** What differs in an element, in words for the plan: the attribute's or field's id, and both values. */
export type PlanDifference = {
  field: string
  from: FactValue | undefined
  to: FactValue | undefined
  source?: FileSource
}

/**
 * What an import would do. Looking at a plan changes nothing; committing it applies exactly `change`, made against
 * `baseSeq`. `change` is absent when there is nothing to do.
 */
export type ImportPlan = {
  change?: Change
  baseSeq: number
  added: PlanItem[]
  changed: (PlanItem & { differences: PlanDifference[] })[]
  unchanged: PlanItem[]
  /** In the model from an earlier import of the same scope, but no longer in the files; marked, never deleted. */
  gone: PlanItem[]
  skipped: Skipped[]
  warnings: ImportWarning[]
  unreadable: UnreadableFile[]
  /** What became of each file; there once the files themselves were read for this plan. */
  outcomes?: FileOutcome[]
}
