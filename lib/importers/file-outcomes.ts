import type {
  Extract,
  ExtractedComponent,
  FileOutcome,
  Importer,
  InputFile,
  ReadResult,
} from '@/lib/importers/extract'
import { NOT_RENDERED } from '@/lib/importers/kubernetes/read-objects'

/**
 * What became of each file: as what it was read, how many components it declares and facts it states, what was passed
 * over, or why nothing of it was read.
 */
export function describeOutcomes(
  files: readonly InputFile[],
  { extracts, unreadable }: ReadResult,
  importers: readonly Importer[],
): FileOutcome[] {
  const outcomes = new Map<string, FileOutcome>()
  const at = (file: string) => {
    const known = outcomes.get(file)
    if (known) return known
    const made: FileOutcome = { file, components: 0, facts: 0, skipped: 0 }
    outcomes.set(file, made)
    return made
  }
  for (const { path } of files) at(path)
  const labels = new Map(importers.map(({ id, label }) => [id, label]))
  for (const { importer, components, flows, skipped, warnings } of extracts) {
    const label = labels.get(importer) ?? importer
    const mark = (file: string) => {
      const outcome = at(file)
      outcome.readAs ??= label
      return outcome
    }
    for (const component of components) {
      mark(component.source.file).components++
      countFacts(component, mark)
    }
    for (const flow of flows) {
      mark(flow.source.file)
      countFacts(flow, mark)
    }
    for (const { file, what, why } of skipped) {
      const outcome = at(file)
      outcome.skipped++
      if (what === file) outcome.why ??= why
    }
    for (const { file, sentence } of warnings) if (at(file).readAs === undefined) at(file).why ??= sentence
  }
  for (const { file, sentence } of unreadable) at(file).why ??= sentence
  return [...outcomes.values()]
}

/** What the parts say together of a file of which none came into the drawing. */
export type LeftOut = { label: string; why: string; isRead: boolean }

/**
 * Files with parts that a reader left out, each with its reason. Such a file was read all the same, unless all of its
 * parts are templates.
 */
export function leftOutByFile(
  extracts: readonly Extract[],
  importers: readonly Importer[],
): Map<string, LeftOut> {
  const files = new Map<string, LeftOut>()
  for (const { importer, skipped } of extracts) {
    const label = importers.find(({ id }) => id === importer)?.label ?? importer
    for (const { file, what, why } of skipped) {
      if (what === file) continue
      const isRead = why !== NOT_RENDERED
      const known = files.get(file)
      if (known) known.isRead ||= isRead
      else files.set(file, { label, why, isRead })
    }
  }
  return files
}

/** The outcome of a file that nothing was drawn from, with what its parts say. */
export function nameLeftOut(outcome: FileOutcome, left: LeftOut | undefined): FileOutcome {
  if (outcome.readAs !== undefined || !left) return outcome
  const why = outcome.why ?? left.why
  return left.isRead ? { ...outcome, why, readAs: left.label } : { ...outcome, why }
}

function countFacts({ facts }: Pick<ExtractedComponent, 'facts'>, mark: (file: string) => FileOutcome): void {
  for (const [{ source }] of Object.values(facts)) mark(source.file).facts++
}
