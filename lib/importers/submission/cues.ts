import { type CategoryLabel, readLabel } from '@/lib/importers/submission/category-label'
import { type Field, fieldOf } from '@/lib/importers/submission/fields'
import type { SourceLine } from '@/lib/importers/submission/source-lines'

/** A line of a part that may hold threats, with its cues. */
export type CueLine = {
  line: SourceLine
  label: CategoryLabel | undefined
  field: Field | undefined
  signature: string
}

/** Reads the cues of lines that are not blank. */
export function readCues(lines: readonly SourceLine[]): CueLine[] {
  const cues = lines.map((line) => {
    const label = line.isCode || line.isRule || line.isBlank ? undefined : readLabel(line.body)
    const field = line.isCode || line.isRule || line.isBlank ? undefined : fieldOf(line.body)
    return { line, label, field, signature: signatureOf(line, field) }
  })
  dropListsOfLetters(cues)
  return cues
}

function signatureOf(line: SourceLine, field: Field | undefined): string {
  if (line.isBlank || line.isRule || line.isCode) return ''
  const indent = line.indent < 2 ? 0 : line.indent < 6 ? 1 : line.indent < 10 ? 2 : 3
  if (line.heading && line.heading < 7) return `h${line.heading}`
  if (line.heading === 7 && line.marker === '') return 'h7'
  if (line.marker) return `${line.marker}@${indent}`
  if (field) return `${field.key}:`
  return ''
}

const STRIDE = 'STRIDE'

/** "S: ...", "T: ..." without the names: the letter is the category when all letters used are of the six. */
function dropListsOfLetters(cues: readonly CueLine[]): void {
  const lettered = cues.flatMap((cue) => {
    if (cue.label || cue.line.isBlank) return []
    const match = cue.line.marked.match(/^\**\(?([A-Z])\)?\**\s*(?:[-–—:=]|\))\**\s*(.*)$/)
    const letter = match?.[1] ?? (/^A[.)]$/.test(cue.line.marker) ? cue.line.value : undefined)
    return letter ? [{ cue, letter, rest: match?.[2] ?? cue.line.body }] : []
  })
  const used = new Set(lettered.map(({ letter }) => letter))
  if (used.size < 3 || !used.has('S') || [...used].some((letter) => !STRIDE.includes(letter))) return
  for (const { cue, letter, rest } of lettered) {
    cue.label = { categories: [letter as 'S'], strength: 0.9, rest, where: 'start' }
  }
}
