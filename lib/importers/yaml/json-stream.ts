/** A JSON value in a text, with the number of lines before it. */
export type JsonPart = { text: string; linesBefore: number }

/**
 * The objects of a text that holds several JSON objects one after the other, as kubectl takes them and `jq -c` writes
 * them. `undefined` for every other text. Only what is JSON to the letter counts, so nothing can multiply by aliases.
 * @param most more objects than this are not taken apart.
 */
export function splitJsonStream(text: string, most: number): JsonPart[] | undefined {
  const parts: JsonPart[] = []
  let linesBefore = 0
  for (let start = 0; start < text.length; ) {
    const end = endOfObject(text, start)
    if (end === undefined || parts.length >= most) return undefined
    const part = text.slice(start, end)
    if (!isJson(part)) return undefined
    parts.push({ text: part, linesBefore })
    linesBefore += part.split('\n').length - 1
    start = nextText(text, end) === undefined ? text.length : end
  }
  return parts.length > 1 ? parts : undefined
}

/** Where the object ends that begins at or after `start`. Quotes decide what is a bracket; the rest is the parser's. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = nextText(text, start) ?? text.length; at < text.length; at++) {
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

function nextText(text: string, start: number): number | undefined {
  const visible = /\S/g
  visible.lastIndex = start
  return visible.exec(text)?.index
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
