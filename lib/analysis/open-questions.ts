import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import { elementOf } from '@/lib/model/element-of'
import type { Severity } from '@/lib/model/judgement'
import type { ThreatModel } from '@/lib/model/threat-model'

/** One question, asked once for all elements that it is open on. */
export type OpenQuestion = {
  attribute: string
  /** Where it is unknown, in id order. */
  elementIds: readonly string[]
  /** Possible threats that ask it, worst first. */
  rows: readonly ThreatRow[]
  /** How many of those ask nothing else, or nothing else that comes later in the list. */
  settles: number
  worst: Severity
}

/**
 * What to ask so that few answers settle most: open possible threats ask for facts; a fact is one question,
 * however many elements it is unknown of. In greedy order: each next question is the one that brings most threats closest to being settled, given
 * that those before it are answered. Every possible threat that asks anything is settled by the end of the list.
 */
export function openQuestions(rows: readonly ThreatRow[], model: ThreatModel): OpenQuestion[] {
  const { questions, waiting } = collect(rows, model)
  const ordered: OpenQuestion[] = []
  const open = new Map(questions)
  while (open.size > 0) {
    const [next] = [...open.values()].sort((a, b) => compareDrafts(a, b, waiting))
    if (!next) break
    open.delete(next.attribute)
    ordered.push(close(next, waiting))
  }
  return ordered
}

/** How many of the first questions settle this share (0 to 1) of all that can be settled. */
export function questionsFor(share: number, questions: readonly OpenQuestion[]): number {
  const all = questions.reduce((sum, { settles }) => sum + settles, 0)
  let settled = 0
  for (const [index, question] of questions.entries()) {
    if (settled >= share * all) return index
    settled += question.settles
  }
  return questions.length
}

type Draft = { attribute: string; elementIds: Set<string>; rows: Set<ThreatRow> }
/** For each row the questions that it still waits for. */
type Waiting = Map<ThreatRow, Set<string>>

function collect(rows: readonly ThreatRow[], model: ThreatModel) {
  const questions = new Map<string, Draft>()
  const waiting: Waiting = new Map()
  for (const row of rows) {
    if (row.state !== 'possible' || !row.isOpen) continue
    const keys = new Set<string>()
    for (const { elementId, attribute } of row.asks) {
      if (!elementOf(model, elementId)) continue
      const question = questions.get(attribute) ?? {
        attribute,
        elementIds: new Set<string>(),
        rows: new Set<ThreatRow>(),
      }
      questions.set(attribute, question)
      question.elementIds.add(elementId)
      question.rows.add(row)
      keys.add(attribute)
    }
    if (keys.size > 0) waiting.set(row, keys)
  }
  return { questions, waiting }
}

function close(draft: Draft, waiting: Waiting): OpenQuestion {
  let settles = 0
  for (const row of draft.rows) {
    const left = waiting.get(row)
    if (left?.delete(draft.attribute) && left.size === 0) settles += 1
  }
  const rows = [...draft.rows].sort(
    (a, b) => severityRank(b.severity) - severityRank(a.severity) || (a.key < b.key ? -1 : 1),
  )
  const worst = (rows[0] as ThreatRow).severity
  return { attribute: draft.attribute, elementIds: [...draft.elementIds].sort(), rows, settles, worst }
}

function compareDrafts(a: Draft, b: Draft, waiting: Waiting): number {
  return (
    score(b, waiting) - score(a, waiting) || b.rows.size - a.rows.size || (a.attribute < b.attribute ? -1 : 1)
  )
}

/** A row counts whole for the last question that it waits for, and in part for one of several. */
function score(draft: Draft, waiting: Waiting): number {
  let sum = 0
  for (const row of draft.rows) {
    const left = waiting.get(row)?.size ?? 0
    if (left > 0) sum += 1 / (left * left)
  }
  return sum
}
