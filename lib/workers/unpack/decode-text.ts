/** The text of a file, `binary` when it is none, `broken` when its encoding cannot be told. */
export type Decoded = { text: string } | 'binary' | 'broken'

const LOOKED_AT = 8192

/** Decodes UTF-8, and UTF-16 that begins with its mark. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes)
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return 'binary'
  return decode('utf-8', bytes)
}

function decode(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return 'broken'
  }
}
