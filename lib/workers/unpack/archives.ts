const signatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
]

/** True for zip archives by their first bytes, also empty ones and those in parts. */
export function isZip(bytes: Uint8Array): boolean {
  return signatures.slice(0, 3).some((signature) => startsWith(bytes, signature))
}

/** True for packed files and archives of the usual kinds. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  const isTar = bytes.byteLength > 262 && String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar'
  return isTar || signatures.some((signature) => startsWith(bytes, signature))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
