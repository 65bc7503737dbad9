import { hash } from 'node:crypto'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import type { FilesRead } from '@/lib/importers/read-files'
import { jsonPieces, plainStyle } from '@/lib/model/json-pieces'
import type { ThreatModel } from '@/lib/model/threat-model'
import { bytesOf } from '@/lib/workers/json-bytes'

/** The model that files are compared with: its state at `baseSeq`. */
export type PlanRequest = { modelId: string; document: ThreatModel; baseSeq: number }

/**
 * A plan as the bytes of its JSON. A plan of thousands of components is tens of megabytes: handed over as it is, taking
 * it in would hold up the thread that answers everybody else.
 */
export type PlannedBytes = { json: Uint8Array; addedComponents: number }

/** Files may refer to a part of themselves many times over: what is made of them may be larger than they are. */
const MAX_PLAN_BYTES = 200_000_000
const TOO_LARGE = 'What these files make is larger than 200 MB. Import fewer at once.'

/** Compares what was read with a model, and writes the plan down. */
export function planGiven(
  read: FilesRead,
  { modelId, document, baseSeq }: PlanRequest,
): PlannedBytes | { refused: string } {
  const taken = new Set([...Object.keys(document.components), ...Object.keys(document.flows)])
  const newId = (key: string) => {
    const id = key === 'change' ? undefined : elementId(modelId, key)
    return id === undefined || taken.has(id) ? crypto.randomUUID() : id
  }
  const plan = planImport(document, read.extracts, { baseSeq, newId })
  const whole: ImportPlan = {
    ...plan,
    unreadable: [...plan.unreadable, ...read.unreadable],
    outcomes: read.outcomes,
  }
  const json = bytesOf(jsonPieces(whole, plainStyle), MAX_PLAN_BYTES)
  if (!json) return { refused: TOO_LARGE }
  return {
    json,
    addedComponents: plan.added.filter((item) => item.kind === 'component').length,
  }
}

/**
 * The id of a new element, made of its natural key: of two plans of the same files, the one that is committed second is
 * refused instead of adding everything again. By Node's own hash, because there are ten thousands.
 */
function elementId(modelId: string, key: string): string {
  return hash('sha256', `${modelId}\n${key}`).slice(0, 16)
}
