import { countOf } from '@/lib/model/format-count'
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
  link,
  list,
  paragraph,
  paragraphs,
  strong,
  table,
} from '@/lib/reports/markdown/nodes'
import type { Report, ReportComponent, ReportFact } from '@/lib/reports/report'

const MAX_QUESTION_NAMES = 6

/** Title, what the model is of, and what the report was made from. */
export function titleSection(report: Report): Block[] {
  const { basis, summary } = report
  const made = [
    `${countOf(summary.components, 'component')} in ${summary.boundaries === 1 ? '1 trust boundary' : `${summary.boundaries} trust boundaries`}, ${countOf(summary.flows, 'data flow')}, ${summary.crossingFlows} across a boundary.`,
    ` Made from model ${basis.model}${basis.seq === undefined ? '' : ` at change ${basis.seq}`}${basis.logHash === undefined ? '' : ` (log ${basis.logHash.slice(0, 16)})`} with catalogue ${basis.catalogueVersion} (${basis.catalogue}).`,
  ]
  return [
    heading(1, `Threat model: ${report.name}`),
    ...paragraphs(report.description ?? ''),
    ...(report.owner ? [paragraph(strong('Owner:'), ` ${report.owner}`)] : []),
    paragraph(made.join('')),
  ]
}

export function scopeSection({ scope, assumptions, dataAssets, components }: Report): Block[] {
  const outside = components.filter((component) => component.outOfScope !== undefined)
  if (!scope && assumptions.length + dataAssets.length + outside.length === 0) return []
  return [
    heading(2, 'Scope and assumptions'),
    ...paragraphs(scope ?? ''),
    ...(assumptions.length > 0 ? [paragraph('Assumed:'), list(assumptions.map((line) => [line]))] : []),
    ...(outside.length > 0
      ? [
          paragraph('Left out:'),
          list(outside.map((component) => [strong(component.name), `: ${component.outOfScope}`])),
        ]
      : []),
    ...(dataAssets.length > 0
      ? [
          paragraph('Data assets:'),
          list(
            dataAssets.map((asset) => [
              strong(asset.name),
              ` (${asset.classification})`,
              ...(asset.description ? [`: ${asset.description}`] : []),
            ]),
          ),
        ]
      : []),
  ]
}

export function drawingSection({ drawing }: Report): Block[] {
  const hint = drawing.isFolded
    ? 'The model is too large to be drawn here whole: components of one type and place are drawn as one. All of it is in '
    : 'Thick arrows cross a trust boundary. The same as a file: '
  return [
    heading(2, 'Drawing'),
    fence('mermaid', drawing.mermaid),
    paragraph(hint, link({ file: 'drawing.svg' }, 'drawing.svg'), '.'),
  ]
}

/** The questions that would settle the most, each once for all components it is asked of. */
export function questionsSection({ questions }: Report): Block[] {
  if (questions.length === 0) return []
  const groups = new Map<string, { question: string; names: string[]; settles: number }>()
  for (const { attribute, question, element, settles } of questions) {
    const group = groups.get(attribute)
    if (group) {
      group.names.push(element.name)
      group.settles += settles
    } else {
      groups.set(attribute, { question, names: [element.name], settles })
    }
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.settles - a.settles || (a.question < b.question ? -1 : 1),
  )
  return [
    heading(2, 'Open questions'),
    paragraph('An answer raises a threat or rules it out. Those that settle the most come first.'),
    table(
      ['Question', 'About', 'Bears on'],
      sorted.map(({ question, names, settles }) => [question, someNames(names), countOf(settles, 'threat')]),
    ),
  ]
}

function someNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_QUESTION_NAMES).join(', ')
  return names.length > MAX_QUESTION_NAMES ? `${shown} and ${names.length - MAX_QUESTION_NAMES} more` : shown
}

export function flowsSection({ flows }: Report): Block[] {
  if (flows.length === 0) return []
  return [
    heading(2, 'Data flows'),
    table(
      ['From', 'To', 'What', 'Crosses', 'Declared'],
      flows.map((flow) => [
        flow.from.name,
        `${flow.to.name}${flow.both ? ' (both ways)' : ''}`,
        [flow.typeLabel, ...flow.data.map(({ name, classification }) => `; ${name} (${classification})`)],
        flow.crossings.map(({ name, direction }) => `${direction} ${name}`).join(', '),
        flow.source ? [code(`${flow.source.file}:${flow.source.line}`)] : '',
      ]),
    ),
  ]
}

/** Components with the facts that somebody stated or that follow; defaults and unknowns are in the JSON report. */
export function componentsSection(report: Report): Block[] {
  if (report.components.length === 0) return []
  const linked = new Set(report.threats.filter(isPresent).map((threat) => threat.element.id))
  return [
    heading(2, 'Components'),
    paragraph('Facts that files, scans or people stated, and what follows from them. Defaults are left out.'),
    ...report.components.flatMap((component) => [
      // Those with threats have their anchor there.
      ...(linked.has(component.id) ? [] : [anchor(anchorOf('component', component.id))]),
      paragraph(...componentLine(component)),
      ...(stated(component).length > 0 ? [list(stated(component).map(factLine))] : []),
    ]),
  ]
}

function componentLine(component: ReportComponent): Inline[] {
  const { name, typeLabel, inside, source, gone } = component
  return [
    strong(name),
    ` · ${typeLabel}${inside.length > 0 ? ` in ${inside.map((zone) => zone.name).join(', ')}` : ''}`,
    ...(source ? [' · ', code(`${source.file}:${source.line}`)] : []),
    ...(gone ? [' · no longer in its files'] : []),
  ]
}

function stated({ facts }: ReportComponent): ReportFact[] {
  return facts.filter(
    (fact) => fact.origin !== 'default' && fact.origin !== 'unknown' && fact.attribute !== 'declared',
  )
}

function factLine(fact: ReportFact): Inline[] {
  const origin = { person: 'said by ', scan: 'found by ', import: '', derived: '', default: '', unknown: '' }[
    fact.origin
  ]
  const isPlace = fact.origin === 'import' || fact.origin === 'derived'
  return [
    `${fact.label}: ${fact.words}`,
    ...(fact.where ? [' (', origin, isPlace ? code(fact.where) : fact.where, ')'] : []),
    ...(fact.origin === 'derived' && fact.reason ? [`. ${fact.reason}`] : []),
    ...(fact.isConflicting ? [strong(' Sources disagree.')] : []),
  ]
}

export function notesSection({ notes }: Report): Block[] {
  if (notes.length === 0) return []
  return [
    heading(2, 'Notes'),
    list(
      notes.map(({ element, text, by, at }) => [
        strong(`${by}, ${at.slice(0, 10)}`),
        element ? ` on ${element.name}: ` : ': ',
        text,
      ]),
    ),
  ]
}

export function skippedSection({ skipped }: Report): Block[] {
  if (skipped.length === 0) return []
  return [
    heading(2, 'Left out by imports'),
    list(
      skipped.map(({ file, line, what, why }) => [
        code(`${file}:${line}`),
        ...joined([` ${what}`, why], ': '),
      ]),
    ),
  ]
}
