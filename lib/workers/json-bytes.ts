import { joinBytes } from '@/lib/model/join-bytes'

/** Bytes of a buffer: many pieces go into one. */
const BUFFER = 1024 * 1024
/** No UTF-16 unit takes more bytes than these in UTF-8. */
const BYTES_PER_UNIT = 3

/**
 * Pieces of a text, none of which ends within a character, as the text's bytes in UTF-8. They lie outside of the engine's
 * heap, so that a text of hundreds of megabytes never has to be there whole.
 * @param most bytes; undefined is given back for more.
 */
export function bytesOf(pieces: Iterable<string>, most: number): Uint8Array<ArrayBuffer> | undefined {
  const encoder = new TextEncoder()
  const full: Uint8Array[] = []
  let buffer = new Uint8Array(BUFFER)
  let used = 0
  let length = 0
  for (const piece of pieces) {
    const room = piece.length * BYTES_PER_UNIT
    if (used + room > buffer.byteLength) {
      full.push(buffer.subarray(0, used))
      buffer = new Uint8Array(Math.max(BUFFER, room))
      used = 0
    }
    const { written } = encoder.encodeInto(piece, buffer.subarray(used))
    used += written
    length += written
    if (length > most) return undefined
  }
  return joinBytes([...full, buffer.subarray(0, used)])
}
