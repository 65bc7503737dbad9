import { readBlockScalar } from '@/lib/importers/yaml/block-scalar'
import { FlowReader } from '@/lib/importers/yaml/flow-reader'
import { type Decline, decline, isBlank, resolvePlain, START_OF_OTHER } from '@/lib/importers/yaml/scan'
import type { YamlEntry, YamlMap, YamlNode } from '@/lib/importers/yaml/yaml-node'

/**
 * Reads one YAML document in the style that manifests are written in: block maps and lists, flow collections, plain,
 * quoted and block scalars. It makes nodes with lines in one pass, several times faster than the full parser. Whatever
 * else YAML has (anchors, tags, merge keys, tabs, a key twice) it declines as a whole, and so it does with every mistake:
 * then the full parser has the word. What it does read, it reads as the full parser would.
 */
export class BlockReader {
  nodes = 0
  private at = 0
  private line = 0
  private column = 0
  private depth = 0
  private readonly flow: FlowReader

  /** @param firstLine number of the text's first line. */
  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly firstLine: number,
    private readonly maxDepth: number,
  ) {
    this.flow = new FlowReader(file, text, maxDepth)
  }

  /** The document's root; null for a document without content, undefined when it is declined. */
  read(): YamlNode | null | undefined {
    try {
      this.line = this.firstLine
      if (!this.toContent()) return null
      const root = this.root()
      if (this.at < this.text.length) throw decline()
      return root
    } catch (error) {
      if ((error as Decline).isDecline) return undefined
      throw error
    }
  }

  private root(): YamlNode {
    const code = this.text.charCodeAt(this.at)
    if (code === 0x7b || code === 0x5b) {
      const node = this.flowValue()
      this.endLine()
      return node
    }
    if (!this.isItem() && this.colonOnLine() < 0) throw decline()
    return this.block()
  }

  // A block map or list that begins here.
  private block(): YamlNode {
    if (++this.depth > this.maxDepth) throw decline()
    const node = this.isItem() ? this.list(this.column) : this.map(this.column, this.line)
    this.depth--
    return node
  }

  /** To the next line with content, whose column is noted. False at the end. */
  private toContent(): boolean {
    const { text } = this
    const { length } = text
    let start = this.at
    for (;;) {
      let at = start
      while (text.charCodeAt(at) === 0x20) at++
      if (at >= length) {
        this.at = length
        this.column = -1
        return false
      }
      const code = text.charCodeAt(at)
      if (code !== 0x0a && code !== 0x23) {
        if (code === 0x09) throw decline()
        this.at = at
        this.column = at - start
        return true
      }
      const end = code === 0x0a ? at : text.indexOf('\n', at)
      if (end < 0) {
        this.at = length
        this.column = -1
        return false
      }
      start = end + 1
      this.line++
    }
  }

  /** Past blanks and a comment to the next line with content; declines when anything else stands there. */
  private endLine(): void {
    const { text } = this
    let at = this.at
    while (text.charCodeAt(at) === 0x20) at++
    const code = text.charCodeAt(at)
    if (at < text.length && code !== 0x0a && (code !== 0x23 || at === this.at)) throw decline()
    const end = text.indexOf('\n', at)
    if (end < 0) {
      this.at = text.length
      this.column = -1
      return
    }
    this.at = end + 1
    this.line++
    this.toContent()
  }

  private isItem(): boolean {
    return this.text.charCodeAt(this.at) === 0x2d && isBlank(this.text.charCodeAt(this.at + 1))
  }

  /** Where the colon of a key on this line stands, -1 for none. */
  private colonOnLine(): number {
    const { text } = this
    let at = this.at
    const first = text.charCodeAt(at)
    if (first === 0x22 || first === 0x27) {
      at = this.flow.quoteEnd(at, true)
      // A quote that goes on below is no key.
      if (at < 0) return -1
      while (text.charCodeAt(at) === 0x20) at++
      return text.charCodeAt(at) === 0x3a && isBlank(text.charCodeAt(at + 1)) ? at : -1
    }
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 0x0a) return -1
      if (code === 0x3a && isBlank(text.charCodeAt(at + 1))) return at
      if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) return -1
    }
    return -1
  }

  private map(column: number, line: number): YamlMap {
    const entries = new Map<string, YamlEntry>()
    this.nodes++
    while (this.column === column && this.at < this.text.length) {
      const colon = this.colonOnLine()
      if (colon < 0) throw decline()
      const key = this.key(colon)
      if (entries.has(key)) throw decline()
      const keyLine = this.line
      this.at = colon + 1
      entries.set(key, { key, file: this.file, line: keyLine, value: this.value(column, keyLine, false) })
    }
    if (this.column > column) throw decline()
    return { kind: 'map', file: this.file, line, entries }
  }

  private key(colon: number): string {
    const { text, at } = this
    const first = text.charCodeAt(at)
    if (first === 0x22 || first === 0x27) return this.flow.unquote(at, this.flow.quoteEnd(at, true))
    if (first === 0x3a || START_OF_OTHER.has(first) || (first === 0x2d && isBlank(text.charCodeAt(at + 1))))
      throw decline()
    let end = colon
    while (text.charCodeAt(end - 1) === 0x20) end--
    const key = text.slice(at, end)
    if (key === '<<' || key.includes('\t')) throw decline()
    return String(resolvePlain(key))
  }

  private list(column: number): YamlNode {
    const items: YamlNode[] = []
    const { line } = this
    this.nodes++
    while (this.column === column && this.at < this.text.length && this.isItem()) {
      const start = this.at
      this.at++
      let at = this.at
      while (this.text.charCodeAt(at) === 0x20) at++
      const code = this.text.charCodeAt(at)
      if (code === 0x0a || code === 0x23 || at >= this.text.length) {
        items.push(this.value(column, this.line, true))
        // An empty item with the next one further left is something the full parser sees in its own way.
        if (this.column >= 0 && this.column < column && this.isItem()) throw decline()
        continue
      }
      this.at = at
      this.column = column + at - start
      if (this.isItem() || (code !== 0x7b && code !== 0x5b && this.colonOnLine() >= 0))
        items.push(this.block())
      else items.push(this.scalarOrFlow(column, this.line))
    }
    if (this.column > column) throw decline()
    return { kind: 'list', file: this.file, line, items }
  }

  // What stands after a colon or, with nothing on its line, after a dash.
  private value(column: number, line: number, inList: boolean): YamlNode {
    const { text } = this
    let at = this.at
    while (text.charCodeAt(at) === 0x20) at++
    const code = text.charCodeAt(at)
    if (at < text.length && code !== 0x0a && (code !== 0x23 || at === this.at)) {
      this.at = at
      return this.scalarOrFlow(column, line)
    }
    this.at = at
    this.endOfKey()
    if (
      this.column > column ||
      (this.column === column && !inList && this.at < text.length && this.isItem())
    ) {
      return this.below(line, inList)
    }
    this.nodes++
    return { kind: 'scalar', file: this.file, line, value: null }
  }

  private endOfKey(): void {
    const end = this.text.indexOf('\n', this.at)
    if (end < 0) {
      this.at = this.text.length
      this.column = -1
      return
    }
    this.at = end + 1
    this.line++
    this.toContent()
  }

  private below(line: number, inList: boolean): YamlNode {
    const code = this.text.charCodeAt(this.at)
    const isBlock = this.isItem() || (code !== 0x7b && code !== 0x5b && this.colonOnLine() >= 0)
    if (!isBlock) throw decline()
    const node = this.block()
    if (!inList) node.line = line
    return node
  }

  private scalarOrFlow(column: number, line: number): YamlNode {
    const { text } = this
    const code = text.charCodeAt(this.at)
    if (code === 0x7b || code === 0x5b) {
      const node = this.flowValue()
      node.line = line
      this.endLine()
      return node
    }
    this.nodes++
    if (code === 0x7c || code === 0x3e)
      return { kind: 'scalar', file: this.file, line, value: this.blockScalar(column, code === 0x3e) }
    if (code === 0x22 || code === 0x27) {
      const end = this.flow.quoteEnd(this.at, false)
      const value = this.flow.unquote(this.at, end)
      for (
        let from = text.indexOf('\n', this.at);
        from >= 0 && from < end;
        from = text.indexOf('\n', from + 1)
      )
        this.line++
      this.at = end
      this.endLine()
      return { kind: 'scalar', file: this.file, line, value }
    }
    return { kind: 'scalar', file: this.file, line, value: this.plain(column) }
  }

  private flowValue(): YamlNode {
    const { node, end, line } = this.flow.read(this.at, this.line)
    this.nodes += this.flow.takeNodes()
    this.at = end
    this.line = line
    return node
  }

  private plain(column: number): string | number | boolean | null {
    const { text } = this
    const first = text.charCodeAt(this.at)
    if (
      START_OF_OTHER.has(first) ||
      ((first === 0x2d || first === 0x3a) && isBlank(text.charCodeAt(this.at + 1)))
    )
      throw decline()
    let value: string | undefined
    let empty = 0
    for (;;) {
      const start = this.at
      const hasComment = this.plainLine()
      const part = text.slice(start, this.at)
      value = value === undefined ? part : value + (empty === 0 ? ' ' : '\n'.repeat(empty)) + part
      const from = this.line
      const commentLines = this.plainEnd()
      if (this.column <= column) break
      // Deeper and not after a comment: the text goes on here.
      if (hasComment || commentLines) throw decline()
      empty = this.line - from - 1
    }
    return resolvePlain(value)
  }

  // To the end of a plain scalar on its line. True when a comment follows.
  private plainLine(): boolean {
    const { text } = this
    let end = this.at
    for (let at = this.at; ; at++) {
      const code = text.charCodeAt(at)
      if (code === 0x0a || at >= text.length) {
        this.at = end
        return false
      }
      if (code === 0x3a && isBlank(text.charCodeAt(at + 1))) throw decline()
      if (code === 0x09) throw decline()
      if (code === 0x23 && text.charCodeAt(at - 1) === 0x20) {
        this.at = end
        return true
      }
      if (code !== 0x20) end = at + 1
    }
  }

  // To the next content; true when comment lines stand between.
  private plainEnd(): boolean {
    const { text } = this
    const end = text.indexOf('\n', this.at)
    if (end < 0) {
      this.at = text.length
      this.column = -1
      return false
    }
    this.at = end + 1
    this.line++
    const { at: from, line } = this
    this.toContent()
    return this.line > line && this.column >= 0 && /^ *#/m.test(text.slice(from, this.at))
  }

  private blockScalar(column: number, isFolded: boolean): string {
    const { value, end, lines } = readBlockScalar(this.text, this.at, column, isFolded)
    this.line += lines
    // The lines after the text are gone through again, so that comments among them are seen.
    this.at = end
    this.toContent()
    if (this.column > column) throw decline()
    return value
  }
}
