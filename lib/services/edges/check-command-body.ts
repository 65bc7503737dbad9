const MAX_DEPTH = 100

/**
 * True for the body of a server action that Next can take apart: a JSON array of plain values. Next answers 500 to what
 * it cannot, and to references inside the text ("$F1" names a function), which our pages never send; React writes a
 * string that begins with "$" with one more before it.
 */
export function isCommandBody(text: string): boolean {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  return Array.isArray(value) && isPlain(value)
}

/** Walks with a list of its own: what is nested too deep must not exhaust the call stack here either. */
function isPlain(root: unknown): boolean {
  const rest: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next
    if (typeof value === 'string' && !isPlainString(value)) return false
    if (value === null || typeof value !== 'object') continue
    if (depth > MAX_DEPTH || Object.hasOwn(value, '__proto__')) return false
    for (const item of Object.values(value)) rest.push({ value: item, depth: depth + 1 })
  }
  return true
}

function isPlainString(text: string): boolean {
  return !text.startsWith('$') || text.startsWith('$$') || text === '$undefined'
}
