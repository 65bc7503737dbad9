import type { Correction } from '@/lib/coursework/correction'
import type { Submission, SubmittedFinding, SubmittedThreat } from '@/lib/importers/submission/submission'

/** Items have ids, so that corrections and notes can name them: `t1` and `f1` as read, `c7` made by correction 7. */
export type ThreatItem = SubmittedThreat & { item: string; isCorrected: boolean }
export type FindingItem = SubmittedFinding & { item: string; isCorrected: boolean }
export type SavedCorrection = { seq: number; correction: Correction }

/** A text as it counts: what was read, with the corrections of reviewers. */
export type CorrectedSubmission = Omit<Submission, 'threats' | 'findings'> & {
  threats: ThreatItem[]
  findings: FindingItem[]
}

type Look = {
  text: string
  /** The canonical key of a check, by its number and title. */
  keyOf: (id: string | null, title: string) => string | null
}

/**
 * Applies corrections in order. One that names an item which is not there any more, or lines outside of the text, is
 * passed over: somebody else was faster.
 */
export function applyCorrections(
  reading: Submission,
  corrections: readonly SavedCorrection[],
  look: Look,
): CorrectedSubmission {
  const lines = look.text.split('\n')
  const reverted = new Set(
    corrections.flatMap(({ correction }) => (correction.kind === 'revert' ? [correction.seq] : [])),
  )
  const state: State = {
    lineCount: lines.length,
    titleAt: (number) => (lines[number - 1] ?? '').trim().slice(0, 300),
    keyOf: look.keyOf,
    threats: new Map(
      reading.threats.map((one, at) => [`t${at + 1}`, { ...one, item: `t${at + 1}`, isCorrected: false }]),
    ),
    findings: new Map(
      reading.findings.map((one, at) => [`f${at + 1}`, { ...one, item: `f${at + 1}`, isCorrected: false }]),
    ),
  }
  for (const { seq, correction } of corrections) if (!reverted.has(seq)) applyOne(state, seq, correction)
  const byLine = (a: { firstLine: number }, b: { firstLine: number }) => a.firstLine - b.firstLine
  const threats = [...state.threats.values()].sort(byLine)
  const findings = [...state.findings.values()].sort(byLine)
  return {
    ...reading,
    threats,
    findings,
    unassigned: unassignedIn(lines, reading, [...threats, ...findings]),
  }
}

/** Whether a correction would change something now; false means that what it names is gone. */
export function wouldApply(
  reading: Submission,
  corrections: readonly SavedCorrection[],
  next: Correction,
  look: Look,
): boolean {
  const seq = (corrections.at(-1)?.seq ?? 0) + 1
  if (next.kind === 'revert') return corrections.some((one) => one.seq === next.seq)
  const before = applyCorrections(reading, corrections, look)
  const after = applyCorrections(reading, [...corrections, { seq, correction: next }], look)
  return JSON.stringify(before) !== JSON.stringify(after)
}

type State = {
  lineCount: number
  titleAt: (line: number) => string
  keyOf: Look['keyOf']
  threats: Map<string, ThreatItem>
  findings: Map<string, FindingItem>
}

function applyOne(state: State, seq: number, correction: Correction): void {
  switch (correction.kind) {
    case 'set-threat': {
      const item = state.threats.get(correction.item)
      if (!item || !isSpan({ ...item, ...defined(correction.fields) }, state.lineCount)) return
      const basis = correction.fields.categories ? { categoryBasis: 'stated' as const } : {}
      state.threats.set(item.item, {
        ...item,
        ...defined(correction.fields),
        ...basis,
        confidence: 1,
        isCorrected: true,
      })
      return
    }
    case 'set-finding': {
      const item = state.findings.get(correction.item)
      if (!item || !isSpan({ ...item, ...defined(correction.fields) }, state.lineCount)) return
      const changed = { ...item, ...defined(correction.fields), isCorrected: true }
      const key = correction.fields.id === undefined ? item.key : state.keyOf(changed.id, changed.title)
      state.findings.set(item.item, { ...changed, key })
      return
    }
    case 'remove':
      state.threats.delete(correction.item)
      state.findings.delete(correction.item)
      return
    case 'split':
      split(state, seq, correction.item, correction.atLine)
      return
    case 'merge':
      merge(state, correction.item, correction.with)
      return
    case 'add-threat': {
      if (!isSpan(correction, state.lineCount)) return
      const { kind: _kind, ...fields } = correction
      const made = { item: `c${seq}`, categoryBasis: 'stated' as const, confidence: 1, isCorrected: true }
      state.threats.set(made.item, { ...fields, ...made })
      return
    }
    case 'add-finding': {
      if (!isSpan(correction, state.lineCount)) return
      const { kind: _kind, ...fields } = correction
      const title = state.titleAt(fields.firstLine)
      const key = state.keyOf(fields.id, title)
      const made = {
        framework: 'cis-docker' as const,
        title,
        key,
        version: null,
        why: 'Added by a reviewer.',
      }
      state.findings.set(`c${seq}`, { ...fields, ...made, item: `c${seq}`, isCorrected: true })
    }
  }
}

function split(state: State, seq: number, id: string, atLine: number): void {
  for (const items of [state.threats, state.findings] as Map<string, ThreatItem | FindingItem>[]) {
    const item = items.get(id)
    if (!item || atLine <= item.firstLine || atLine > item.lastLine) continue
    items.set(id, { ...item, lastLine: atLine - 1, isCorrected: true })
    items.set(`c${seq}`, { ...item, item: `c${seq}`, firstLine: atLine, isCorrected: true })
  }
}

function merge(state: State, id: string, other: string): void {
  for (const items of [state.threats, state.findings] as Map<string, ThreatItem | FindingItem>[]) {
    const [a, b] = [items.get(id), items.get(other)]
    if (!a || !b || a === b) continue
    const span = {
      firstLine: Math.min(a.firstLine, b.firstLine),
      lastLine: Math.max(a.lastLine, b.lastLine),
    }
    const both =
      'categories' in a && 'categories' in b
        ? {
            categories: [...new Set([...a.categories, ...b.categories])],
            mitigationStated: a.mitigationStated || b.mitigationStated,
          }
        : {}
    items.set(id, { ...a, ...span, ...both, isCorrected: true } as ThreatItem | FindingItem)
    items.delete(other)
  }
}

function isSpan(
  { firstLine, lastLine }: { firstLine: number; lastLine: number },
  lineCount: number,
): boolean {
  return firstLine >= 1 && firstLine <= lastLine && lastLine <= lineCount
}

/** Without the keys that are undefined, as `exactOptionalPropertyTypes` wants it. */
function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** Lines with text that are in no item now, but for those that the reader took for headings, prompts or references. */
function unassignedIn(
  lines: readonly string[],
  reading: Submission,
  items: readonly { firstLine: number; lastLine: number }[],
): number[] {
  const free = new Set(reading.unassigned)
  for (const { firstLine, lastLine } of [...reading.threats, ...reading.findings])
    for (let number = firstLine; number <= lastLine; number++)
      if (/\S/.test(lines[number - 1] ?? '')) free.add(number)
  for (const { firstLine, lastLine } of items)
    for (let number = firstLine; number <= lastLine; number++) free.delete(number)
  return [...free].sort((a, b) => a - b)
}
