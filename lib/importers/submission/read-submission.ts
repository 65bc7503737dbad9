import type { Catalogue } from '@/lib/catalogue/catalogue'
import { type CueLine, readCues } from '@/lib/importers/submission/cues'
import { withLaterWords } from '@/lib/importers/submission/fixed'
import { readHeading } from '@/lib/importers/submission/headings'
import { isGloss, isGridLine, isPrompt, promptKind } from '@/lib/importers/submission/noise'
import { platformWords } from '@/lib/importers/submission/platform-words'
import { looksLikeFinding, readFindings } from '@/lib/importers/submission/read-findings'
import { readThreats } from '@/lib/importers/submission/read-threats'
import { STRONG, segment, textOf } from '@/lib/importers/submission/segment'
import { readSourceLines, type SourceLine } from '@/lib/importers/submission/source-lines'
import type {
  SectionKind,
  Submission,
  SubmissionReference,
  SubmissionSection,
  SubmittedThreat,
  ThreatPlatform,
} from '@/lib/importers/submission/submission'

type Part = { kind: SectionKind; title: string; from: number; to: number; heading: boolean }

/**
 * Takes the text of a submission apart: sections, threats, findings, references, and every line that is in none of
 * them. Never throws; what is no text gives `unreadable` and every line as unassigned.
 */
export function readSubmission(text: string, catalogue: Pick<Catalogue, 'controls'>): Submission {
  const lines = readSourceLines(text)
  const lineCount = text === '' ? 0 : text.endsWith('\n') ? lines.length - 1 : lines.length
  const written = lines.filter((line) => !line.isBlank)
  const nothing = { lineCount, sections: [], threats: [], findings: [], references: [] }
  if (written.length === 0) return { ...nothing, unassigned: [], unreadable: 'The file is empty.' }
  if (isBinary(text)) {
    const unassigned = written.map(({ number }) => number)
    return {
      ...nothing,
      unassigned,
      unreadable: 'This is no text file: too much of it is not readable text.',
    }
  }
  const taken = new Set<number>()
  const parts = splitParts(lines)
  const version = statedVersion(text)

  const findings = parts.flatMap((part) => {
    const within = lines
      .slice(part.heading ? part.from + 1 : part.from, part.to + 1)
      .filter((line) => !isPrompt(line.body))
    if (/legend|rubric|references/.test(part.kind)) return []
    return readFindings(within, catalogue, { strict: part.kind !== 'findings', version, heading: part.title })
  })
  const once = findings.filter(
    (one, at) =>
      one.id === null ||
      findings.findIndex((other) => other.id === one.id && other.framework === one.framework) === at,
  )
  for (const one of findings) take(taken, one.firstLine, one.lastLine)

  const threats = threatsOf(lines, parts, taken)
  for (const one of threats) take(taken, one.firstLine, one.lastLine)
  const references = referencesOf(lines, parts, taken)
  const sections = sectionsOf(lines, parts, taken)
  const unassigned = written.filter((line) => !taken.has(line.number)).map(({ number }) => number)
  const findingsSaid = withLaterWords(once, lines)
  return { lineCount, sections, threats, findings: findingsSaid, references, unassigned }
}

function take(taken: Set<number>, first: number, last: number): void {
  for (let number = first; number <= last; number++) taken.add(number)
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const strange = [...sample].filter(
    (letter) => letter === '\ufffd' || (letter < ' ' && !'\t\n\r\f\v'.includes(letter)),
  ).length
  return strange > 8 && strange / sample.length > 0.02
}

function statedVersion(text: string): string | undefined {
  const match = text.match(
    /(?:cis[ _-]{0,2}docker(?:[ _-](?:ce|community edition))?[ _-]benchmark|benchmark (?:version )?)[ _,-]{0,3}(?:version )?v?[ ]?(1\.\d(?:\.\d)?)/i,
  )
  return match?.[1]
}

/** Cuts the text at its section headings. The part before the first heading has none. */
function splitParts(lines: readonly SourceLine[]): Part[] {
  const parts: Part[] = [{ kind: 'other', title: '', from: 0, to: lines.length - 1, heading: false }]
  for (const [at, line] of lines.entries()) {
    const heading = readHeading(lines, at)
    const current = parts.at(-1) as Part
    const asked = isPrompt(line.body) ? promptKind(line.body) : undefined
    if (asked && asked !== current.kind && current.kind !== 'rubric') {
      openAtPrompt(lines, at, asked, parts)
      continue
    }
    const isFinding = looksLikeFinding(line) && current.kind !== 'findings' && current.kind !== 'rubric'
    if (!heading && !isFinding) continue
    // "STRIDE:" inside of a platform's part is a label of one of its components.
    if (
      heading?.kind === 'threats' &&
      /docker|kubernetes/.test(current.kind) &&
      (line.marker || line.indent > 0)
    )
      continue
    // A heading further down inside of findings ends them only when it is a topic of its own.
    if (heading?.kind === 'other' && current.kind !== 'findings' && current.kind !== 'references') continue
    if (heading && current.heading && current.kind === 'findings' && heading.kind === 'findings') continue
    current.to = at - 1
    if (heading)
      parts.push({
        kind: heading.kind,
        title: line.body.slice(0, 120),
        from: at,
        to: lines.length - 1,
        heading: true,
      })
    else parts.push({ kind: 'findings', title: '', from: at, to: lines.length - 1, heading: false })
  }
  return parts.filter((part) => part.to >= part.from).map((part) => withItems(part, lines))
}

/** Instructions open a part of their own, with the short line above them ("Question 2:"), when no heading did. */
function openAtPrompt(lines: readonly SourceLine[], at: number, kind: SectionKind, parts: Part[]): void {
  const current = parts.at(-1) as Part
  let from = at
  const above = lines.slice(Math.max(current.from, at - 2), at).findLast(({ isBlank }) => !isBlank)
  if (
    above &&
    above.body.length < 40 &&
    !above.isCode &&
    !/[.;,]$/.test(above.body) &&
    above !== lines[current.from]
  )
    from = lines.indexOf(above)
  current.to = from - 1
  parts.push({
    kind,
    title: (lines[from] as SourceLine).body.slice(0, 120),
    from,
    to: lines.length - 1,
    heading: true,
  })
}

/** What is headed like a legend and holds whole items is no legend. */
function withItems(part: Part, lines: readonly SourceLine[]): Part {
  if (part.kind !== 'legend') return part
  const long = lines.slice(part.from + 1, part.to + 1).filter((line) => line.body.length > 110).length
  return long >= 3 ? { ...part, kind: 'threats' } : part
}

function threatsOf(
  lines: readonly SourceLine[],
  parts: readonly Part[],
  taken: ReadonlySet<number>,
): SubmittedThreat[] {
  const stated = groupParts(parts).flatMap(({ kind, ranges }) => {
    const within = ranges
      .flatMap(({ from, to }) => lines.slice(from, to + 1))
      .filter((line) => isOpen(line, taken))
    return readPart(within, kind)
  })
  if (stated.length > 0) return stated
  // No part of its own holds threats: they stand before the findings, or below the last heading.
  const rest = parts.filter(({ kind }) => kind === 'findings' || kind === 'other')
  const within = rest
    .flatMap(({ from, to, heading }) => lines.slice(heading ? from + 1 : from, to + 1))
    .filter((line) => isOpen(line, taken))
  return readPart(within, 'threats')
}

function isOpen(line: SourceLine, taken: ReadonlySet<number>): boolean {
  return !taken.has(line.number) && !isPrompt(line.body)
}

/** Parts of one platform that follow each other are one; their headings may group items. */
function groupParts(parts: readonly Part[]): { kind: SectionKind; ranges: { from: number; to: number }[] }[] {
  const groups: { kind: SectionKind; ranges: { from: number; to: number }[] }[] = []
  for (const part of parts) {
    if (!/docker|kubernetes|threats|other/.test(part.kind)) continue
    if (part.kind === 'other' && part.heading) continue
    const range = { from: part.heading ? part.from + 1 : part.from, to: part.to }
    const last = groups.at(-1)
    if (last && last.kind === part.kind) last.ranges.push(range)
    else groups.push({ kind: part.kind, ranges: [range] })
  }
  return groups
}

/** Below this an item is a guess that is no better than none; its lines are listed as left over. */
const LEAST_CONFIDENCE = 0.25

function readPart(within: readonly SourceLine[], kind: SectionKind): SubmittedThreat[] {
  return threatsIn(within, kind).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
}

function threatsIn(within: readonly SourceLine[], kind: SectionKind): SubmittedThreat[] {
  const cues = readCues(dropRepeated(dropGrid(within)))
  dropLegend(cues)
  if (kind === 'docker' || kind === 'kubernetes') return readThreats(cues, segment(cues), kind)
  const isLabelled = cues.filter(({ label }) => label && label.strength >= STRONG).length >= 3
  if (!isLabelled && kind === 'other') return []
  return readWithoutPlatform(cues)
}

function dropGrid(lines: readonly SourceLine[]): SourceLine[] {
  const grid = lines.filter((line) => isGridLine(line.raw)).length
  return grid >= 3 ? lines.filter((line) => !isGridLine(line.raw)) : [...lines]
}

/** A sentence that stands there many times over is pasted output, no item. */
function dropRepeated(lines: readonly SourceLine[]): SourceLine[] {
  const counts = new Map<string, number>()
  for (const { body } of lines) if (body.length > 25) counts.set(body, (counts.get(body) ?? 0) + 1)
  return lines.filter(({ body }) => (counts.get(body) ?? 0) < 4)
}

/** A run of the six names with what each means, before the items themselves, is a legend. */
function dropLegend(cues: CueLine[]): void {
  const labels = cues.flatMap((cue, at) =>
    cue.label && cue.label.strength >= STRONG ? [{ at, label: cue.label }] : [],
  )
  for (let start = 0; start + 4 < labels.length; start++) {
    const run = labels.slice(start, start + 6)
    const letters = new Set(run.map(({ label }) => label.categories[0]))
    const first = run[0]
    const last = run.at(-1)
    if (!first || !last || letters.size < run.length || last.at - first.at > 14) continue
    const glosses = run.filter(({ label }) => isGloss(label.rest)).length
    // Five real items may be short too: a legend is followed by the list that it explains.
    if (glosses < 3 || labels.length - (start + run.length) < 2) continue
    cues.splice(first.at, last.at - first.at + 1)
    return
  }
}

/** Items of a part without a platform: each by its own words, and Kubernetes after Docker when a list starts again. */
function readWithoutPlatform(cues: readonly CueLine[]): SubmittedThreat[] {
  const segmentation = segment(cues)
  const counts = segmentation.segments.map((one) => platformWords(textOf(cues, one)))
  const lean = counts.map(({ docker, kubernetes }) => Math.sign(kubernetes * 1.5 - docker))
  let border = lean.length
  let best = Number.NEGATIVE_INFINITY
  for (let at = 0; at <= lean.length; at++) {
    const before = lean.slice(0, at).reduce((sum, value) => sum - value, 0)
    const behind = lean.slice(at).reduce((sum, value) => sum + value, 0)
    const restarts =
      at > 0 &&
      at < lean.length &&
      isRestart(cues, segmentation.segments[at - 1]?.from, segmentation.segments[at]?.from)
    const score = before + behind + (restarts ? 2.5 : 0)
    if (score > best) {
      best = score
      border = at
    }
  }
  const fit = segmentation.score / Math.max(1, segmentation.segments.length)
  const agreed = best >= lean.filter((value) => value !== 0).length * 0.6
  return segmentation.segments.flatMap((one, at) => {
    const own: ThreatPlatform = lean[at] === 1 ? 'kubernetes' : lean[at] === -1 ? 'docker' : 'other'
    const platform: ThreatPlatform = agreed && best > 0 ? (at < border ? 'docker' : 'kubernetes') : own
    return readThreats(cues, { ...segmentation, segments: [one], score: fit }, platform).map((threat) => ({
      ...threat,
      confidence: Math.round(Math.max(0.05, threat.confidence - 0.12) * 100) / 100,
    }))
  })
}

function isRestart(cues: readonly CueLine[], before = 0, at = 0): boolean {
  const [last, next] = [cues[before], cues[at]]
  const numbers = [Number(last?.line.value), Number(next?.line.value)]
  if ((numbers[1] ?? 0) > 0 && (numbers[1] ?? 0) < (numbers[0] ?? 0)) return true
  return next?.label?.categories[0] === 'S' && last?.label?.categories[0] !== 'S' && last?.label !== undefined
}

function referencesOf(
  lines: readonly SourceLine[],
  parts: readonly Part[],
  taken: Set<number>,
): SubmissionReference[] {
  const found: SubmissionReference[] = []
  for (const line of lines) {
    for (const match of line.raw.slice(0, 20_000).matchAll(/https?:\/\/[^\s<>()"'\]]{3,300}/g)) {
      found.push({ line: line.number, url: match[0].replace(/[.,;:]+$/, '') })
      if (line.body.length - match[0].length < 120) taken.add(line.number)
    }
  }
  for (const part of parts) if (part.kind === 'references') take(taken, part.from + 1, part.to + 1)
  return found
}

function sectionsOf(
  lines: readonly SourceLine[],
  parts: readonly Part[],
  taken: Set<number>,
): SubmissionSection[] {
  for (const line of lines) if (isPrompt(line.body)) taken.add(line.number)
  return parts.flatMap((part) => {
    const spoken = lines.slice(part.from, part.to + 1).filter((line) => !line.isBlank)
    const [first] = spoken
    const last = spoken.at(-1)
    if (!first || !last) return []
    if (part.kind === 'legend' || part.kind === 'rubric') take(taken, first.number, last.number)
    if (!part.heading && part.kind === 'other') return []
    for (const line of spoken)
      if (line.isRule || (part.heading && line === lines[part.from])) taken.add(line.number)
    return [{ kind: part.kind, title: part.title, firstLine: first.number, lastLine: last.number }]
  })
}
