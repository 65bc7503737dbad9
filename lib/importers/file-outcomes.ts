import type {
  ExtractedComponent,
  FileOutcome,
  Importer,
  InputFile,
  ReadResult,
} from '@/lib/importers/extract'

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

function countFacts({ facts }: Pick<ExtractedComponent, 'facts'>, mark: (file: string) => FileOutcome): void {
  for (const { source } of Object.values(facts)) mark(source.file).facts++
}
