import { joinBytes } from '@/lib/model/join-bytes'
import type { Problem } from '@/lib/model/protocol'
import { problem } from '@/lib/services/problem'

/** A part of a request: what is needed to read its body. */
export type BodySource = { headers: Headers; body: ReadableStream<Uint8Array> | null }

export type Read<T> = { ok: true; value: T } | Problem

/**
 * Reads a whole body, counting its bytes: more than `limit` are refused without being kept, and so is a body that is
 * not as long as its Content-Length says, because a part of it was lost on the way.
 */
export async function readBytes(source: BodySource, limit: number): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const header = source.headers.get('content-length')
  const declared = header === null ? undefined : Number(header)
  if (declared !== undefined && !Number.isSafeInteger(declared)) {
    return problem('invalid', 'The request has no sensible Content-Length.')
  }
  if (declared !== undefined && declared > limit) {
    void drain(source.body?.getReader())
    return tooLarge(limit)
  }
  const encoding = source.headers.get('content-encoding')
  if (encoding !== null && encoding !== 'identity') {
    return problem('unsupported', 'Send the request uncompressed, without Content-Encoding.')
  }
  const read = await collect(source.body, limit)
  if (!read.ok) return read
  if (declared !== undefined && read.value.byteLength !== declared) return incomplete()
  return read
}

async function collect(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  try {
    for (;;) {
      const next = await reader?.read()
      if (!next || next.done) break
      length += next.value.byteLength
      if (length > limit) {
        void drain(reader)
        return tooLarge(limit)
      }
      chunks.push(next.value)
    }
  } catch {
    return incomplete()
  }
  return { ok: true, value: joinBytes(chunks) }
}

/** How much of a refused body is read to its end; whoever sends more is cut off. */
const DRAINED_BYTES = 256 * 1024 * 1024

/**
 * Reads on and keeps nothing: a connection that is closed while its other end is still sending takes the answer with it.
 * Not to be awaited, so that a slow sender does not hold the answer back.
 */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  try {
    for (let left = DRAINED_BYTES; left > 0; ) {
      const next = await reader?.read()
      if (!next || next.done) return
      left -= next.value.byteLength
    }
    await reader?.cancel()
  } catch {
    // The sender went away; there is nobody left to tell.
  }
}

/** Reads a body of JSON; see `readBytes`. Nothing is left out in silence: a key that JavaScript reserves is refused. */
export async function readJson(source: BodySource, limit: number): Promise<Read<unknown>> {
  if (mediaTypeOf(source.headers) !== 'application/json') {
    return problem('unsupported', 'Send this request as application/json.')
  }
  const bytes = await readBytes(source, limit)
  return bytes.ok ? parseJson(bytes.value) : bytes
}

/** Reads a body of JSON that must be an object; see `readJson`. */
export async function readObject(source: BodySource, limit: number): Promise<Read<Record<string, unknown>>> {
  const json = await readJson(source, limit)
  if (!json.ok) return json
  if (json.value === null || typeof json.value !== 'object' || Array.isArray(json.value)) {
    return problem('invalid', 'The request is not a JSON object.')
  }
  return { ok: true, value: json.value as Record<string, unknown> }
}

/** Text of UTF-8 bytes, without its byte order mark; undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parseJson(bytes: Uint8Array): Read<unknown> {
  const text = decodeUtf8(bytes)
  if (text === undefined) return problem('invalid', 'The request is not UTF-8 text.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return problem('invalid', 'The request is not valid JSON.')
  }
  // An escape can hide the name, so a text with any escape is looked through as well.
  const isSuspect = text.includes('__proto__') || text.includes('\\u')
  if (isSuspect && hasReservedKey(value)) {
    return problem('invalid', 'The request uses the reserved name "__proto__" as a key.')
  }
  return { ok: true, value }
}

/** Walks with a stack of its own, so that no depth of nesting can exhaust the call stack. */
function hasReservedKey(root: unknown): boolean {
  const stack: unknown[] = [root]
  while (stack.length > 0) {
    const value = stack.pop()
    if (value === null || typeof value !== 'object') continue
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return true
    for (const item of Object.values(value)) if (item !== null && typeof item === 'object') stack.push(item)
  }
  return false
}

/** The media type without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

function tooLarge(limit: number): Problem {
  const megabytes = Math.floor((limit / 1024 / 1024) * 10) / 10
  const size = megabytes >= 1 ? `${megabytes} MB` : `${limit} bytes`
  return problem(
    'too-large',
    `This is larger than ${size}, the most that is taken at once. Nothing of it was kept. Send it in parts.`,
  )
}

function incomplete(): Problem {
  return problem('invalid', 'The request arrived incomplete. Nothing of it was kept. Send it again.')
}
