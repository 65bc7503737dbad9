import { countOf } from '@/lib/model/format-count'
import { severityLabels, stateLabels, statusLabels } from '@/lib/reports/labels'
import {
  groupThreats,
  isPresent,
  type ThreatGroup,
  threatsByElement,
} from '@/lib/reports/markdown/group-threats'
import {
  anchor,
  anchorOf,
  type Block,
  code,
  heading,
  type Inline,
  joined,
  link,
  list,
  listItem,
  paragraph,
  strong,
  table,
} from '@/lib/reports/markdown/nodes'
import { threatLink, whereWords } from '@/lib/reports/markdown/summary-section'
import type { Report, ReportComponent, ReportThreat } from '@/lib/reports/report'

/** How much of the evidence for a countered threat is told; all of it is in the JSON report. */
const MAX_EVIDENCE = 3

/** What is raised or attached, by component, each with why it is here, what was decided and what removes it. */
export function threatsSection(report: Report): Block[] {
  const present = threatsByElement(report.threats.filter(isPresent))
  const components = new Map(report.components.map((component) => [component.id, component]))
  const folded = new Map<string, ReportThreat[]>()
  for (const threat of report.threats) {
    if (threat.causeKey === undefined) continue
    folded.set(threat.causeKey, [...(folded.get(threat.causeKey) ?? []), threat])
  }
  const countered = new Map<string, number>()
  for (const { state, element } of report.threats) {
    if (state === 'countered') countered.set(element.id, (countered.get(element.id) ?? 0) + 1)
  }
  return [
    heading(2, 'Threats by component'),
    ...(present.length === 0 ? [paragraph('Nothing raises a threat, and none was attached by hand.')] : []),
    ...present.flatMap(({ element, threats }) => [
      ...(element.kind === 'component' ? [anchor(anchorOf('component', element.id))] : []),
      heading(3, element.name),
      paragraph(...elementLine(element, components.get(element.id))),
      list(threats.map((threat) => threatItem(threat, folded.get(threat.key) ?? []))),
      ...counteredLine(countered.get(element.id) ?? 0),
    ]),
  ]
}

function elementLine(element: ReportThreat['element'], component: ReportComponent | undefined): Inline[] {
  const inside =
    component && component.inside.length > 0
      ? ` in ${component.inside.map(({ name }) => name).join(', ')}`
      : ''
  const source = component?.source
  return [
    `${element.typeLabel}${inside}`,
    ...(source ? [', ', code(`${source.file}:${source.line}`)] : []),
    '.',
  ]
}

function threatItem(threat: ReportThreat, folded: readonly ReportThreat[]) {
  const { severity, stride, isOwn } = threat
  return listItem(
    [
      strong(severityLabels[severity]),
      ` · ${stride.join(' ')} · `,
      threatLink(threat),
      ` · ${statusWords(threat)}`,
    ],
    list([
      ...(threat.evidence.length > 0 ? [['Why: ', ...joined(threat.evidence, '; '), '.']] : []),
      ...(threat.state === 'attached'
        ? [[isOwn ? `Attached by hand. ${threat.description}` : 'Attached by hand.']]
        : []),
      ...(threat.adjusted ? [[`Severity: ${threat.adjusted}`]] : []),
      ...riskLines(threat),
      ...decisionLines(threat),
      ...(threat.mitigations.length > 0 ? [['What removes it: ', ...mitigationWords(threat), '.']] : []),
      ...(folded.length > 0
        ? [
            [
              `Follows from the same cause: ${folded.map((other) => `${other.title} (${other.severity})`).join('; ')}.`,
            ],
          ]
        : []),
    ]),
  )
}

/** Likelihood and impact, where something moved them. */
function riskLines({ likelihood, impact, moved = [], residual }: ReportThreat): Inline[][] {
  return [
    ...(moved.length > 0
      ? [[`Risk: likelihood ${likelihood}, impact ${impact} (${moved.join('; ')}).`]]
      : []),
    ...(residual
      ? [
          [
            `What is left: likelihood ${residual.likelihood}, impact ${residual.impact} (${residual.because.join('; ')}).`,
          ],
        ]
      : []),
  ]
}

function mitigationWords({ mitigations }: ReportThreat): Inline[] {
  return joined(
    mitigations.map(({ id, title }) => link({ anchor: anchorOf('mitigation', id) }, title)),
    '; ',
  ).flatMap((item, index): Inline[] => {
    const mitigation = index % 2 === 0 ? mitigations[index / 2] : undefined
    if (!mitigation?.status) return [item]
    const about = [
      mitigation.status,
      ...(mitigation.owner ? [mitigation.owner] : []),
      ...(mitigation.note ? [mitigation.note] : []),
    ]
    return [item, ` (${about.join(', ')})`]
  })
}

function statusWords({ status, review, state }: ReportThreat): string {
  const why =
    review === 'expired'
      ? ': the decision expired'
      : review === 'changed'
        ? ': the evidence changed since the decision'
        : ''
  return `${stateLabels[state]} · ${statusLabels[status]}${why}`
}

/** A decision in words: what, until when, by whom, why. */
function decisionLines({ decision }: ReportThreat): Inline[][] {
  if (!decision) return []
  const { status, by, at, owner, expires, approver, reason, override } = decision
  const facts = [
    `${statusLabels[status]} by ${by} on ${at.slice(0, 10)}`,
    ...(owner ? [`owner ${owner}`] : []),
    ...(expires ? [`until ${expires}`] : []),
    ...(approver ? [`approved by ${approver}`] : []),
  ]
  return [
    ['Decision: ', `${facts.join(', ')}.`, ...(reason ? [` Reason: ${reason}`] : [])],
    ...(override ? [[`Severity set to ${override.severity}: ${override.reason}`]] : []),
  ]
}

function counteredLine(number: number): Block[] {
  if (number === 0) return []
  const words = `${countOf(number, 'other threat')} ${number === 1 ? 'is' : 'are'} `
  return [paragraph(words, link({ anchor: 'countered' }, 'countered'), ' here.')]
}

/** What may be there: one line a threat, because an answer counts for all of its components. */
export function possibleSection(report: Report): Block[] {
  const possible = report.threats.filter(
    (threat) => threat.state === 'possible' && threat.causeKey === undefined,
  )
  if (possible.length === 0) return []
  return [
    heading(2, 'Possible threats'),
    paragraph('Facts are missing to raise these or to rule them out. The open questions settle them.'),
    table(
      ['Severity', 'STRIDE', 'Threat', 'Where', 'Status'],
      groupThreats(possible).map((group) => [
        severityLabels[group.first.severity],
        group.first.stride.join(' '),
        [threatLink(group.first)],
        whereWords(group),
        statusLabels[group.first.status],
      ]),
    ),
  ]
}

/** What controls counter, and with which facts. */
export function counteredSection(report: Report): Block[] {
  const countered = report.threats.filter((threat) => threat.state === 'countered')
  if (countered.length === 0) return []
  return [
    anchor('countered'),
    heading(2, 'Countered threats'),
    paragraph('A control or a safe default stands against these.'),
    list(
      groupThreats(countered, ({ threatId }) => threatId).map((group) => [
        strong(group.first.title),
        ` (${group.first.stride.join(' ')}) on `,
        ...whereWords(group),
        ...evidenceOfFirst(group),
        '.',
      ]),
    ),
  ]
}

function evidenceOfFirst({ first, threats }: ThreatGroup): Inline[] {
  if (first.evidence.length === 0) return []
  const shown = first.evidence.slice(0, MAX_EVIDENCE)
  const rest = first.evidence.length > shown.length ? ['; and so on'] : []
  return [threats.length > 1 ? `. On ${first.element.name}: ` : '. ', ...joined(shown, '; '), ...rest]
}

/** Decisions that nothing needs any more, so that somebody can take them away. */
export function leftoverSection(report: Report): Block[] {
  const silent = report.threats.filter((threat) => threat.state === 'silent')
  if (silent.length === 0) return []
  return [
    heading(2, 'Decisions without a threat'),
    paragraph('Nothing raises these threats any more. Their decisions are kept.'),
    list(
      silent.map((threat) => [
        strong(threat.title),
        ` on ${threat.element.name}. `,
        ...decisionLines(threat).flat(),
      ]),
    ),
  ]
}
