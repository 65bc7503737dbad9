import type {
  Extract,
  FileOutcome,
  Importer,
  InnerText,
  InputFile,
  ReadResult,
} from '@/lib/importers/extract'
import { describeOutcomes } from '@/lib/importers/file-outcomes'
import { IMPORTERS } from '@/lib/importers/importers'

const UNKNOWN =
  'Bulkhead does not know this kind of file. It reads Docker Compose files, Dockerfiles, Kubernetes manifests and its own model files.'

export type FilesRead = ReadResult & { outcomes: FileOutcome[] }

/**
 * Reads files of any known format. Each importer gets every file that is or may be of its format, and what those before it
 * found; a file that none knows is listed as skipped, or as unreadable when there is nothing else.
 * @param others paths of files that lie beside these and were not read.
 */
export function readFiles(
  files: readonly InputFile[],
  importers: readonly Importer[] = IMPORTERS,
  others: readonly string[] = [],
): FilesRead {
  const extracts: Extract[] = []
  const unreadable: ReadResult['unreadable'] = []
  const known = new Set<InputFile>()
  const inner: InnerText[] = []
  const paths = [...files.map(({ path }) => path), ...others]
  for (const importer of importers) {
    const wanted = files.filter((file) => importer.detect(file) !== 'no')
    const hasInner = importer.readsInner === true && inner.length > 0
    if (wanted.length === 0 && !hasInner) continue
    for (const file of wanted) known.add(file)
    const result = importer.read(wanted, { paths, found: [...extracts], inner: [...inner] })
    extracts.push(...result.extracts)
    unreadable.push(...result.unreadable)
    inner.push(...(result.inner ?? []))
  }
  const [first] = extracts
  for (const { path } of files.filter((file) => !known.has(file))) {
    if (first) first.skipped.push({ file: path, line: 1, what: path, why: UNKNOWN })
    else unreadable.push({ file: path, sentence: UNKNOWN })
  }
  return { extracts, unreadable, outcomes: describeOutcomes(files, { extracts, unreadable }, importers) }
}
