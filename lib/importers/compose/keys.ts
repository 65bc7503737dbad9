import { digest } from '@/lib/model/canonical'
import { toLine } from '@/lib/model/to-line'

const MAX_KEY = 300
// Most names need no encoding: telling so is much cheaper than replacing nothing three times.
const PLAIN = /^[\w.:@/>*-]*$/

/** A part of a natural key: what an id may not hold is percent-encoded. `/` stays, as in paths and image names. */
export function keyPath(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[%|\p{Cc}\s]/gu, (character) => encodeURIComponent(character))
}

/** The same for a name, in which `/` would be taken for a separator. */
export function keyName(text: string): string {
  const path = keyPath(text)
  return path.includes('/') ? path.replaceAll('/', '%2F') : path
}

/** True for printable ASCII without blanks at its ends, which needs no cleaning. */
export function isPlainLine(text: string): boolean {
  return /^[!-~](?:[ -~]*[!-~])?$/.test(text)
}

/** Joins parts to a natural key. One that is too long ends in a digest instead, which keeps it unique. */
export function joinNatural(...parts: readonly string[]): string {
  const key = parts.join('/')
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 20)}~${digest(key)}`
}

/** A name for people: one line, no control characters, never empty. */
export function displayName(text: string): string {
  if (text.length <= 200 && isPlainLine(text)) return text
  return toLine(text.replace(/\p{Cs}/gu, '\uFFFD'), 200) || '(no name)'
}
