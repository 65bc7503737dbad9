import { CORE_SCHEMA } from 'js-yaml'

/** Thrown by the fast readers where the full parser should decide. */
export type Decline = { isDecline?: true }

// One object without a stack: it is no error, and is thrown often on odd files.
const declined: Decline = { isDecline: true }

/** What the fast readers throw. */
export function decline(): Decline {
  return declined
}

/** Blank, line end or end of text. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || Number.isNaN(code)
}

/** Characters that begin something else than a plain scalar: indicators, and what the fast readers leave alone. */
export const START_OF_OTHER: ReadonlySet<number> = new Set(
  [...'&*!|>\'"%@`?[]{},#\t\n'].map((character) => character.charCodeAt(0)),
)

type Resolver = { resolve(data: string): boolean; construct(data: string): unknown }

// The full parser's own types decide what is a number, true or null.
const implicit = (CORE_SCHEMA as unknown as { compiledImplicit: Resolver[] }).compiledImplicit
const mayBeOther = new Set([...'0123456789+-.~nNtTfF'].map((character) => character.charCodeAt(0)))
/** Of what begins with a letter only words are more than text, and "false" is the longest. */
const LONGEST_WORD = 5

/** The value of a plain scalar. */
export function resolvePlain(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0)
  if (!mayBeOther.has(first) || (text.length > LONGEST_WORD && first >= 0x41 && first <= 0x7a)) return text
  for (const type of implicit) {
    if (!type.resolve(text)) continue
    const value = type.construct(text)
    return typeof value === 'number' || typeof value === 'boolean' ? value : null
  }
  return text
}
