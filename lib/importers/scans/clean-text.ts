const ESCAPE = String.fromCharCode(27)
const BELL = String.fromCharCode(7)
/** How pastes and logs spell out the escape character, and what a font shows for it. */
const SPELLED = String.raw`(?:\^\[|\\(?:033|0?x1b|e|u001b)|\u241b)\[[0-9;]*[mK]`
/** Colours and cursor movements, also where a paste has lost the escape character. */
const CODES = new RegExp(
  [
    String.raw`${ESCAPE}\[[0-9;?]*[A-Za-z]`,
    `${ESCAPE}[()][A-Z0-9]`,
    String.raw`${ESCAPE}\][^${BELL}${ESCAPE}\n]*(?:${BELL}|${ESCAPE}\\)`,
    SPELLED,
    String.raw`\[\d{1,3}(?:;\d{1,3})*m`,
  ].join('|'),
  'gi',
)

/**
 * The text without byte order mark, colours, carriage returns and control characters. UTF-16 that was read as UTF-8, as
 * PowerShell's ">" writes it, becomes readable again.
 */
export function cleanText(raw: string): string {
  const text = isWide(raw) ? raw.replace(/^\uFFFD+/, '').replaceAll('\0', '') : raw
  return text
    .replace(CODES, '')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
}

/** What logs of pods and services put before each line. */
const LOG_PREFIXES: readonly RegExp[] = [
  /^\[(?:pod|container)\/[^\]\n]{1,200}\] ?/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? ?/,
  /^[\w.-]{1,60} *\| ?/,
  /^> ?/,
]

/** The lines of a text, without what a log puts before every one of them. */
export function toLines(text: string): string[] {
  return LOG_PREFIXES.reduce((lines, prefix) => {
    const filled = lines.filter((line) => line.trim() !== '')
    const marked = filled.filter((line) => prefix.test(line)).length
    return marked > 2 && marked > filled.length * 0.8 ? lines.map((line) => line.replace(prefix, '')) : lines
  }, text.split('\n'))
}

/** Every second character of the beginning is NUL. */
function isWide(text: string): boolean {
  const head = text.slice(0, 400)
  return head.length > 8 && head.split('\0').length - 1 > head.length * 0.4
}
