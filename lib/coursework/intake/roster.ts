/** A student as a learning platform's list names them. `identifier` in small letters, unique in a course. */
export type RosterEntry = { identifier: string; name: string; email: string }

export type Roster = {
  entries: RosterEntry[]
  /** Rows that are no student, with their line in the file and why. */
  skipped: { line: number; sentence: string }[]
  columns: string[]
}

/** Which column holds what, by its heading. */
export type RosterColumns = {
  identifier: string
  name: string
  lastName?: string | undefined
  email?: string | undefined
}

/** Takes CSV text apart: quotes, quotes in quotes, commas, semicolons or tabs, any line end. */
export function parseCsv(text: string): { line: number; cells: string[] }[] {
  const body = text.replace(/^\uFEFF/, '')
  const head = body.slice(0, body.search(/\r?\n|$/))
  const separator = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let start = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== ''))
      rows.push({ line: start, cells: cells.map((one) => one.trim()) })
    cells = []
    cell = ''
    start = line
  }
  for (let at = 0; at < body.length; at++) {
    const letter = body[at] as string
    if (letter === '\n') line++
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (body[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') endRow()
    else if (letter !== '\r') cell += letter
  }
  endRow()
  return rows
}

const guesses: Record<keyof RosterColumns, RegExp[]> = {
  identifier: [
    /^(?:sis login id|login id|username|user name|user ?id|login|id number|student id|student number|sid|github.*|identifier|anonymous.*|kennung|matrikel.*)$/i,
    /^(?:id|sis user id|number)$/i,
    /e-?mail/i,
  ],
  name: [/^(?:name|student|full name|student name|display name)$/i, /^(?:first ?name|given name|forename)$/i],
  lastName: [/^(?:last ?name|surname|family name)$/i],
  email: [/e-?mail/i],
}

/** The most likely meaning of a list's columns, by their headings. */
export function guessColumns(columns: readonly string[]): RosterColumns {
  const find = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) => columns.find((column) => pattern.test(column.trim())) ?? [])[0]
  const name = find(guesses.name) ?? columns[0] ?? ''
  const isFirstOnly = /^(?:first|given|fore)/i.test(name)
  return {
    identifier: find(guesses.identifier) ?? columns[0] ?? '',
    name,
    lastName: isFirstOnly ? find(guesses.lastName) : undefined,
    email: find(guesses.email),
  }
}

/** Reads a roster with a heading row. Rows without an identifier, and identifiers that stand twice, are listed. */
export function readRoster(text: string, given?: RosterColumns): Roster {
  const [head, ...rows] = parseCsv(text)
  const columns = head?.cells ?? []
  const map = given ?? guessColumns(columns)
  const place = (name: string | undefined) => (name === undefined ? -1 : columns.indexOf(name))
  const places = {
    identifier: place(map.identifier),
    name: place(map.name),
    last: place(map.lastName),
    email: place(map.email),
  }
  const roster: Roster = { entries: [], skipped: [], columns }
  if (places.identifier < 0) {
    roster.skipped.push({ line: 1, sentence: 'No column of this list tells the students apart. Choose one.' })
    return roster
  }
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '')).replace(/\p{Cc}+/gu, ' ').trim()
    const identifier = cell(places.identifier).toLowerCase().slice(0, 120)
    const name = [cell(places.name), cell(places.last)].filter(Boolean).join(' ').slice(0, 200)
    if (identifier === '' || /^(?:points possible|student, test|read only)/i.test(name)) {
      roster.skipped.push({ line, sentence: 'This row names no student.' })
    } else if (seen.has(identifier)) {
      roster.skipped.push({ line, sentence: `${identifier} stands twice; the first row counts.` })
    } else {
      seen.add(identifier)
      roster.entries.push({ identifier, name: name || identifier, email: cell(places.email).slice(0, 200) })
    }
  }
  return roster
}
