import { type BodySource, mediaTypeOf, type Read, readBytes } from '@/lib/services/edges/read-body'
import { problem } from '@/lib/services/problem'

type SentFile = { path: string; bytes: Uint8Array }

const MAX_FILES = 5000
const MAX_PATH = 1000

/** Reads files as they are from multipart/form-data: every file's name is its path. */
export async function readBytesUpload(source: BodySource, limit: number): Promise<Read<SentFile[]>> {
  if (mediaTypeOf(source.headers) !== 'multipart/form-data')
    return problem('unsupported', 'Send the files as multipart/form-data.')
  const bytes = await readBytes(source, limit)
  if (!bytes.ok) return bytes
  let form: FormData
  try {
    const contentType = source.headers.get('content-type') ?? ''
    form = await new Response(bytes.value, { headers: { 'content-type': contentType } }).formData()
  } catch {
    return problem('invalid', 'The form is damaged: it cannot be taken apart into files.')
  }
  const files: SentFile[] = []
  for (const part of form.values()) {
    if (typeof part === 'string') continue
    const path = part.name.replaceAll('\\', '/').replace(/^\/+/, '').slice(0, MAX_PATH) || 'unnamed'
    files.push({ path, bytes: new Uint8Array(await part.arrayBuffer()) })
  }
  if (files.length === 0) return problem('invalid', 'There is no file in this upload.')
  if (files.length > MAX_FILES) return problem('too-large', `At most ${MAX_FILES} files are taken at once.`)
  return { ok: true, value: files }
}
