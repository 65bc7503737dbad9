import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Attribute } from '@/lib/catalogue/entries'
import type { EditOf } from '@/lib/model/change'
import { elementOf } from '@/lib/model/element-of'
import type { Fact, FactValue } from '@/lib/model/fact'
import { countOf, formatCount } from '@/lib/model/format-count'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The fact that a person gave, if any. */
export function personFact(model: ThreatModel, elementId: string, attribute: string): Fact | undefined {
  const facts = entryOf(elementOf(model, elementId)?.facts ?? {}, attribute)
  return facts?.find((fact) => fact.origin === 'person')
}

type Place = { elementId: string; attribute: string }

/** A person's answer; `null` is an honest "unknown". */
export function answerEdit(
  model: ThreatModel,
  { elementId, attribute }: Place,
  value: FactValue,
  stamp: { name: string; now: string },
): EditOf<'set-fact'> {
  const fact = { origin: 'person', value, source: { who: stamp.name, when: stamp.now } } as const
  const was = personFact(model, elementId, attribute) ?? null
  return { type: 'set-fact', elementId, attribute, slot: 'person', value: fact, was }
}

/** Takes a person's answer back; undefined when there is none. */
export function takeBackEdit(
  model: ThreatModel,
  { elementId, attribute }: Place,
): EditOf<'set-fact'> | undefined {
  const was = personFact(model, elementId, attribute)
  return was && { type: 'set-fact', elementId, attribute, slot: 'person', value: null, was }
}

export type ParsedAnswer = { value: FactValue } | { problem: string }

/** Reads what was typed for a number, an amount, a text or a list. Nothing typed in a list is the empty list. */
export function parseAnswer(type: Attribute['type'], typed: string): ParsedAnswer {
  const words = typed.trim()
  if (type === 'list') {
    const items = [...new Set(words.split(/[,\n]/).map((item) => item.trim()))].filter((item) => item !== '')
    if (items.length > 200) return { problem: 'At most 200 items can be listed.' }
    return tooLong(items) ?? { value: items }
  }
  if (words === '') return { problem: 'Type an answer, or leave it unknown.' }
  if (type === 'number') {
    const number = Number(words)
    return Number.isFinite(number) ? { value: number } : { problem: 'Type a number, such as 100.' }
  }
  if (type === 'quantity' && !/^(none|\d+(\.\d+)?\s?[A-Za-z]{0,3})$/.test(words)) {
    return { problem: 'Type an amount such as 300M or 0.5, or "none".' }
  }
  return tooLong([words]) ?? { value: words }
}

function tooLong(items: readonly string[]): { problem: string } | undefined {
  return items.some((item) => item.length > 500)
    ? { problem: 'This is longer than 500 characters.' }
    : undefined
}

/** What an answer settled: rows that were possible before and are not any more, by what they became. */
export function settledBetween(
  before: readonly ThreatRow[],
  after: readonly ThreatRow[],
): Record<'raised' | 'countered' | 'gone', number> {
  const now = new Map(after.map((row) => [row.key, row.state]))
  const settled = { raised: 0, countered: 0, gone: 0 }
  for (const row of before) {
    if (row.state !== 'possible') continue
    const state = now.get(row.key)
    if (state === 'raised') settled.raised += 1
    else if (state === 'countered') settled.countered += 1
    else if (state === undefined || state === 'silent') settled.gone += 1
  }
  return settled
}

/** "Answered. 3 threats settled: 1 raised, 2 countered." */
export function describeSettled(settled: Record<'raised' | 'countered' | 'gone', number>): string {
  const total = settled.raised + settled.countered + settled.gone
  if (total === 0) return 'Answered.'
  const parts = [
    settled.raised > 0 ? `${settled.raised} raised` : '',
    settled.countered > 0 ? `${formatCount(settled.countered)} countered` : '',
    settled.gone > 0 ? `${settled.gone} not there` : '',
  ].filter((part) => part !== '')
  return `Answered. ${countOf(total, 'threat')} settled: ${parts.join(', ')}.`
}

/**
 * How many questions would settle the possible of these rows, as the page of questions counts them: a fact is asked for
 * once, of however many elements it is unknown. For "Answer 3 questions to settle 12 threats".
 */
export function questionsOf(rows: readonly ThreatRow[]): number {
  const possible = rows.filter((row) => row.state === 'possible' && row.isOpen)
  return new Set(possible.flatMap((row) => row.asks.map(({ attribute }) => attribute))).size
}

export type Question = { elementId: string; attribute: string; settles: number }

/** Open questions, those that would settle most threats first. */
export function rankQuestions(rows: readonly ThreatRow[]): Question[] {
  const byKey = new Map<string, Question>()
  for (const row of rows) {
    if (row.state !== 'possible' || !row.isOpen) continue
    for (const { elementId, attribute } of row.asks) {
      const key = `${elementId}|${attribute}`
      const known = byKey.get(key)
      if (known) known.settles += 1
      else byKey.set(key, { elementId, attribute, settles: 1 })
    }
  }
  return [...byKey.values()].sort(
    (a, b) =>
      b.settles - a.settles || (`${a.elementId}|${a.attribute}` < `${b.elementId}|${b.attribute}` ? -1 : 1),
  )
}
