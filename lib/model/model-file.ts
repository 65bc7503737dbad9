import { canonicalJson } from '@/lib/model/canonical'
import { checkComponent, checkFlow } from '@/lib/model/structure'
import { ThreatModel } from '@/lib/model/threat-model'
import { toJSONSchema, z } from '@/lib/model/zod'

export const MODEL_FILE_VERSION = 1

/** Bulkhead's own file: a threat model as JSON, with a version for the day its form changes. */
export const ModelFile = z.strictObject({
  bulkhead: z.literal(MODEL_FILE_VERSION),
  model: ThreatModel,
})
export type ModelFile = z.infer<typeof ModelFile>

/** The file's text: canonical order, two blanks a level, a line end at the end. Equal models give equal bytes. */
export function writeModelFile(model: ThreatModel): string {
  return `${canonicalJson({ bulkhead: MODEL_FILE_VERSION, model }, 2)}\n`
}

export type ModelFileResult = { ok: true; model: ThreatModel } | { ok: false; sentences: string[] }

/** Reads the file's text. Every mistake is a sentence that names the place in the document. */
export function readModelFile(text: string): ModelFileResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, sentences: [`This is not JSON: ${(error as Error).message}.`] }
  }
  if (hasReservedKey(json))
    return { ok: false, sentences: ['This file uses the reserved name "__proto__" as a key.'] }
  const version = z.looseObject({ bulkhead: z.number() }).safeParse(json)
  if (!version.success)
    return { ok: false, sentences: ['This is not a Bulkhead model: it has no "bulkhead" version.'] }
  if (version.data.bulkhead > MODEL_FILE_VERSION) {
    return {
      ok: false,
      sentences: [`This model was written by a newer Bulkhead (version ${version.data.bulkhead}).`],
    }
  }
  const parsed = ModelFile.safeParse(json)
  if (!parsed.success) return { ok: false, sentences: parsed.error.issues.slice(0, 20).map(describeIssue) }
  const sentences = brokenReferences(parsed.data.model)
  return sentences.length > 0 ? { ok: false, sentences } : { ok: true, model: parsed.data.model }
}

/** Schemas pass over this key without a word; nothing may be lost in silence. Walks without recursion: depth is the file's choice. */
function hasReservedKey(json: unknown): boolean {
  const queue: unknown[] = [json]
  while (queue.length > 0) {
    const value = queue.pop()
    if (value === null || typeof value !== 'object') continue
    if (Object.hasOwn(value, '__proto__')) return true
    for (const item of Object.values(value)) queue.push(item)
  }
  return false
}

/** Where and what, e.g. "model.components.web.name: This is empty." */
export function describeIssue(issue: { path: PropertyKey[]; message: string }): string {
  return `${issue.path.map(String).join('.') || 'The file'}: ${issue.message}`
}

/** What a schema cannot see: keys that differ from ids, and references to nothing. */
function brokenReferences(model: ThreatModel): string[] {
  const sentences: string[] = []
  for (const collection of ['components', 'flows', 'dataAssets', 'views', 'attached', 'notes'] as const) {
    for (const [key, row] of Object.entries(model[collection])) {
      if (key !== row.id)
        sentences.push(`model.${collection}.${key}: the entry's id is "${row.id}", not its key.`)
    }
  }
  for (const component of Object.values(model.components)) {
    const refusal = checkComponent(model, component)
    if (refusal) sentences.push(`model.components.${component.id}: ${refusal.sentence}`)
  }
  for (const flow of Object.values(model.flows)) {
    const refusal = checkFlow(model, flow)
    if (refusal) sentences.push(`model.flows.${flow.id}: ${refusal.sentence}`)
  }
  return sentences.slice(0, 20)
}

/** JSON Schema (draft 2020-12) of the file, generated from the same definitions that read it. */
export function modelFileJsonSchema(): unknown {
  return toJSONSchema(ModelFile, { target: 'draft-2020-12', io: 'input' })
}
