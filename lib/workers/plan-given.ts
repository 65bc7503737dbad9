import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import type { FilesRead } from '@/lib/importers/read-files'
import { digest } from '@/lib/model/canonical'
import { elementOf, type ThreatModel } from '@/lib/model/threat-model'

/** The model that files are compared with: its state at `baseSeq`. */
export type PlanRequest = { modelId: string; document: ThreatModel; baseSeq: number }

/**
 * A plan as the bytes of its JSON. A plan of thousands of components is tens of megabytes: handed over as it is, taking
 * it in would hold up the thread that answers everybody else.
 */
export type PlannedBytes = { json: Uint8Array; addedComponents: number }

/** Compares what was read with a model, and writes the plan down. */
export function planGiven(read: FilesRead, { modelId, document, baseSeq }: PlanRequest): PlannedBytes {
  const plan = planImport(document, read.extracts, {
    baseSeq,
    newId: (key) => (key === 'change' ? crypto.randomUUID() : elementId(modelId, document, key)),
  })
  const whole: ImportPlan = {
    ...plan,
    unreadable: [...plan.unreadable, ...read.unreadable],
    outcomes: read.outcomes,
  }
  return {
    json: new TextEncoder().encode(JSON.stringify(whole)),
    addedComponents: plan.added.filter((item) => item.kind === 'component').length,
  }
}

/**
 * The id of a new element, made of its natural key: of two plans of the same files, the one that is committed second is
 * refused instead of adding everything again.
 */
function elementId(modelId: string, document: ThreatModel, key: string): string {
  const id = digest([modelId, key])
  return elementOf(document, id) ? crypto.randomUUID() : id
}
