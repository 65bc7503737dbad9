import { decline } from '@/lib/importers/yaml/scan'

/**
 * Reads a block scalar from its sign (`|` or `>`). Gives its value, where the next line begins, and how many lines that is
 * further on. What is out of the ordinary is declined.
 * @param column of the key or dash that it belongs to.
 */
export function readBlockScalar(
  text: string,
  start: number,
  column: number,
  isFolded: boolean,
): { value: string; end: number; lines: number } {
  const header = /[|>]([+-]?)([1-9]?)([+-]?) *( #[^\n]*)?(?:\n|$)/y
  header.lastIndex = start
  const match = header.exec(text)
  if (!match || (match[1] && match[3])) throw decline()
  const chomp = match[1] || match[3]
  let indent = match[2] ? column + Number(match[2]) : -1
  const lines: string[] = []
  let at = header.lastIndex
  let blank = 0
  let most = 0
  for (;;) {
    if (at >= text.length) break
    let first = at
    while (text.charCodeAt(first) === 0x20 && (indent < 0 || first - at < indent)) first++
    const code = text.charCodeAt(first)
    const end = text.indexOf('\n', at)
    if (code === 0x0a || first >= text.length) {
      if (end < 0) break
      most = Math.max(most, first - at)
      blank++
      lines.push('')
      at = end + 1
      continue
    }
    if (indent < 0) {
      if (first - at <= column) break
      // A blank line before the first text may not be deeper than it; a tab is no indentation.
      if (most > first - at || code === 0x09) throw decline()
      indent = first - at
    } else if (first - at < indent) break
    blank = 0
    lines.push(text.slice(first, end < 0 ? text.length : end))
    at = end < 0 ? text.length : end + 1
  }
  const content = lines.slice(0, lines.length - blank)
  const body = isFolded ? fold(content) : content.join('\n')
  return { value: body + lineEnds(chomp, content.length > 0, blank), end: at, lines: 1 + lines.length }
}

/** The line ends after the text, as its sign asks for: none, all, or one. */
function lineEnds(chomp: string | undefined, hasText: boolean, blank: number): string {
  if (chomp === '-') return ''
  if (chomp === '+') return '\n'.repeat(hasText ? 1 + blank : blank)
  return hasText ? '\n' : ''
}

// Folded text: single line ends become blanks, except around lines that are indented further.
function fold(lines: readonly string[]): string {
  let result = ''
  let empty = 0
  let isDeeper = false
  let hasText = false
  for (const line of lines) {
    if (line === '') {
      empty++
      continue
    }
    if (line[0] === ' ' || line[0] === '\t') {
      isDeeper = true
      result += '\n'.repeat(hasText ? 1 + empty : empty)
    } else if (isDeeper) {
      isDeeper = false
      result += '\n'.repeat(empty + 1)
    } else if (empty === 0) result += hasText ? ' ' : ''
    else result += '\n'.repeat(empty)
    hasText = true
    empty = 0
    result += line
  }
  return result
}
