import { formatCount } from '@/lib/model/format-count'
/** Ends strict reading: the text is not JSON as the standard has it. */
export class SyntaxStop extends Error {}

/** Ends all reading: what is nested or repeated here would take too much. `message` is a sentence for people. */
export class LimitStop extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

const MAX_DEPTH = 120
const MAX_VALUES = 6_000_000
const OTHER_SPACE = /[\s\uFEFF]/
const SCALAR = /[^\s,:{}[\]"]+/y
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: ' ', f: ' ' }

/** A cursor over JSON text that counts lines, and knows how to go on after mistakes when it is lenient. */
export class JsonText {
  position: number
  line: number
  private values = 0
  constructor(
    private readonly text: string,
    start: { position: number; line: number },
    readonly lenient: boolean,
  ) {
    this.position = start.position
    this.line = start.line
  }

  /** The next character that is no space, '' at the end. */
  peek(): string {
    this.skipSpace()
    const next = this.text.charAt(this.position)
    if (next === '' && !this.lenient) throw new SyntaxStop()
    return next
  }

  open(depth: number): void {
    if (depth > MAX_DEPTH)
      throw new LimitStop(
        this.line,
        `This is nested deeper than ${MAX_DEPTH} levels, as no scanner writes it.`,
      )
    this.count()
    this.position++
  }

  /** Takes the closing bracket; at the end of the text there is none to take. */
  close(bracket: string): void {
    if (this.text.charAt(this.position) === bracket) this.position++
    else if (!this.lenient) throw new SyntaxStop()
  }

  skipUnexpected(): void {
    if (!this.lenient) throw new SyntaxStop()
    this.position++
  }

  /** True when a value follows the name that was just read. */
  takeColon(): boolean {
    if (this.peek() === ':') this.position++
    else if (!this.lenient) throw new SyntaxStop()
    else return false
    const next = this.peek()
    return next !== '' && next !== ',' && next !== '}'
  }

  takeComma(closing: string): void {
    const next = this.peek()
    if (next === ',') {
      this.position++
      if (!this.lenient && this.peek() === closing) throw new SyntaxStop()
    } else if (next !== closing && !this.lenient) throw new SyntaxStop()
  }

  takeScalar(): string | number | boolean | null {
    this.count()
    SCALAR.lastIndex = this.position
    const word = SCALAR.exec(this.text)?.[0]
    if (word === undefined) {
      this.skipUnexpected()
      return null
    }
    this.position += word.length
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (NUMBER.test(word)) return Number(word)
    if (!this.lenient) throw new SyntaxStop()
    return word
  }

  /** Takes a string. A lenient one ends at a quote after which the surrounding value goes on. */
  takeString(inside: boolean): string {
    this.count()
    const start = this.position + 1
    let end = this.text.indexOf('"', start)
    while (end >= 0 && (isEscaped(this.text, start, end) || (this.lenient && inside && !this.endsAt(end))))
      end = this.text.indexOf('"', end + 1)
    if (end < 0) {
      if (!this.lenient) throw new SyntaxStop()
      end = this.text.length
    }
    const raw = this.text.slice(start, end)
    if (this.lenient) this.moveTo(Math.min(end + 1, this.text.length))
    else {
      if (raw.includes('\n') || raw.includes('\r')) throw new SyntaxStop()
      this.position = end + 1
    }
    return raw.includes('\\') ? unescapeText(raw) : raw
  }

  /** Whether what follows a quote is what follows a string: a bracket, a colon and a value, a comma and a value. */
  private endsAt(quote: number): boolean {
    const after = this.text.slice(quote + 1, quote + 200)
    return /^\s*(?:$|[}\]]\s*(?:$|[,}\]])|:\s*["{[\dtfn-]|,\s*["{[\]}\dtfn-]|\r?\n\s*["{[}\]])/.test(after)
  }

  /** Counts lines on its way: most of a report made for reading is space. */
  private skipSpace(): void {
    const { text } = this
    let position = this.position
    for (;;) {
      const code = text.charCodeAt(position)
      if (code === 10) this.line++
      else if (code > 32 ? code < 0x80 || !OTHER_SPACE.test(text.charAt(position)) : !(code >= 0)) break
      // Control characters below the space are none; cleaned text has none either.
      else if (code < 32 && code !== 9 && (code < 11 || code > 13)) break
      position++
    }
    this.position = position
  }

  private moveTo(position: number): void {
    this.line += countLines(this.text, this.position, position)
    this.position = position
  }

  private count(): void {
    if (++this.values > MAX_VALUES)
      throw new LimitStop(
        this.line,
        `This holds more than ${formatCount(MAX_VALUES)} values. Split the file.`,
      )
  }
}

/** How many lines end between two places. */
export function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines++
  return lines
}

function isEscaped(text: string, start: number, quote: number): boolean {
  let slashes = 0
  while (quote - 1 - slashes >= start && text.charCodeAt(quote - 1 - slashes) === 92) slashes++
  return slashes % 2 === 1
}

function unescapeText(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, one: string) =>
    hex === undefined ? (escapes[one] ?? one) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
