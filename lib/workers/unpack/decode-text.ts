/** The text of a file, `binary` when it is none, `broken` when its encoding cannot be told. */
export type Decoded = { text: string } | 'binary' | 'broken'

const LOOKED_AT = 8192

/** Decodes UTF-8, and UTF-16 that begins with its mark or is plainly text in Latin letters. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes)
  const head = bytes.subarray(0, LOOKED_AT)
  if (head.includes(0)) return isWide(head) ? decode('utf-16le', bytes) : 'binary'
  return decode('utf-8', bytes)
}

/** Every second byte, and no other, is NUL nearly everywhere. */
function isWide(head: Uint8Array): boolean {
  let odd = 0
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) return false
    odd++
  }
  return head.length >= 16 && odd > head.length * 0.4
}

function decode(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return 'broken'
  }
}
