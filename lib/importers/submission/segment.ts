import type { CategoryLabel } from '@/lib/importers/submission/category-label'
import { componentOf } from '@/lib/importers/submission/component-words'
import type { CueLine } from '@/lib/importers/submission/cues'
import { isPlaceholder } from '@/lib/importers/submission/noise'
import type { SourceLine } from '@/lib/importers/submission/source-lines'
import { inflectedCategories } from '@/lib/importers/submission/stride-words'

/** Lines that make one item: places in the list of cue lines, last included. `inherited`: the label of a heading above. */
export type Segment = { from: number; to: number; inherited?: CategoryLabel }

/** `score` grows with the items; divided by their number it says how well the pattern fits, 1 being plain. */
export type Segmentation = { pattern: string; segments: Segment[]; score: number }

/** A label at least this strong opens or names an item. */
export const STRONG = 0.8

const strong = (cue: CueLine): CategoryLabel | undefined =>
  cue.label && cue.label.strength >= STRONG ? cue.label : undefined
const isText = (cue: CueLine) => !cue.line.isBlank && !cue.line.isRule

/**
 * Cuts a part into items. Every way in which items could be opened (by label, by each kind of marker, by each field,
 * by paragraph, by sub-headings under categories) is tried and scored on how well its items hold exactly one category,
 * have text, and leave nothing over; the best one is taken.
 */
export function segment(cues: readonly CueLine[]): Segmentation {
  const tries: Segmentation[] = []
  for (const [pattern, starts] of startLists(cues)) {
    const segments = cut(cues, starts, pattern)
    if (segments.length > 0) tries.push({ pattern, segments, score: scoreOf(cues, segments, pattern) })
  }
  const grouped = cutGroups(cues)
  if (grouped) tries.push(grouped)
  tries.sort((a, b) => b.score - a.score)
  const best = tries[0]
  return best && best.score > 0 ? best : { pattern: 'none', segments: [], score: 0 }
}

function startLists(cues: readonly CueLine[]): Map<string, number[]> {
  const lists = new Map<string, number[]>()
  const add = (name: string, at: number) => {
    const list = lists.get(name)
    if (list) list.push(at)
    else lists.set(name, [at])
  }
  // Thousands of lines without a sign are no list of items.
  const isShort = cues.length <= 2_000
  for (const [at, cue] of cues.entries()) {
    if (!isText(cue) || cue.line.isCode) continue
    const label = strong(cue)
    if (label && label.where !== 'end') add('label', at)
    if (label) add('anyLabel', at)
    if (label?.where === 'end' || (label && cue.field?.kind !== 'category')) add('lineLabel', at)
    if (cue.signature && cue.field?.kind !== 'mitigation' && cue.field?.kind !== 'detail') {
      add(cue.signature, at)
      const kind = cue.signature.replace(/@\d$/, '')
      if (kind !== cue.signature) add(kind, at)
      if (label && cue.line.marker) add(`${kind} with label`, at)
    }
    if (!isShort) continue
    const before = cues[at - 1]
    if (!before || !isText(before)) add('paragraph', at)
    if ((!before || !isText(before)) && cue.line.indent < 2) add('outer paragraph', at)
    if (cue.line.indent < 2 && !/^[-*+•]/.test(cue.line.marker)) add('outer line', at)
    add('line', at)
  }
  addSiblings(cues, lists)
  return lists
}

/** Lines drawn like most of the labelled ones open items too, even when they name no category. */
function addSiblings(cues: readonly CueLine[], lists: Map<string, number[]>): void {
  const labelled = lists.get('label') ?? []
  const kindOf = (at: number) => (cues[at] as CueLine).signature.replace(/@\d$/, '')
  const counts = new Map<string, number>()
  for (const at of labelled) counts.set(kindOf(at), (counts.get(kindOf(at)) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most || most[0] === '' || most[1] < labelled.length * 0.6) return
  const all = new Set([...labelled, ...(lists.get(most[0]) ?? [])])
  lists.set(
    'label and siblings',
    [...all].sort((a, b) => a - b),
  )
}

function cut(cues: readonly CueLine[], starts: readonly number[], pattern: string): Segment[] {
  const segments = starts.map((from, at) => ({
    from,
    to: trimBack(cues, from, (starts[at + 1] ?? cues.length) - 1),
  }))
  const lastStrong = cues.findLastIndex((cue) => strong(cue))
  for (const one of segments) one.to = endOf(cues, one.from, one.to, pattern, lastStrong)
  trimLooseEnds(cues, segments)
  return segments
}

function trimBack(cues: readonly CueLine[], from: number, to: number): number {
  let end = to
  while (end > from && !isText(cues[end] as CueLine)) end--
  return end
}

/** An item ends before a line that stands outside of it: a higher heading, or a marker further left. */
function endOf(
  cues: readonly CueLine[],
  from: number,
  to: number,
  pattern: string,
  lastStrong: number,
): number {
  const start = cues[from] as CueLine
  const level = levelOf(start.line)
  for (let at = from + 1; at <= to; at++) {
    const cue = cues[at] as CueLine
    if (!isText(cue) || cue.line.isCode) continue
    const gap = !isText(cues[at - 1] as CueLine)
    const isHigher = cue.line.heading > 0 && levelOf(cue.line) < level
    const isLeft =
      gap &&
      cue.line.indent + 1 < start.line.indent &&
      start.line.marker !== '' &&
      (cue.line.marker !== '' || cue.line.indent === 0)
    const isOuterMarker =
      cue.line.indent + 1 < start.line.indent && cue.line.marker !== '' && start.line.marker !== ''
    if (isHigher || isLeft || isOuterMarker) return trimBack(cues, from, at - 1)
  }
  if (pattern === 'line') return from
  // A short line without an end, right before the next item, is that item's title or the heading of a group.
  let end = to
  const isByLabel =
    pattern === 'label' || pattern === 'anyLabel' || pattern === 'lineLabel' || pattern.endsWith('with label')
  for (let round = 0; round < 2 && isByLabel && end > from; round++) {
    const last = cues[end] as CueLine
    const isLastOfAll = to >= lastStrong
    const gap = !isText(cues[end - 1] as CueLine)
    if (
      isLastOfAll ||
      !(gap ? isTitle(last) || isName(last) : isName(last) && end > from + (start.label?.rest ? 0 : 1))
    )
      break
    end = trimBack(cues, from, end - 1)
  }
  return end
}

/** A component's name alone on its line. */
function isName(cue: CueLine): boolean {
  const { line } = cue
  if (
    strong(cue) ||
    cue.field ||
    line.isCode ||
    line.body.split(/\s+/).length > 4 ||
    /[.;,!?]$/.test(line.body)
  )
    return false
  return (
    (/^[A-Z(]/.test(line.body) && componentOf(line.body, '', 'docker') !== null) ||
    componentOf(line.body, '', 'kubernetes') !== null
  )
}

function levelOf(line: SourceLine): number {
  return line.heading === 0 ? 9 : line.heading
}

function isTitle(cue: CueLine): boolean {
  const { line } = cue
  if (strong(cue) || cue.field?.kind === 'mitigation') return false
  const count = line.body.split(/\s+/).length
  return (
    count <= 8 &&
    !/[.;,]$/.test(line.body) &&
    (line.heading > 0 || /:$/.test(line.body) || line.marker !== '')
  )
}

/** When no other item goes on after a gap with a line at the margin, the last ones do not either. */
function trimLooseEnds(cues: readonly CueLine[], segments: readonly Segment[]): void {
  if (segments.length < 3) return
  const gapOf = (one: Segment) => {
    for (let at = one.from + 1; at <= one.to; at++) {
      const cue = cues[at] as CueLine
      if (
        !isText(cues[at - 1] as CueLine) &&
        isText(cue) &&
        !cue.line.marker &&
        !cue.field &&
        !cue.line.isCode &&
        cue.line.indent <= (cues[one.from] as CueLine).line.indent
      )
        return at
    }
    return -1
  }
  const gaps = segments.map(gapOf)
  const last = gaps.at(-1) ?? -1
  const others = gaps.slice(0, -1).filter((gap) => gap >= 0).length
  const one = segments.at(-1)
  if (one && last > 0 && others === 0) one.to = trimBack(cues, one.from, last - 1)
}

/** The strong labels in a segment, those of a field or line each counted once. */
export function labelsIn(cues: readonly CueLine[], { from, to }: Segment): CategoryLabel[] {
  const labels: CategoryLabel[] = []
  for (let at = from; at <= to; at++) {
    const label = strong(cues[at] as CueLine)
    if (label) labels.push(label)
  }
  return labels
}

export function textOf(cues: readonly CueLine[], { from, to }: Segment): string {
  return cues
    .slice(from, to + 1)
    .filter((cue) => isText(cue) && !cue.line.isCode)
    .map((cue) => cue.line.body)
    .join(' ')
}

function scoreOf(cues: readonly CueLine[], segments: readonly Segment[], pattern: string): number {
  let score = 0
  let covered = 0
  const signatures = new Map<string, number>()
  for (const one of segments) {
    const start = cues[one.from] as CueLine
    const labels = labelsIn(cues, one)
    const letters = labels.map(({ categories }) => categories.join(''))
    const text = textOf(cues, one)
    covered += labels.length
    signatures.set(start.signature, (signatures.get(start.signature) ?? 0) + 1)
    const isSame = new Set(letters).size === 1
    let value = 0
    if (labels.length === 1) value = 1
    else if (labels.length > 1) value = isSame ? 0.85 : 0.7 - 0.6 * (labels.length - 1)
    else {
      const prose = new Set(inflectedCategories(text).map(({ letter }) => letter)).size
      value = prose === 1 ? 0.72 : prose > 1 ? 0.5 : 0.2
      if (start.line.marker === '' && start.line.heading === 0) value -= 0.35
    }
    const bare = labels[0] ? `${labels[0].rest} ${textOf(cues, { from: one.from + 1, to: one.to })}` : text
    if (isPlaceholder(bare) || bare.trim().split(/\s+/).length < 2) value = Math.min(value, 0.05) - 0.1
    if (
      start.field &&
      start.field.kind !== 'category' &&
      start.field.kind !== 'component' &&
      labels.length === 0
    )
      value -= 0.3
    if (start.field?.kind === 'mitigation' || start.field?.kind === 'detail') value -= 0.8
    if (/^[a-z]/.test(start.line.body) && start.line.marker === '' && labels.length === 0) value -= 0.5
    if (/[:]$/.test(start.line.body) && labels.length === 0 && one.from === one.to) value -= 0.5
    // The item ends in what looks like the title of the next one.
    const last = cues[one.to] as CueLine
    if (one.to > one.from && last.line.heading > 0 && !strong(last)) value -= 0.35
    if (
      one.to > one.from &&
      !isText(cues[one.to - 1] as CueLine) &&
      isTitle(last) &&
      last.line.marker !== '' &&
      last.field === undefined
    )
      value -= 0.3
    score += value
  }
  const all = cues.filter((cue) => strong(cue)).length
  score -= 0.9 * Math.max(0, all - covered)
  const first = segments[0]?.from ?? 0
  const loose = cues.slice(0, first).filter((cue) => isText(cue) && cue.line.body.length > 30).length
  score -= 0.12 * Math.min(6, loose)
  if (isNumbered(cues, segments)) score += 0.12 * segments.length
  const most = Math.max(...signatures.values())
  score -= 0.1 * (segments.length - most)
  if (pattern === 'line' || pattern.endsWith('paragraph') || pattern === 'outer line')
    score -= 0.25 * Math.max(1, segments.length / 4)
  if (segments.length === 1 && cues.length > 6 && labelsIn(cues, segments[0] as Segment).length === 0)
    score -= 0.5
  return score
}

function isNumbered(cues: readonly CueLine[], segments: readonly Segment[]): boolean {
  const values = segments.map(({ from }) => Number((cues[from] as CueLine).line.value))
  return (
    segments.length > 1 &&
    values.every((value, at) => value > 0 && (at === 0 || value >= (values[at - 1] ?? 0)))
  )
}

/** Categories as headings with two or more titled items below each: every titled item is one threat of that category. */
function cutGroups(cues: readonly CueLine[]): Segmentation | undefined {
  const heads = cues.flatMap((cue, at) => {
    const label = strong(cue)
    return label &&
      label.where !== 'end' &&
      label.rest.split(/\s+/).length <= 4 &&
      !isPlaceholderFree(label.rest)
      ? [at]
      : []
  })
  if (heads.length < 2) return undefined
  const segments: Segment[] = []
  const lastStrong = cues.findLastIndex((cue) => strong(cue))
  let split = 0
  for (const [order, head] of heads.entries()) {
    const end = trimBack(cues, head, (heads[order + 1] ?? cues.length) - 1)
    const subs = subItems(cues, head, end)
    const label = strong(cues[head] as CueLine) as CategoryLabel
    if (subs.length < 2) segments.push({ from: head, to: endOf(cues, head, end, 'label', lastStrong) })
    else {
      split++
      for (const [at, from] of subs.entries()) {
        const to = trimBack(cues, from, (subs[at + 1] ?? end + 1) - 1)
        segments.push({
          from: at === 0 ? head : from,
          to: endOf(cues, from, to, 'label', lastStrong),
          inherited: label,
        })
      }
    }
  }
  if (split === 0) return undefined
  trimLooseEnds(cues, segments)
  const text = segments.filter((one) => !isPlaceholder(textOf(cues, one))).length
  return { pattern: 'groups', segments, score: text * 1.02 - 0.05 }
}

function isPlaceholderFree(rest: string): boolean {
  return rest.trim().length > 30
}

/** Items below a category heading that each open with a component's or another short title, all drawn alike. */
function subItems(cues: readonly CueLine[], head: number, end: number): number[] {
  const start = cues[head] as CueLine
  const bySignature = new Map<string, number[]>()
  for (let at = head + 1; at <= end; at++) {
    const cue = cues[at] as CueLine
    if (
      !isText(cue) ||
      cue.line.isCode ||
      cue.signature === '' ||
      cue.field ||
      cue.signature === start.signature
    )
      continue
    if (strong(cue)) continue
    bySignature.set(cue.signature, [...(bySignature.get(cue.signature) ?? []), at])
  }
  const lists = [...bySignature.values()].filter((places) => places.length >= 2)
  return lists.find((places) => places.every((at) => isTitled(cues[at] as CueLine, start))) ?? []
}

function isTitled({ line }: CueLine, head: CueLine): boolean {
  if (line.heading > 0) return head.line.heading === 0 || levelOf(line) >= levelOf(head.line)
  const title = line.marked.match(
    /^\*\*([^*]{2,50})\*\*|^([A-Z][^:.–—]{1,45}?)\s*(?::|\s[-–—]{1,2}\s|–|—)\s+\S/,
  )
  return title !== null && (title[1] ?? title[2] ?? '').trim().split(/\s+/).length <= 5
}
