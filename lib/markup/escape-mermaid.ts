// What may stand in a label as it is. All else becomes an entity code of Mermaid (`#35;`), which is drawn as the character
// and is neither Mermaid, nor Markdown, nor HTML: Mermaid takes labels for Markdown too, so `*`, `_` and "1." count.
const plain = /[\p{L}\p{M}\p{N} ]/u
/** Fit between letters and digits only, so that no arrow, comment, list or address can come about. */
const joint = /[-/:.]/
const MAX_LABEL = 90
/** Controls, line ends, and what turns the direction of reading. */
const unfit = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu

/** Text for a quoted Mermaid label. Control characters become blanks; longer text ends with an ellipsis. */
export function escapeMermaid(text: string): string {
  const flat = text
    .replace(unfit, ' ')
    .replace(/\s+/g, ' ')
    // Mermaid looks for formulas between these once the codes are characters again; an invisible blank keeps them apart.
    .replace(/\$(?=\$)/g, '$\u200B')
    .trim()
  const characters = [...flat]
  const kept = characters.length > MAX_LABEL ? [...characters.slice(0, MAX_LABEL - 1), '…'] : characters
  return (
    kept.map((character, index) => (isPlain(kept, index) ? character : entity(character))).join('') ||
    entity(' ')
  )
}

function isPlain(characters: readonly string[], index: number): boolean {
  const character = characters[index] ?? ''
  if (plain.test(character)) return true
  if (!joint.test(character)) return false
  const before = characters[index - 1] ?? ''
  const after = characters[index + 1] ?? ''
  if (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return false
  // "1.5" at the start is a version; "www." starts an address that Mermaid's Markdown would link.
  return character !== '.' || !/www$/i.test(characters.slice(Math.max(0, index - 3), index).join(''))
}

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 32};`
}
