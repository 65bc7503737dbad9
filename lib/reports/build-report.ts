import { analyse } from '@/lib/analysis/analyse'
import type { Analysis } from '@/lib/analysis/analysis'
import { strideLetters, summarise } from '@/lib/analysis/summary'
import { threatRows } from '@/lib/analysis/threat-rows'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { nameElement } from '@/lib/analysis/words/name-element'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { severityRank } from '@/lib/catalogue/severity'
import type { CardThreats } from '@/lib/markup/draw-card'
import { drawMermaid } from '@/lib/markup/draw-mermaid'
import { drawSvg } from '@/lib/markup/draw-svg'
import { digest } from '@/lib/model/canonical'
import { MAIN_VIEW_ID } from '@/lib/model/empty-model'
import type { Stride } from '@/lib/model/judgement'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'
import { reportComponents, reportFlows } from '@/lib/reports/build-elements'
import { type FindingsInput, reportFindings } from '@/lib/reports/build-findings'
import { reportQuestions } from '@/lib/reports/build-questions'
import { reportMitigations, reportThreatEntries, reportThreats } from '@/lib/reports/build-threats'
import { REPORT_VERSION, type Report } from '@/lib/reports/report'

/** A model with its catalogue, or an analysis of them, which saves looking again. */
export type ReportInput = (
  | { model: ThreatModel; catalogue: Catalogue; analysis?: Analysis }
  | { analysis: Analysis }
) &
  ReportMoment

/** When a report is made, and what lies beside the model then. */
export type ReportMoment = {
  /** Number of the last change in the model's log. */
  seq?: number
  /** The hash of that change, which closes the chain of the log. */
  logHash?: string
  /** Today, as YYYY-MM-DD or a longer ISO moment. Used for the expiry of decisions and for nothing else. */
  now: string
  /** What lies beside the model of scanners' runs. */
  findings?: FindingsInput
  /** What imports left out. */
  skipped?: readonly { file: string; line: number; what: string; why: string }[]
}

/** Everything there is to say about a model, as plain JSON. Equal input gives an equal report. */
export function buildReport(input: ReportInput): Report {
  const { seq, logHash, now, skipped } = input
  const analysis =
    'model' in input ? (input.analysis ?? analyse(input.model, input.catalogue)) : input.analysis
  const { model, catalogue } = analysis
  const rows = threatRows(analysis, now)
  const findings = reportFindings(analysis, rows, input.findings)
  const { description, scope, owner, name, assumptions } = model.meta
  const threats = reportThreats(rows, model, catalogue)
  const questions = reportQuestions(rows, model, catalogue)
  const flows = reportFlows(analysis)
  const components = reportComponents(analysis)
  const boundaries = components.filter((component) => component.kind === 'boundary').length
  const named = (id: string) => ({ id, name: nameElement(id, model, catalogue) })
  return {
    version: REPORT_VERSION,
    name,
    ...(description && { description }),
    ...(scope && { scope }),
    ...(owner && { owner }),
    assumptions,
    basis: {
      ...(seq !== undefined && { seq }),
      ...(logHash !== undefined && { logHash }),
      model: digest(model),
      catalogue: catalogue.hash.slice(0, 16),
      catalogueVersion: catalogue.pack.about.version,
    },
    summary: {
      components: components.length - boundaries,
      boundaries,
      flows: flows.length,
      crossingFlows: flows.filter((flow) => flow.crossings.length > 0).length,
      ...summarise(rows),
      letters: openLetters(rows),
      questions: questions.length,
    },
    drawing: drawing(model, catalogue, rows),
    components,
    flows,
    dataAssets: Object.values(model.dataAssets)
      .map(({ id, name: dataName, classification, description: about }) => ({
        id,
        name: dataName,
        classification,
        ...(about && { description: about }),
      }))
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    threats,
    threatEntries: reportThreatEntries(threats, catalogue),
    mitigations: reportMitigations(threats, catalogue),
    questions,
    notes: Object.values(model.notes)
      .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
      .map(({ elementId, text, by, at }) => ({
        ...(elementId && { element: named(elementId) }),
        text,
        by,
        at,
      })),
    ...(findings && { findings }),
    skipped: [...(skipped ?? [])].map(({ file, line, what, why }) => ({ file, line, what, why })),
  }
}

function drawing(model: ThreatModel, catalogue: Catalogue, rows: readonly ThreatRow[]): Report['drawing'] {
  const { text, isFolded } = drawMermaid(model, catalogue)
  const placements = entryOf(model.views, MAIN_VIEW_ID)?.placements ?? {}
  const svg = drawSvg(model, catalogue, placements, { threats: cardThreats(rows), hasLegend: true })
  return { mermaid: text, isFolded, svg }
}

function cardThreats(rows: readonly ThreatRow[]): Record<string, CardThreats> {
  const byElement = new Map<string, ThreatRow[]>()
  for (const row of rows) {
    const own = byElement.get(row.elementId)
    if (own) own.push(row)
    else byElement.set(row.elementId, [row])
  }
  return Object.fromEntries(
    [...byElement].map(([id, own]) => {
      const letters = strideLetters(own)
      const open = own.filter((row) => row.isOpen && row.state !== 'possible' && row.causeId === undefined)
      const [worst] = open.toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity))
      const counts = Object.fromEntries(
        Object.entries(letters).map(([letter, state]) => [letter, state.open]),
      ) as Record<Stride, number>
      return [id, { letters: counts, ...(worst && { worst: worst.severity }) }]
    }),
  )
}

function openLetters(rows: readonly ThreatRow[]): Record<Stride, number> {
  const letters = { S: 0, T: 0, R: 0, I: 0, D: 0, E: 0 }
  for (const row of rows) {
    if (!row.isOpen || row.state === 'possible' || row.causeId !== undefined) continue
    for (const letter of row.stride) letters[letter] += 1
  }
  return letters
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
