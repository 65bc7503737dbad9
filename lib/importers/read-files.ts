import type { Extract, Importer, InputFile, ReadResult } from '@/lib/importers/extract'
import { IMPORTERS } from '@/lib/importers/importers'

const UNKNOWN =
  'Bulkhead does not know this kind of file. It reads Docker Compose files, Kubernetes manifests and its own model files.'

/**
 * Reads files of any known format. Each importer gets every file that is or may be of its format; a file that none
 * knows is listed as skipped, or as unreadable when there is nothing else.
 */
export function readFiles(
  files: readonly InputFile[],
  importers: readonly Importer[] = IMPORTERS,
): ReadResult {
  const extracts: Extract[] = []
  const unreadable: ReadResult['unreadable'] = []
  const known = new Set<InputFile>()
  for (const importer of importers) {
    const detected = files.map((file) => ({ file, how: importer.detect(file) }))
    const wanted = detected.filter(({ how }) => how !== 'no').map(({ file }) => file)
    if (wanted.length === 0) continue
    for (const file of wanted) known.add(file)
    const result = importer.read(wanted)
    extracts.push(...result.extracts)
    unreadable.push(...result.unreadable)
  }
  const strangers = files.filter((file) => !known.has(file))
  const [first] = extracts
  for (const { path } of strangers) {
    if (first) first.skipped.push({ file: path, line: 1, what: path, why: UNKNOWN })
    else unreadable.push({ file: path, sentence: UNKNOWN })
  }
  return { extracts, unreadable }
}
