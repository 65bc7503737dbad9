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
  // A CI system's download: job, step, moment.
  /^[^\t\n]{1,80}\t[^\t\n]{1,80}\t(?=\d{4}-\d\d-\d\dT)/,
  // syslog and journald.
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,80} \S{1,80}?(?:\[\d+\])?: ?/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? ?/,
  // What a container runtime writes after its moment.
  /^std(?:out|err) [FP] /,
  /^[\w.-]{1,60} *\| ?/,
  /^> ?/,
]

const ENGINE_LOG = /^\{"log":"/

/** The text inside an engine's own log file, which wraps each line as JSON. Any other text stays as it is. */
export function unwrapEngineLog(text: string): string {
  if (!ENGINE_LOG.test(text) || !/"stream":"std(?:out|err)"/.test(text.slice(0, 100_000))) return text
  return text.split('\n').map(unwrapLine).join('')
}

/** An engine cuts long lines into entries of 16 kB: only the last of them ends with a line's end. */
function unwrapLine(line: string): string {
  if (!ENGINE_LOG.test(line)) return `${line}\n`
  try {
    const { log } = JSON.parse(line) as { log?: unknown }
    if (typeof log !== 'string') return ''
    const plain = log.replace(/[\r\n]+$/, '')
    return plain.replace(/\n/g, ' ') + (plain === log ? '' : '\n')
  } catch {
    return `${line}\n`
  }
}

/** So many lines, from all over a text, tell what stands before each of them. */
const SAMPLE = 2000

/** The lines of a text, without what a log puts before every one of them. */
export function toLines(text: string): string[] {
  // Twice, for a log within a log.
  return [...LOG_PREFIXES, ...LOG_PREFIXES].reduce((lines, prefix) => {
    const step = Math.max(1, Math.floor(lines.length / SAMPLE))
    const filled = lines.filter((line, index) => index % step === 0 && line.trim() !== '')
    const marked = filled.filter((line) => prefix.test(line)).length
    const isEach = marked > 2 ? marked > filled.length * 0.8 : marked > 0 && marked === filled.length
    return isEach ? lines.map((line) => line.replace(prefix, '')) : lines
  }, text.split('\n'))
}

/** The text without the words that every one of its lines begins with, as tools that follow many pods write them. */
export function withoutCommonStart(text: string): string {
  const lines = text.split('\n')
  const [first = '', ...others] = lines.filter((line) => line.trim() !== '')
  // A report on one line: whatever stands before it.
  if (others.length < 4) return text.replace(/^[^\n{["]{1,200}(?=\{"|\[\{)/gm, '')
  const common = others.reduce(
    (start, line) => {
      let length = 0
      while (length < start.length && start[length] === line[length]) length++
      return start.slice(0, length)
    },
    first.slice(0, 300),
  )
  const start = /^[^[{("<]*[\s:|]/.exec(common)?.[0] ?? ''
  return start === ''
    ? text
    : lines.map((line) => (line.startsWith(start) ? line.slice(start.length) : line)).join('\n')
}

/** Every second character of the beginning is NUL. */
function isWide(text: string): boolean {
  const head = text.slice(0, 400)
  return head.length > 8 && head.split('\0').length - 1 > head.length * 0.4
}
