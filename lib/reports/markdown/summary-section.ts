import { rowStatuses } from '@/lib/analysis/verdict'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { Severity } from '@/lib/model/judgement'
import { severityLabels, statusLabels, strideLabels } from '@/lib/reports/labels'
import { groupThreats, presentThreats, type ThreatGroup } from '@/lib/reports/markdown/group-threats'
import {
  anchorOf,
  type Block,
  heading,
  type Inline,
  link,
  paragraph,
  strong,
  table,
} from '@/lib/reports/markdown/nodes'
import type { Report, ReportThreat } from '@/lib/reports/report'

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info']
const MAX_TOP = 10
const MAX_NAMES = 3

/** What a reader needs who reads nothing else: counts, and the worst of what is open. */
export function summarySection(report: Report): Block[] {
  const present = presentThreats(report)
  const open = present.filter((threat) => threat.isOpen)
  const rows = severities
    .map((severity) => ({ severity, own: present.filter((threat) => threat.severity === severity) }))
    .filter(({ own }) => own.length > 0)
  const statuses = rowStatuses.filter((status) => present.some((threat) => threat.status === status))
  return [
    heading(2, 'Summary'),
    paragraph(...openSentence(report, open)),
    ...(rows.length > 0
      ? [
          table(
            ['Severity', ...statuses.map((status) => statusLabels[status]), 'All'],
            rows.map(({ severity, own }) => [
              severityLabels[severity],
              ...statuses.map((status) => count(own.filter((threat) => threat.status === status).length)),
              formatCount(own.length),
            ]),
          ),
        ]
      : []),
    ...topRisks(open),
  ]
}

function openSentence({ summary }: Report, open: readonly ReportThreat[]): Inline[] {
  const counts = severities
    .map((severity) => ({ severity, number: open.filter((threat) => threat.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${formatCount(number)} ${severity}`)
  const letters = Object.entries(strideLabels)
    .map(([letter, label]) => ({ label, number: summary.letters[letter as keyof typeof strideLabels] ?? 0 }))
    .filter(({ number }) => number > 0)
    .map(({ label, number }) => `${label.toLowerCase()} ${formatCount(number)}`)
  const first =
    open.length === 0
      ? strong('No threat is open.')
      : strong(
          `${countOf(open.length, 'threat')} ${open.length === 1 ? 'is' : 'are'} open: ${counts.join(', ')}.`,
        )
  const possible = summary.states.possible ?? 0
  const countered = summary.states.countered ?? 0
  const rest = [
    letters.length > 0 ? ` By STRIDE: ${letters.join(', ')}.` : '',
    possible > 0
      ? ` ${formatCount(possible)} more ${possible === 1 ? 'is' : 'are'} possible; ${countOf(summary.questions, 'answer')} would settle ${possible === 1 ? 'it' : 'them'}.`
      : '',
    countered > 0
      ? ` ${formatCount(countered)} ${countered === 1 ? 'is' : 'are'} countered by a control or a safe default.`
      : '',
  ]
  return [first, rest.join('')]
}

function topRisks(open: readonly ReportThreat[]): Block[] {
  const groups = groupThreats(open).slice(0, MAX_TOP)
  if (groups.length === 0) return []
  return [
    heading(3, 'Top risks'),
    table(
      ['', 'Severity', 'STRIDE', 'Threat', 'Where'],
      groups.map((group, index) => [
        String(index + 1),
        severityLabels[group.first.severity],
        group.first.stride.join(' '),
        [threatLink(group.first)],
        whereWords(group),
      ]),
    ),
  ]
}

/** A threat's title, linked to what the catalogue says of it; a person's own threat has no more to say. */
export function threatLink({ isOwn, threatId, title }: ReportThreat): Inline {
  return isOwn ? title : link({ anchor: anchorOf('threat', threatId) }, title)
}

/** Where a group is: a few names, and how many more. */
export function whereWords({ threats }: ThreatGroup): Inline[] {
  const shown = threats.slice(0, MAX_NAMES)
  const links = shown.flatMap(({ element }, index): Inline[] => [
    ...(index > 0 ? [', '] : []),
    element.kind === 'component'
      ? link({ anchor: anchorOf('component', element.id) }, element.name)
      : element.name,
  ])
  const more = threats.length - shown.length
  return more > 0 ? [...links, ` and ${formatCount(more)} more`] : links
}

function count(number: number): string {
  return number === 0 ? '' : formatCount(number)
}
