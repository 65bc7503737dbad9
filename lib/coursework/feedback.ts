import type { CheckResult } from '@/lib/coursework/criterion'
import type { FoundClaim } from '@/lib/coursework/intake/read-unit'
import { type Rubric, type Score, scoreMarks } from '@/lib/coursework/rubric/rubric'

/** What a student is told: what was met, what to change and why, on which lines, and what to read. */
export type Feedback = {
  assignmentName: string
  label: string
  attempt: number
  scale: Rubric['scale']
  score: Score
  summary: string
  criteria: {
    id: string
    title: string
    help: string
    level: string
    points: number
    outOf: number
    isMet: boolean
    comment: string
    /** Lines that the check rests on, when the reviewer agrees with it. */
    lines: number[]
  }[]
  notes: { firstLine: number; lastLine: number; text: string; quote: string }[]
  claims: { line: number; why: string; source: string }[]
  /** Entries of the catalogue that are about what the text says, for reading on. */
  entries: CatalogueEntry[]
}

/** An entry of the catalogue, with what in the text leads to it. */
export type CatalogueEntry = { threatId: string; title: string; lines: number[] }

type Sources = {
  assignmentName: string
  label: string
  attempt: number
  rubric: Rubric
  summary: string
  marks: readonly { criterionId: string; levelId: string; comment: string }[]
  notes: readonly { firstLine: number; lastLine: number; text: string }[]
  checks: readonly CheckResult[]
  claims: readonly FoundClaim[]
  entries: readonly CatalogueEntry[]
  text: string
}

/** Puts a review together as feedback. Criteria to change come first. */
export function buildFeedback(of: Sources): Feedback {
  const { assignmentName, label, attempt, rubric, summary, notes, checks, claims, entries, text } = of
  const lines = text.split('\n')
  const marks = new Map(of.marks.map((mark) => [mark.criterionId, mark]))
  const criteria = rubric.criteria.flatMap(({ id, title, help, levels }) => {
    const mark = marks.get(id)
    const level = levels.find((one) => one.id === mark?.levelId)
    if (!mark || !level) return []
    const check = checks.find((one) => one.criterion === id)
    return [
      {
        id,
        title,
        help,
        level: level.label,
        points: level.points,
        outOf: Math.max(...levels.map((one) => one.points)),
        isMet: level.isMet,
        comment: mark.comment,
        lines: check?.result === level.isMet ? check.evidence.map(({ line }) => line) : [],
      },
    ]
  })
  return {
    assignmentName,
    label,
    attempt,
    scale: rubric.scale,
    score: scoreMarks(rubric, of.marks),
    summary,
    criteria: criteria.sort((a, b) => Number(a.isMet) - Number(b.isMet)),
    notes: notes.map((note) => ({ ...note, quote: (lines[note.firstLine - 1] ?? '').trim().slice(0, 160) })),
    claims: claims.map(({ line, why, source }) => ({ line, why, source })),
    entries: [...entries],
  }
}

/** The result in words, as a mark or as a verdict. */
export function resultOf({ scale, score }: Pick<Feedback, 'scale' | 'score'>): string {
  if (scale === 'points') return `${score.points} of ${score.outOf} points`
  return score.verdict === 'meets' ? 'Meets specifications' : 'Requires changes'
}
