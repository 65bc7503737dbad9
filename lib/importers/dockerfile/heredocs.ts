/** A text that stands in the lines after an instruction. `line` is that of its first line. */
export type Heredoc = { name: string; body: string; line: number }

const MAX_HEREDOCS = 50

/** What ends each heredoc of an instruction, in order: words such as `<<EOF`, `<<-"EOF"`, `3<<EOF`. */
export function heredocNames(text: string): { name: string; isIndented: boolean }[] {
  if (!text.includes('<<')) return []
  const found: { name: string; isIndented: boolean }[] = []
  for (const [, dash, quoted, plain] of text.matchAll(
    /(?:^|[\s;&|(])\d*<<(-?)(?:["']([\w.-]+)["']|([\w.-]+))(?=$|[\s;&|)>])/g,
  )) {
    const name = quoted ?? plain
    if (name !== undefined && found.length < MAX_HEREDOCS) found.push({ name, isIndented: dash === '-' })
  }
  return found
}

const outdent = (line: string) => line.replace(/^\t+/, '')

/** Takes heredocs out of the lines of a file. */
export class HeredocTaker {
  /** Where each line stands last, so that a heredoc without an end costs no search through the rest of the file. */
  private lastAt: Map<string, number> | undefined

  constructor(private readonly lines: readonly string[]) {}

  /** The bodies that stand from the line `from` on. One without its end is none: its lines are instructions. */
  take(
    from: number,
    names: readonly { name: string; isIndented: boolean }[],
  ): { heredocs: Heredoc[]; next: number } {
    const heredocs: Heredoc[] = []
    let next = from
    for (const { name, isIndented } of names) {
      const strip = isIndented ? outdent : (line: string) => line
      let end = this.lastOf(name) >= next ? next : this.lines.length
      while (end < this.lines.length && strip(this.lines[end] as string) !== name) end++
      if (end >= this.lines.length) break
      heredocs.push({ name, body: this.lines.slice(next, end).map(strip).join('\n'), line: next + 1 })
      next = end + 1
    }
    return { heredocs, next }
  }

  private lastOf(name: string): number {
    this.lastAt ??= new Map(this.lines.map((line, at) => [outdent(line), at]))
    return this.lastAt.get(name) ?? -1
  }
}
