import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { keepEvidence, listEvidence, readEvidence, removeEvidence } from '@/lib/db/evidence-files'
import { findHead } from '@/lib/db/load-model'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import type { EvidenceHead } from '@/lib/model/scan-run'
import { line } from '@/lib/model/text'
import { toLine } from '@/lib/model/to-line'
import { z } from '@/lib/model/zod'
import { mediaTypeOfContent } from '@/lib/services/media-type'
import { forbidden, modelNotFound, problem } from '@/lib/services/problem'

/** `about`: a finding's key, or `mitigation|component`. */
export const AttachInput = z.strictObject({ id: Id, about: line(1000) })
export const FileInput = z.strictObject({ id: Id, fileId: Id })

export const MAX_EVIDENCE_BYTES = 5 * 1024 * 1024
const MAX_FILES = 200
const MAX_TOGETHER = 100 * 1024 * 1024

/** Keeps a picture, a PDF or a text as evidence of a finding or a mitigation. What it is, its content says. */
export async function attachEvidence(
  actor: Actor,
  { id, about }: z.infer<typeof AttachInput>,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  now = () => new Date(),
): Promise<Result<EvidenceHead>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'judge-findings', head)) return forbidden('attach evidence')
  const { bytes } = file
  if (bytes.byteLength === 0) return problem('invalid', 'This file is empty.')
  if (bytes.byteLength > MAX_EVIDENCE_BYTES)
    return problem('too-large', 'A file of evidence may be 5 MB at most. Attach a smaller picture.')
  const mediaType = mediaTypeOfContent(bytes)
  if (!mediaType)
    return problem(
      'unsupported',
      'Evidence is a PNG or JPEG picture, a PDF, or UTF-8 text. This is none of them.',
    )
  const kept = await listEvidence(id)
  const together = kept.reduce((sum, { size }) => sum + size, bytes.byteLength)
  if (kept.length >= MAX_FILES || together > MAX_TOGETHER)
    return problem(
      'too-large',
      `A model keeps at most ${MAX_FILES} files of evidence, 100 MB together. Remove some first.`,
    )
  const evidence: EvidenceHead = {
    id: randomUUID(),
    name: toLine(file.name.split(/[\\/]/).at(-1) ?? '', 200) || 'evidence',
    mediaType,
    size: bytes.byteLength,
    digest: createHash('sha256').update(bytes).digest('hex'),
    about,
    by: actor.name,
    at: now().toISOString(),
  }
  await keepEvidence(id, evidence, bytes)
  return { ok: true, value: evidence }
}

/** A file of evidence with its content. */
export async function getEvidence(
  actor: Actor,
  { id, fileId }: z.infer<typeof FileInput>,
): Promise<Result<{ head: EvidenceHead; content: Uint8Array<ArrayBuffer> }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head || !can(actor, 'read-model', head)) return modelNotFound()
  const file = await readEvidence(id, fileId)
  return file ? { ok: true, value: file } : fileNotFound()
}

/** Takes a file of evidence away for good. */
export async function deleteEvidence(
  actor: Actor,
  { id, fileId }: z.infer<typeof FileInput>,
): Promise<Result<{ id: string }>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head) return modelNotFound()
  if (!can(actor, 'judge-findings', head)) return forbidden('remove evidence')
  return (await removeEvidence(id, fileId)) ? { ok: true, value: { id: fileId } } : fileNotFound()
}

function fileNotFound() {
  return problem('not-found', 'There is no such file in this model. It may have been removed.')
}
