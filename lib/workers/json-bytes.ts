import { joinBytes } from '@/lib/model/join-bytes'

/** Encodes texts of this length at a time: enough to be quick, little enough to be had. */
const PIECE = 256 * 1024

/**
 * Pieces of a text as its bytes in UTF-8. They lie outside of the engine's heap, so that a text of hundreds of megabytes never
 * has to be there whole.
 * @param most bytes; undefined is given back for more.
 */
export function bytesOf(pieces: Iterable<string>, most: number): Uint8Array<ArrayBuffer> | undefined {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let length = 0
  let text = ''
  const add = () => {
    const part = encoder.encode(text)
    parts.push(part)
    length += part.byteLength
    text = ''
  }
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    add()
    if (length > most) return undefined
  }
  add()
  return length > most ? undefined : joinBytes(parts)
}
