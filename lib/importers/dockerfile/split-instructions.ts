import { type Heredoc, HeredocTaker, heredocNames } from '@/lib/importers/dockerfile/heredocs'
import type { InputFile } from '@/lib/importers/extract'

export type Flag = { name: string; value: string }

/** One instruction: continued lines joined to one text, comments taken away. `lineAt` leads from the text to the file. */
export type Instruction = {
  keyword: string
  flags: Flag[]
  /** What follows keyword and flags. */
  text: string
  file: string
  line: number
  /** Line of the file in which the character at this offset of `text` stands. */
  lineAt(offset: number): number
  heredocs: Heredoc[]
}

export type SplitFile = { instructions: Instruction[]; escape: '\\' | '`' }

const withHeredocs = new Set(['RUN', 'COPY', 'ADD', 'ONBUILD'])
const withFlags = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK'])

/**
 * Takes a Dockerfile apart, in one pass over its lines: directives, comments, continued lines, heredocs. Written here,
 * because the library for it takes time by the square of a file's length, which a hostile file makes use of; the tests
 * compare with it.
 */
export function splitInstructions({ path, text }: InputFile): SplitFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const sign = readEscape(lines)
  const isContinued = sign === '`' ? /(?:^|[^`])`[ \t]*$/ : /(?:^|[^\\])\\[ \t]*$/
  const taker = new HeredocTaker(lines)
  const instructions: Instruction[] = []
  for (let at = 0; at < lines.length; at++) {
    const parts: { text: string; line: number }[] = []
    for (; at < lines.length; at++) {
      const line = lines[at] as string
      // Comments and empty lines between continued lines are no part of the instruction.
      if (/^\s*(#|$)/.test(line)) {
        if (parts.length === 0) break
        continue
      }
      const continues = isContinued.test(line)
      parts.push({
        text: continues ? line.replace(/[`\\][ \t]*$/, '') : line,
        line: at + 1,
      })
      if (!continues) break
    }
    if (parts.length === 0) continue
    const instruction = join(path, parts)
    if (withHeredocs.has(instruction.keyword)) {
      const taken = taker.take(at + 1, heredocNames(instruction.text))
      instruction.heredocs = taken.heredocs
      at = taken.next - 1
    }
    instructions.push(instruction)
  }
  return { instructions, escape: sign }
}

/** The escape character that a directive at the top names. */
function readEscape(lines: readonly string[]): SplitFile['escape'] {
  for (const line of lines) {
    const directive = /^\s*#\s*([A-Za-z]+)\s*=\s*(.+?)\s*$/.exec(line)
    if (!directive) break
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\'
  }
  return '\\'
}

function join(file: string, parts: readonly { text: string; line: number }[]): Instruction {
  const whole = parts.map(({ text }) => text).join('')
  const keyword = /^\s*([A-Za-z]+)(?=\s|$)/.exec(whole)
  const name = (keyword?.[1] ?? '').toUpperCase()
  let start = keyword?.[0].length ?? 0
  const flags: Flag[] = []
  if (withFlags.has(name)) {
    const flag = /\s*--([a-z][\w-]*)(?:=("[^"]*"|\S*))?(?=\s|$)/y
    for (;;) {
      flag.lastIndex = start
      const found = flag.exec(whole)
      if (!found) break
      flags.push({ name: found[1] as string, value: (found[2] ?? '').replace(/^"|"$/g, '') })
      start = flag.lastIndex
    }
  }
  const lineOf = lineFinder(parts)
  start += /^\s*/.exec(whole.slice(start))?.[0].length ?? 0
  return {
    keyword: name,
    flags,
    text: whole.slice(start).trimEnd(),
    file,
    line: parts[0]?.line ?? 1,
    lineAt: (offset) => lineOf(start + offset),
    heredocs: [],
  }
}

/** Finds the line of an offset among joined lines. */
function lineFinder(parts: readonly { text: string; line: number }[]): (offset: number) => number {
  let end = 0
  const ends = parts.map(({ text }) => (end += text.length))
  return (offset) => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (offset < (ends[middle] as number)) high = middle
      else low = middle + 1
    }
    return parts[low]?.line ?? 1
  }
}

/** The texts of an instruction in JSON form, or undefined when it is in another. */
export function jsonForm({ text }: Pick<Instruction, 'text'>): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
  } catch {
    return undefined
  }
}

/** The words after the flags: of a JSON form its texts, otherwise what blanks part, quotes taken off. */
export function argumentsOf(instruction: Pick<Instruction, 'text'>): string[] {
  const json = jsonForm(instruction)
  if (json) return json
  return [...instruction.text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g)].map(([word]) =>
    word.replace(/^(["'])(.*)\1$/, '$2'),
  )
}

/** The value of a flag, the last one when it stands there twice. */
export function flagOf({ flags }: Pick<Instruction, 'flags'>, name: string): string | undefined {
  return flags.findLast((flag) => flag.name === name)?.value
}
