import type { ArrivedFile } from '@/lib/coursework/intake/group-files'
import type { Submission } from '@/lib/importers/submission/submission'

const TEXT = /(?:\.(?:txt|md|markdown|text|rst)|^[^.]*)$/i
const LEAST_OF_ITS_OWN = 2

/**
 * The text to review among the files of a unit: the one with most threats and checks in it, wherever it lies and
 * whatever it is called. Another text that holds the checks, when the first has none, is put below it.
 * @param read the reader of texts.
 */
export function chooseText(
  files: readonly ArrivedFile[],
  read: (text: string) => Submission,
): { text: string; path: string } | undefined {
  const [only] = files
  if (files.length === 1 && only)
    return only.text === undefined ? undefined : { text: only.text, path: only.path }
  const candidates = files
    .filter(({ path, text }) => text !== undefined && TEXT.test(path.split('/').at(-1) ?? ''))
    .sort((a, b) => placeOf(a.path) - placeOf(b.path))
    .slice(0, 24)
    .map((file) => ({ file, text: file.text ?? '', reading: read(file.text ?? '') }))
  const threatsIn = (one: (typeof candidates)[number]) => one.reading.threats.length
  const weightOf = (one: (typeof candidates)[number]) =>
    threatsIn(one) * 2 +
    one.reading.findings.length +
    (/threat|surface|stride/i.test(one.file.path) ? 1.5 : 0)
  const [best, ...others] = [...candidates].sort((a, b) => weightOf(b) - weightOf(a))
  if (!best) return undefined
  const second = others.find(
    ({ reading }) => reading.findings.length >= LEAST_OF_ITS_OWN && best.reading.findings.length === 0,
  )
  if (!second) return { text: best.text, path: best.file.path }
  // The name stands between them, so that a line number still leads a reader to the right file.
  return { text: `${best.text}\n\n## Findings (${second.file.path})\n\n${second.text}`, path: best.file.path }
}

function placeOf(path: string): number {
  const depth = path.split('/').length
  return (
    (/^submissions?\//i.test(path) ? 0 : /^starter\//i.test(path) ? 1 : depth === 1 ? 2 : 3) + depth / 100
  )
}
