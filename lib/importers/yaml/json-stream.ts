/** What a text holds one after the other. `brokenAt`: the line of what is no object of JSON, where reading ended. */
export type JsonStream = { parts: JsonPart[]; brokenAt?: number }

/** A JSON value in a text, with the number of lines before it. */
export type JsonPart = { text: string; linesBefore: number }

/**
 * The objects of a text that holds several JSON objects one after the other, as kubectl takes them and `jq -c` writes
 * them, or one that YAML's reader stumbles over for a comment with slashes. Comments between objects (`#`, `//` up to the
 * end of the line) are passed over. `undefined` for every other text. Only what is JSON to the letter counts, so nothing
 * can multiply by aliases. Of a text that was cut off, the objects before the cut are there.
 * @param most more objects than this are not taken apart.
 */
export function splitJsonStream(text: string, most: number): JsonStream | undefined {
  const parts: JsonPart[] = []
  let lines = 0
  let last = 0
  let hasSlashes = false
  for (;;) {
    const { at: start, slashes } = afterComments(text, last)
    hasSlashes ||= slashes
    const isStream = parts.length > 1 || (hasSlashes && parts.length > 0)
    if (start >= text.length) return isStream ? { parts } : undefined
    if (parts.length >= most) return undefined
    const end = endOfObject(text, start)
    const part = text.slice(start, end)
    lines += countLines(text, last, start)
    if (end === undefined || !isJson(part)) return isStream ? { parts, brokenAt: lines + 1 } : undefined
    parts.push({ text: part, linesBefore: lines })
    lines += countLines(text, start, end)
    last = end
  }
}

/** A text without the blanks and comments that it begins with. */
export function withoutComments(text: string): string {
  return text.slice(afterComments(text, 0).at)
}

/** Where something begins that is neither blank nor comment, and whether a comment with slashes was passed. */
function afterComments(text: string, start: number): { at: number; slashes: boolean } {
  const visible = /\S/g
  let slashes = false
  for (let at = start; ; ) {
    visible.lastIndex = at
    const found = visible.exec(text)?.index ?? text.length
    const isSlashes = text.startsWith('//', found)
    if (text[found] !== '#' && !isSlashes) return { at: found, slashes }
    slashes ||= isSlashes
    const lineEnd = text.indexOf('\n', found)
    at = lineEnd < 0 ? text.length : lineEnd
  }
}

/** Where the object ends that begins at `start`. Quotes decide what is a bracket; the rest is the parser's. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (isQuoted) {
      if (char === '\\') at++
      else if (char === '"') isQuoted = false
    } else if (char === '"') isQuoted = true
    else if (char === '{') depth++
    else if (char === '}') depth--
    if (depth === 0) return char === '}' && !isQuoted ? at + 1 : undefined
  }
  return undefined
}

function countLines(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
