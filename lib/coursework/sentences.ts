import { readSourceLines } from '@/lib/importers/submission/source-lines'
import { dropAccents } from '@/lib/importers/submission/stride-words'

/** A sentence of a text without accents, and for each of its characters the line it stands on. */
export type Sentence = {
  text: string
  lineAt(index: number): number
  firstLine: number
  startsBlock: boolean
}

const MAX_SENTENCE = 2_000

/** The sentences of a text. Wrapped lines are joined; a blank line, a list marker or a heading starts a new one. */
export function sentencesOf(text: string): Sentence[] {
  const blocks: { number: number; text: string }[][] = []
  let open = false
  for (const line of readSourceLines(text)) {
    if (line.isBlank || line.isRule || line.isCode) {
      open = false
      continue
    }
    const piece = { number: line.number, text: dropAccents(line.body) }
    const isNew = line.marker !== '' || line.heading > 0 || /^[A-Z][a-z]+:\s/.test(line.body)
    if (open && !isNew) blocks.at(-1)?.push(piece)
    else blocks.push([piece])
    open = line.heading === 0
  }
  return blocks.flatMap(splitBlock)
}

function splitBlock(lines: readonly { number: number; text: string }[]): Sentence[] {
  const starts: { at: number; number: number }[] = []
  let whole = ''
  for (const { number, text } of lines) {
    starts.push({ at: whole.length, number })
    whole += `${text} `
  }
  const lineOf = (index: number) => starts.findLast(({ at }) => at <= index)?.number ?? 0
  const sentences: Sentence[] = []
  let from = 0
  const add = (to: number) => {
    const start = from
    from = to
    if (whole.slice(start, to).trim() === '') return
    sentences.push({
      text: whole.slice(start, Math.min(to, start + MAX_SENTENCE)),
      lineAt: (index) => lineOf(start + index),
      firstLine: lineOf(start),
      startsBlock: sentences.length === 0,
    })
  }
  for (const end of whole.matchAll(/(?<!\b(?:e\.g|i\.e|etc|vs|no))[.!?]["')\]]?\s+(?=\S)/g))
    add(end.index + end[0].length)
  add(whole.length)
  return sentences
}
