import { hash } from 'node:crypto'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import type { FilesRead } from '@/lib/importers/read-files'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The model that files are compared with: its state at `baseSeq`. */
export type PlanRequest = { modelId: string; document: ThreatModel; baseSeq: number }

/**
 * A plan as the bytes of its JSON. A plan of thousands of components is tens of megabytes: handed over as it is, taking
 * it in would hold up the thread that answers everybody else.
 */
export type PlannedBytes = { json: Uint8Array; addedComponents: number }

/** Compares what was read with a model, and writes the plan down. */
export function planGiven(read: FilesRead, { modelId, document, baseSeq }: PlanRequest): PlannedBytes {
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
  return {
    json: jsonBytes(whole),
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

/**
 * Field by field, because one character beyond Latin-1 makes a text twice as large in memory and slow to encode: the arrow
 * in the name of a flow, which only the lists for people have.
 */
function jsonBytes(object: object): Uint8Array {
  const encoder = new TextEncoder()
  const parts = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .flatMap(([field, value], at) => [
      encoder.encode(`${at === 0 ? '{' : ','}${JSON.stringify(field)}:`),
      encoder.encode(JSON.stringify(value)),
    ])
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 1))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  whole[at] = 0x7d
  return whole
}
