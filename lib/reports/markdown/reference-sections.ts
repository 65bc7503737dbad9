import { controlWords, referenceLabels, severityLabels, strideLabels } from '@/lib/reports/labels'
import { isPresent } from '@/lib/reports/markdown/group-threats'
import {
  anchor,
  anchorOf,
  type Block,
  code,
  fence,
  heading,
  type Inline,
  joined,
  list,
  paragraph,
  paragraphs,
  strong,
} from '@/lib/reports/markdown/nodes'
import type { Report, ReportMitigation, ReportThreatEntry } from '@/lib/reports/report'

const MAX_NAMES = 8
const languages: Record<string, string> = {
  compose: 'yaml',
  kubernetes: 'yaml',
  'daemon.json': 'json',
  dockerfile: 'dockerfile',
  command: 'sh',
  config: 'text',
}

/** Each threat of the report once: what it is, how likely, and where to read on. */
export function threatReference(report: Report): Block[] {
  const wanted = new Set(
    report.threats
      .filter((threat) => isPresent(threat) || threat.state === 'possible')
      .map((threat) => threat.threatId),
  )
  const entries = report.threatEntries.filter((entry) => wanted.has(entry.id))
  if (entries.length === 0) return []
  return [heading(2, 'About the threats'), ...entries.flatMap(threatEntry)]
}

function threatEntry(entry: ReportThreatEntry): Block[] {
  const letters = [...entry.stride, ...entry.alsoStride].map((letter) => strideLabels[letter])
  const references = Object.entries(entry.references).filter(([, ids]) => ids.length > 0)
  return [
    anchor(anchorOf('threat', entry.id)),
    heading(3, entry.title),
    paragraph(code(entry.id), ` · ${letters.join(', ')}`),
    ...paragraphs(entry.description),
    paragraph(`Risk: ${entry.riskReason}`),
    ...(references.length > 0
      ? [paragraph(`See also: ${references.map(([frame, ids]) => referenceWords(frame, ids)).join('; ')}.`)]
      : []),
  ]
}

function referenceWords(frame: string, ids: readonly string[]): string {
  const label = referenceLabels[frame] ?? frame
  // Ids such as CWE-250 name their frame themselves.
  return ids.every((id) => id.startsWith(`${label}-`)) ? ids.join(', ') : `${label} ${ids.join(', ')}`
}

/** Each mitigation that would remove something open, once: what to do, how to see it, which controls it meets. */
export function mitigationReference(report: Report): Block[] {
  const uses = new Map<string, Map<string, Inline>>()
  const worst = new Map<string, number>()
  const ranks = Object.keys(severityLabels)
  for (const threat of report.threats.filter(isPresent)) {
    for (const { id, status } of threat.mitigations) {
      const own = uses.get(id) ?? new Map<string, Inline>()
      own.set(threat.element.id, status ? `${threat.element.name} (${status})` : threat.element.name)
      uses.set(id, own)
      worst.set(id, Math.min(worst.get(id) ?? ranks.length, ranks.indexOf(threat.severity)))
    }
  }
  const wanted = report.mitigations.filter((mitigation) => uses.has(mitigation.id))
  if (wanted.length === 0) return []
  wanted.sort(
    (a, b) =>
      (worst.get(a.id) ?? 0) - (worst.get(b.id) ?? 0) ||
      (uses.get(b.id)?.size ?? 0) - (uses.get(a.id)?.size ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
  return [
    heading(2, 'Mitigations'),
    paragraph('The ones against the worst threats come first.'),
    ...wanted.flatMap((mitigation) =>
      mitigationEntry(mitigation, [...(uses.get(mitigation.id)?.values() ?? [])]),
    ),
  ]
}

function mitigationEntry(mitigation: ReportMitigation, where: readonly Inline[]): Block[] {
  const shown = where.slice(0, MAX_NAMES)
  const more = where.length - shown.length
  return [
    anchor(anchorOf('mitigation', mitigation.id)),
    heading(3, mitigation.title),
    paragraph(
      code(mitigation.id),
      ' · for ',
      ...joined(shown),
      ...(more > 0 ? [` and ${more} more`] : []),
      '.',
    ),
    ...paragraphs(mitigation.guidance),
    ...mitigation.snippets.flatMap(({ kind, label, code: snippet }) => [
      ...(label ? [paragraph(`${label}:`)] : []),
      fence(languages[kind] ?? 'text', snippet),
    ]),
    ...(mitigation.verify ? [paragraph(strong('To check:'), ` ${mitigation.verify}`)] : []),
    ...(mitigation.controls.length > 0
      ? [list(mitigation.controls.map((control) => [controlWords(control)]))]
      : []),
  ]
}
