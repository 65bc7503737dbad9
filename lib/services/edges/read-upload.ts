import { formatCount } from '@/lib/model/format-count'
import { ImportRequest } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { type BodySource, mediaTypeOf, type Read, readBytes, readJson } from '@/lib/services/edges/read-body'
import { invalidInput, problem } from '@/lib/services/problem'
import type { GivenFile } from '@/lib/workers/unpack/unpack-files'

/** `beside`: paths of files that were left where they are. */
export type Upload = { files: GivenFile[]; beside: string[] }

const MAX_FILES = 2000
const MAX_PATH = 1000

/**
 * Reads files from a body: JSON `{files: [{path, text}]}`, or multipart/form-data in which every part is a file whose
 * name is its path. Those come as bytes: what they are is found out off the request thread.
 */
export async function readUpload(source: BodySource, limit: number): Promise<Read<Upload>> {
  const mediaType = mediaTypeOf(source.headers)
  if (mediaType === 'multipart/form-data') return readForm(source, limit)
  if (mediaType !== 'application/json') {
    return problem('unsupported', 'Send the files as multipart/form-data or as application/json.')
  }
  const json = await readJson(source, limit)
  if (!json.ok) return json
  const parsed = ImportRequest.safeParse(json.value)
  return parsed.success
    ? { ok: true, value: { files: parsed.data.files, beside: [] } }
    : invalidInput(parsed.error)
}

async function readForm(source: BodySource, limit: number): Promise<Read<Upload>> {
  const bytes = await readBytes(source, limit)
  if (!bytes.ok) return bytes
  let form: FormData
  try {
    const contentType = source.headers.get('content-type') ?? ''
    form = await new Response(bytes.value, { headers: { 'content-type': contentType } }).formData()
  } catch {
    return problem('invalid', 'The form is damaged: it cannot be taken apart into files.')
  }
  const parts = [...form.values()].filter((part) => typeof part !== 'string')
  if (parts.length === 0) return problem('invalid', 'There is no file in this upload.')
  if (parts.length > MAX_FILES)
    return problem('too-large', `At most ${formatCount(MAX_FILES)} files are taken at once.`)
  return {
    ok: true,
    value: { files: await Promise.all(parts.map(toGiven)), beside: namesOf(form.get('beside')) },
  }
}

async function toGiven(part: File): Promise<GivenFile> {
  const path = part.name.replaceAll('\\', '/').slice(0, MAX_PATH) || 'unnamed'
  return { path, bytes: new Uint8Array(await part.arrayBuffer()) }
}

const Names = z.array(z.string().min(1).max(MAX_PATH)).max(MAX_FILES)

/** Names help and are not needed: a list that is none is left aside. */
function namesOf(value: FormDataEntryValue | null): string[] {
  if (typeof value !== 'string') return []
  try {
    return Names.safeParse(JSON.parse(value)).data ?? []
  } catch {
    return []
  }
}
