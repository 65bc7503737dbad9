/** A line of a submission with what its first characters say. */
export type SourceLine = {
  /** From 1. */
  number: number
  /** Without line end, tabs as four columns, no-break spaces as spaces. */
  raw: string
  /** Columns before the text. */
  indent: number
  isBlank: boolean
  /** Inside a code fence, or the fence itself. */
  isCode: boolean
  /** Only drawing characters. */
  isRule: boolean
  /** 1 to 6: a Markdown heading; 7: drawn otherwise (box, stars, underline, bold line); 0: none. */
  heading: number
  /** What kind of list marker stands first, such as `1.`, `(1)`, `-`, `a.`, `threat 1`; empty without one. */
  marker: string
  /** The marker's number, or its letter. */
  value: string
  /** The text after marker, heading and quote signs, without emphasis signs. */
  body: string
  /** The same, with `**` and backticks left in. */
  marked: string
  /** Of a table's row with a head above it: what stands below each head. */
  cells?: readonly { head: string; text: string }[]
}

// One line can be 20 kB; what a line says about structure is at its start or its end.
const MAX_BODY = 6_000

/** Splits a text at LF into lines and reads the signs at their start. */
export function readSourceLines(text: string): SourceLine[] {
  const raws = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/\r+$/, '')
        .replace(/\t/g, '    ')
        .replace(/[\u00a0\u2007\u202f]/g, ' '),
    )
  let fence = ''
  const lines = raws.map((raw, at) => {
    const opens = raw.match(/^\s*(?:>\s*)?(`{3,}|~{3,})/)?.[1]?.[0] ?? ''
    const isCode = fence !== '' || opens !== ''
    if (fence === '' && opens !== '') fence = opens
    else if (fence !== '' && opens === fence) fence = ''
    return readLine(raw, at + 1, isCode)
  })
  // A fence that nobody closes would swallow the rest of the text.
  if (fence !== '')
    for (const [at, line] of lines.entries()) if (line.isCode) lines[at] = readLine(line.raw, at + 1, false)
  markDrawnHeadings(lines)
  markCells(lines)
  return lines
}

const markers: readonly [string, RegExp][] = [
  [
    'threat',
    /^(?:threat|risk|attack surface|surface|attack|question|amenaza|ameaça|vulnerability|item|finding)\s*(?:no\.?\s*|#\s*)?(\d{1,2}|[a-f])\s*[:.)\-–—]+\s*/i,
  ],
  ['(1)', /^\((\d{1,2})\)\s*/],
  ['(a)', /^\(([a-z])\)\s+/i],
  ['1.', /^(\d{1,2})\s?\.(?!\d)\s*/],
  ['1)', /^(\d{1,2})\s?\)\s*/],
  ['1:', /^(\d{1,2})\s?:\s*/],
  ['1-', /^(\d{1,2})\s?[-–—]\s+/],
  ['a)', /^([a-z])\)\s*/],
  ['A)', /^([A-Z])\)\s*/],
  ['a.', /^([a-z])\.\s+/],
  ['A.', /^([A-Z])\.\s+/],
  ['i.', /^([ivx]{2,4})[.)]\s+/],
  ['-', /^([-–—])(?!-)\s+(?=\S)/],
  ['-', /^(-)(?=[A-Za-z[*])/],
  ['*', /^(\*)(?!\*)\s*(?=\S)/],
  ['+', /^(\+)\s+(?=\S)/],
  ['•', /^([•●○▪■◦‣·►➢✓])\s*/],
]

function readLine(raw: string, number: number, isCode: boolean): SourceLine {
  const indent = raw.length - raw.trimStart().length
  const text = raw.trim().slice(0, MAX_BODY)
  const isBlank = text === ''
  const isRule = !isBlank && /^[\s|+*#=\-_~.─━═│┌┐└┘╔╗╚╝║<>/\\]+$/.test(text) && text.length > 2
  const line: SourceLine = {
    number,
    raw,
    indent,
    isBlank,
    isCode,
    isRule,
    heading: 0,
    marker: '',
    value: '',
    body: '',
    marked: '',
  }
  if (isBlank || isRule || isCode) return { ...line, body: text, marked: text }

  let rest = text.replace(/^(?:>\s*)+/, '')
  const hashes = rest.match(/^(#{1,6})\s*(?=[^#\s])/)
  if (hashes) {
    line.heading = hashes[1]?.length ?? 1
    rest = rest.slice(hashes[0].length).replace(/\s*#+\s*$/, '')
  }
  const drawn = rest.match(
    /^(?:\*{2,}|-{2,}|={2,}|~{2,}|_{2,}|\|)\s+(.{2,90}?)\s+(?:\*{2,}|-{2,}|={2,}|~{2,}|_{2,}|\|)$/,
  )
  if (drawn?.[1] && !drawn[1].includes('|')) {
    line.heading = line.heading || 7
    rest = drawn[1]
  }
  rest = rest.replace(/^<!--\s*|\s*-->$/g, '')
  for (let round = 0; round < 2; round++) {
    const bold = rest.match(/^([*_]{1,3})(?=\S)(?!\s)/)?.[1] ?? ''
    const inside = rest.slice(bold.length)
    const found = markers.find(([, pattern]) => pattern.test(bold ? inside : rest))
    // Emphasis around the whole line is no bullet; a marker inside of emphasis still is one.
    if (!found || (bold && /^[-*+•]$/.test(found[0]))) {
      if (!(found && bold.length === 1 && !rest.slice(1).includes('*'))) break
    }
    const [kind, pattern] = found as [string, RegExp]
    const match = (bold ? inside : rest).match(pattern)
    if (!match) break
    const dressed = bold.length === 1 && !rest.slice(1).includes('*') ? '*' : kind
    if (round === 0) {
      line.marker = dressed
      line.value = match[1] ?? ''
    }
    rest = bold + (bold ? inside : rest).slice(match[0].length)
    if (/^[-*+•]$/.test(kind) === false) break
  }
  line.marked = rest.trim()
  line.body = rest.replace(/\*+|`+|(?<!\w)_+|_+(?!\w)/g, '').trim()
  if (line.heading === 0 && line.marker === '' && isWhollyBold(rest)) line.heading = 7
  return line
}

function isWhollyBold(text: string): boolean {
  return text.length < 120 && /^(?:\*\*|__)[^*]+(?:\*\*|__):?$/.test(text)
}

/** Headings that the lines around them make: underlined ones, and boxes. */
function markDrawnHeadings(lines: SourceLine[]): void {
  for (const [at, line] of lines.entries()) {
    if (line.isBlank || line.isRule || line.isCode || line.heading || line.body.length > 100) continue
    const under = lines[at + 1]
    const over = lines[at - 1]
    if (!under?.isRule) continue
    const rule = under.raw.trim()
    const isBox = over?.isRule === true && over.raw.trim().length >= 3
    const isUnderline = /^=+$/.test(rule) || (/^[-~*_]+$/.test(rule) && rule.length >= line.body.length * 0.6)
    if (
      (isBox && (over?.raw.trim() ?? '')[0] === rule[0] && !/[.]$/.test(line.body)) ||
      (isUnderline && (over?.isBlank ?? true))
    )
      line.heading = 7
  }
}

/** Gives the rows of a table what the row above its rule calls their columns. */
function markCells(lines: SourceLine[]): void {
  for (const [at, line] of lines.entries()) {
    const heads = cellsOf(line.raw)
    const rule = lines[at + 1]
    if (
      heads.length < 2 ||
      line.isCode ||
      !rule?.isRule ||
      !rule.raw.includes('-') ||
      !rule.raw.includes('|')
    )
      continue
    for (let row = at + 2; row < lines.length; row++) {
      const own = lines[row] as SourceLine
      const texts = cellsOf(own.raw)
      if (own.isBlank || texts.length < 2) break
      own.cells = heads.map((head, place) => ({ head, text: texts[place] ?? '' }))
    }
  }
}

function cellsOf(raw: string): string[] {
  if (!raw.includes('|')) return []
  return raw
    .slice(0, MAX_BODY)
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replace(/\*+|`+/g, '').trim())
}
