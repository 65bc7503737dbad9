import type { Analysis } from '@/lib/analysis/analysis'
import { type Compared, compareRuns, countOutcomes } from '@/lib/analysis/findings/compare-runs'
import {
  type Finding,
  type FindingLinks,
  findingLinks,
  listFindings,
  unplacedTargets,
} from '@/lib/analysis/findings/list-findings'
import { placeChecks } from '@/lib/analysis/findings/place-checks'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { nameElement } from '@/lib/analysis/words/name-element'
import { mitigationKey } from '@/lib/model/keys'
import { entryOf } from '@/lib/model/records'
import type { EvidenceHead, FindingChoice, RunHead, ScanPlaces, ScanRun } from '@/lib/model/scan-run'
import type { ReportFinding, ReportFindings, ReportScan } from '@/lib/reports/report-findings'

/** What lies beside a model: per tool its first and its latest run, and what people said of their findings. */
export type FindingsInput = {
  scans: readonly { before: ScanRun | undefined; after: ScanRun }[]
  places: ScanPlaces
  choices: readonly FindingChoice[]
  evidence: readonly EvidenceHead[]
}

type Sources = { analysis: Analysis; rows: readonly ThreatRow[]; links: FindingLinks; input: FindingsInput }

/** The findings for a report; undefined where no scan was imported and nothing was attached. */
export function reportFindings(
  analysis: Analysis,
  rows: readonly ThreatRow[],
  input: FindingsInput | undefined,
): ReportFindings | undefined {
  if (!input || input.scans.length + input.evidence.length === 0) return undefined
  const links = findingLinks(analysis.catalogue, rows)
  const sources: Sources = { analysis, rows, links, input }
  return {
    scans: input.scans.map((scan) => reportScan(sources, scan)),
    evidence: input.evidence.map(({ name, digest, size, about, by, at }) => ({
      name,
      digest,
      size,
      of: aboutWords(analysis, about),
      by,
      at,
    })),
  }
}

function reportScan(sources: Sources, { before, after }: FindingsInput['scans'][number]): ReportScan {
  const { analysis, links, input } = sources
  const read = (run: ScanRun) =>
    listFindings(
      placeChecks(run, analysis.model, analysis.catalogue, input.places),
      links,
      analysis.catalogue,
    )
  const now = read(after)
  const compared: Compared[] | undefined = before && compareRuns(read(before), now)
  const failed = compared
    ? compared.flatMap(({ outcome, before: was, after: is }) => {
        const one = was ?? is
        return one ? [{ one, outcome }] : []
      })
    : [
        ...new Map(now.filter(({ verdict }) => verdict === 'fail').map((one) => [one.finding, one])).values(),
      ].map((one) => ({ one, outcome: undefined }))
  const findings = failed.map(({ one, outcome }) => reportFinding(sources, one, outcome))
  return {
    ...(before && { before: reportRun(before) }),
    after: reportRun(after),
    ...(compared && { outcomes: countOutcomes(compared) }),
    findings: findings.sort(
      (a, b) =>
        Number(b.chosen !== undefined) - Number(a.chosen !== undefined) ||
        a.id.localeCompare(b.id, 'en', { numeric: true }) ||
        (a.place < b.place ? -1 : 1),
    ),
    unplaced: unplacedTargets(now).map(({ target, checks }) => ({ name: target, checks: checks.length })),
  }
}

function reportRun({
  number,
  tool,
  toolVersion,
  benchmark,
  benchmarkVersion,
  versionWhy,
  file,
  counts,
  ...run
}: RunHead) {
  const named = [benchmark, benchmarkVersion].filter(Boolean).join(' ')
  return {
    number,
    tool,
    ...(toolVersion && { toolVersion }),
    ...(named && { benchmark: named }),
    ...(versionWhy && { readAs: versionWhy }),
    file: file.name,
    digest: file.digest.slice(0, 16),
    date: run.startedAt ?? run.importedAt,
    by: run.importedBy,
    counts: { ...counts },
  }
}

function reportFinding(
  { analysis, rows, input }: Sources,
  one: Finding,
  outcome: ReportFinding['outcome'],
): ReportFinding {
  const { model, catalogue } = analysis
  const { check, elementId, name, finding } = one
  const keys = new Set(one.threats)
  const choice = input.choices.find((each) => each.finding === finding)
  return {
    id: check.id,
    key: one.key,
    title: check.title,
    place: elementId === null ? (name ?? '') : nameElement(elementId, model, catalogue),
    ...(outcome && { outcome }),
    ...(check.mismatch && { mismatch: check.mismatch }),
    threats: rows
      .filter(({ key, state }) => keys.has(key) && state !== 'silent')
      .map(({ title, elementId: on }) => `${title}, on ${nameElement(on, model, catalogue)}`),
    ...(choice && { chosen: { reason: choice.reason, by: choice.by, at: choice.at } }),
    mitigations: one.mitigationIds.slice(0, 6).map((id) => {
      const state =
        elementId === null
          ? undefined
          : entryOf(model.mitigationStates, mitigationKey({ elementId, mitigationId: id }))
      return { title: catalogue.mitigations.get(id)?.title ?? id, ...(state && { status: state.status }) }
    }),
    evidence: input.evidence.filter(({ about }) => about === finding).map((file) => file.name),
  }
}

/** What a file is of, in words: a mitigation on a component, or a check at a place. */
function aboutWords({ model, catalogue }: Analysis, about: string): string {
  const [first = '', second = ''] = about.split('|')
  const what = catalogue.mitigations.get(first)?.title ?? catalogue.controls.get(first)?.label ?? first
  return second === '' ? what : `${what}, on ${nameElement(second, model, catalogue)}`
}
