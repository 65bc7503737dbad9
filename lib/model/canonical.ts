import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { JsonStyle } from '@/lib/model/json-pieces'

/**
 * JSON with the keys of every object sorted and `undefined` left out: equal values give equal text.
 * @param indent blanks per level; 0 writes one line.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(sortKeys(value), null, indent)
}

/** The style of `canonicalJson`, for what is too large for one text. */
export const canonicalStyle: JsonStyle = {
  write: (value) => canonicalJson(value),
  // Through an object, in which keys that are numbers come first: so they do in `canonicalJson`.
  keysOf: (value) =>
    Object.keys(
      Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, 0]),
      ),
    ),
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]))
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** A short name for a value: the first 16 hexadecimal digits of the SHA-256 of its canonical JSON. */
export function digest(value: unknown): string {
  return sha256Hex(canonicalJson(value)).slice(0, 16)
}
