import { decline, isBlank, resolvePlain, START_OF_OTHER } from '@/lib/importers/yaml/scan'
import type { YamlEntry, YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Reads flow collections and quoted scalars, JSON among them, for the block reader; declines what is out of the ordinary. */
export class FlowReader {
  private at = 0
  private line = 0
  private nodes = 0
  private depth = 0

  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  /** The collection that begins at `at`, where it ends, and on which line. */
  read(at: number, line: number): { node: YamlNode; end: number; line: number } {
    this.at = at
    this.line = line
    const node = this.node()
    return { node, end: this.at, line: this.line }
  }

  /** How many nodes were read since the last call. */
  takeNodes(): number {
    const { nodes } = this
    this.nodes = 0
    return nodes
  }

  /** Where a quoted scalar ends; -1 when it shall end on its line and does not. */
  quoteEnd(start: number, onOneLine: boolean): number {
    const { text } = this
    const quote = text.charCodeAt(start)
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        if (quote === 0x22 || text.charCodeAt(at + 1) !== quote) return at + 1
        at++
      } else if (code === 0x5c && quote === 0x22) at++
      else if (code === 0x0a && onOneLine) return -1
    }
    throw decline()
  }

  /** The text of a quoted scalar from its quote to its end. */
  unquote(start: number, end: number): string {
    const quote = this.text[start]
    const raw = this.text.slice(start + 1, end - 1)
    const folded = raw.includes('\n') ? foldQuoted(raw, quote === '"') : raw
    if (quote === "'") return folded.includes("'") ? folded.replaceAll("''", "'") : folded
    if (!folded.includes('\\')) return folded
    try {
      return JSON.parse(`"${folded.replaceAll('\t', '\\t')}"`) as string
    } catch {
      throw decline()
    }
  }

  private node(): YamlNode {
    if (++this.depth > this.maxDepth) throw decline()
    const code = this.text.charCodeAt(this.at)
    this.nodes++
    const node =
      code === 0x7b
        ? this.map()
        : code === 0x5b
          ? this.list()
          : code === 0x22 || code === 0x27
            ? this.quoted()
            : this.scalar(this.plain())
    this.depth--
    return node
  }

  private scalar(value: string | number | boolean | null, line = this.line): YamlNode {
    return { kind: 'scalar', file: this.file, line, value }
  }

  private quoted(): YamlNode {
    const end = this.quoteEnd(this.at, false)
    const value = this.unquote(this.at, end)
    const { line } = this
    for (
      let from = this.text.indexOf('\n', this.at);
      from >= 0 && from < end;
      from = this.text.indexOf('\n', from + 1)
    )
      this.line++
    this.at = end
    return this.scalar(value, line)
  }

  private map(): YamlNode {
    const entries = new Map<string, YamlEntry>()
    const { line } = this
    this.at++
    for (;;) {
      this.skip()
      if (this.text.charCodeAt(this.at) === 0x7d) break
      const keyLine = this.line
      const first = this.text.charCodeAt(this.at)
      if (first === 0x7b || first === 0x5b) throw decline()
      const isQuoted = first === 0x22 || first === 0x27
      const end = isQuoted ? this.quoteEnd(this.at, true) : 0
      if (end < 0) throw decline()
      const key = isQuoted ? this.unquote(this.at, end) : String(this.plain())
      if (isQuoted) this.at = end
      this.nodes++
      if (key === '<<' || entries.has(key)) throw decline()
      while (this.text.charCodeAt(this.at) === 0x20) this.at++
      if (this.text.charCodeAt(this.at) !== 0x3a) throw decline()
      this.at++
      this.skip()
      const next = this.text.charCodeAt(this.at)
      if (next === 0x2c || next === 0x7d) throw decline()
      const value = this.node()
      value.line = keyLine
      entries.set(key, { key, file: this.file, line: keyLine, value })
      if (this.isLast(0x7d)) break
    }
    this.at++
    return { kind: 'map', file: this.file, line, entries }
  }

  private list(): YamlNode {
    const items: YamlNode[] = []
    const { line } = this
    this.at++
    for (;;) {
      this.skip()
      if (this.text.charCodeAt(this.at) === 0x5d) break
      const first = this.text.charCodeAt(this.at)
      items.push(this.node())
      // A pair without braces in a list is left to the full parser.
      if (first !== 0x7b && first !== 0x5b && this.text.charCodeAt(this.at) === 0x3a) throw decline()
      if (this.isLast(0x5d)) break
    }
    this.at++
    return { kind: 'list', file: this.file, line, items }
  }

  private isLast(terminator: number): boolean {
    this.skip()
    const code = this.text.charCodeAt(this.at)
    if (code === terminator) return true
    if (code !== 0x2c) throw decline()
    this.at++
    return false
  }

  // Past blanks, line ends and comments. Lines inside brackets may stand anywhere, tabs included, as in JSON.
  private skip(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === 0x0a) this.line++
      else if (code === 0x23 && isBlank(text.charCodeAt(this.at - 1))) {
        const end = text.indexOf('\n', this.at)
        if (end < 0) throw decline()
        this.at = end
        continue
      } else if (code !== 0x20 && code !== 0x09) break
      this.at++
    }
    if (this.at >= text.length) throw decline()
  }

  private plain(): string | number | boolean | null {
    const { text } = this
    const start = this.at
    const first = text.charCodeAt(start)
    if (
      START_OF_OTHER.has(first) ||
      ((first === 0x2d || first === 0x3a) && endsPlain(text.charCodeAt(start + 1)))
    )
      throw decline()
    let end = start
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at)
      if (at >= text.length || code === 0x0a || code === 0x09) throw decline()
      if (code === 0x2c || code === 0x5d || code === 0x7d) break
      if (code === 0x7b || code === 0x5b) throw decline()
      if (code === 0x3a && endsPlain(text.charCodeAt(at + 1))) break
      if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) throw decline()
      if (code !== 0x20) end = at + 1
    }
    if (end === start) throw decline()
    this.at = end
    while (text.charCodeAt(this.at) === 0x20) this.at++
    return resolvePlain(text.slice(start, end))
  }
}

function endsPlain(code: number): boolean {
  return isBlank(code) || code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d
}

// Line ends inside quotes are blanks; empty lines between are line ends.
function foldQuoted(raw: string, isDouble: boolean): string {
  const lines = raw.split('\n')
  let result = (lines[0] ?? '').replace(/[ \t]+$/, '')
  let empty = 0
  for (let at = 1; at < lines.length; at++) {
    const isEnd = at === lines.length - 1
    const start = (lines[at] as string).replace(/^[ \t]+/, '')
    const line = isEnd ? start : start.replace(/[ \t]+$/, '')
    if (/^[ \t]*\t/.test(lines[at] as string)) throw decline()
    if (line === '' && !isEnd) {
      empty++
      continue
    }
    result += empty === 0 ? ' ' : (isDouble ? '\\n' : '\n').repeat(empty)
    empty = 0
    result += line
  }
  // An escaped line end or an escaped blank beside one is left to the full parser.
  if (isDouble && /\\[ \t]?$/m.test(raw)) throw decline()
  return result
}
