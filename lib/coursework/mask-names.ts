/** Whom a text must not name. */
export type Person = { name: string; identifier: string; email: string }

const MASK = '[name]'
const cue =
  /\b(?:name|author|student|submitted|prepared|written|by|handed in|group|team|matricul|autor|nombre|nome)\b/i

/**
 * A text without its author: the whole name, either way round, the address and the identifier everywhere; a part of the
 * name where it is written as a name. Lines stay lines, so that every line number still holds.
 */
export function maskNames(text: string, people: readonly Person[]): string {
  return people.reduce(maskPerson, text)
}

function maskPerson(text: string, { name, identifier, email }: Person): string {
  const parts = name.split(/[\s,]+/).filter((part) => part.length > 1)
  const gap = String.raw`[\s,._-]{0,3}`
  const wholes = [
    parts.map(quote).join(gap),
    [...parts].reverse().map(quote).join(gap),
    ...(email.includes('@') ? [quote(email), quote(email.split('@')[0] ?? '')] : []),
    quote(identifier),
  ].filter((pattern) => pattern.length > 2)
  let masked = wholes.reduce(
    (whole, pattern) =>
      whole.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), maskLines),
    text,
  )
  for (const part of parts) {
    if (part.length < 3) continue
    // A name that is a word of the text as well ("Will", "Grant") is one only where names are said.
    const isWord = new RegExp(`(?<![\\p{L}\\p{N}])${quote(part.toLowerCase())}(?![\\p{L}\\p{N}])`, 'u').test(
      masked,
    )
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${quote(part)}|${quote(part.toUpperCase())})(?![\\p{L}\\p{N}])`,
      'gu',
    )
    masked = isWord
      ? masked
          .split('\n')
          .map((line, at) =>
            at < 6 || (line.length < 120 && cue.test(line)) ? line.replace(pattern, MASK) : line,
          )
          .join('\n')
      : masked.replace(pattern, MASK)
  }
  return masked
}

/** A name that runs over a line end leaves the line end where it was. */
function maskLines(found: string): string {
  return found.includes('\n')
    ? found
        .split('\n')
        .map(() => MASK)
        .join('\n')
    : MASK
}

function quote(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
