import { digest } from '@/lib/model/canonical'
import { toLine } from '@/lib/model/text'

const MAX_KEY = 300

/** A part of a natural key: what an id may not hold is percent-encoded. `/` stays, as in paths and image names. */
export function keyPath(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[%|\p{Cc}\s]/gu, (character) => encodeURIComponent(character))
}

/** The same for a name, in which `/` would be taken for a separator. */
export function keyName(text: string): string {
  return keyPath(text).replaceAll('/', '%2F')
}

/** Joins parts to a natural key. One that is too long ends in a digest instead, which keeps it unique. */
export function joinNatural(...parts: readonly string[]): string {
  const key = parts.join('/')
  return key.length <= MAX_KEY ? key : `${key.slice(0, MAX_KEY - 20)}~${digest(key)}`
}

/** A name for people: one line, no control characters, never empty. */
export function displayName(text: string): string {
  return toLine(text.replace(/\p{Cs}/gu, '\uFFFD'), 200) || '(no name)'
}
