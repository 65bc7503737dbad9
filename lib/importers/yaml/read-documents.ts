import type { ImportWarning, UnreadableFile } from '@/lib/importers/extract'
import { BlockReader } from '@/lib/importers/yaml/block-reader'
import { YAML_LIMITS, type YamlLimits } from '@/lib/importers/yaml/limits'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

/** What is told of each document of a file. A document that cannot be read does not keep the others from being read. */
export type DocumentListener = {
  document(root: YamlNode): void
  problem(problem: UnreadableFile & { line: number }): void
  warning(warning: ImportWarning): void
}

// Anything but the usual printable characters, line ends and tabs.
const UNUSUAL = /[^\t\n -~\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/

/**
 * Reads the documents of a YAML or JSON text one after the other, so that each can be looked at and forgotten. Values are
 * the full parser's: what the fast reader does not take goes to it, document by document. Never throws on any text.
 */
export function readDocuments(
  file: string,
  given: string,
  listener: DocumentListener,
  limits: YamlLimits = YAML_LIMITS,
): void {
  const fail = (line: number, sentence: string) => listener.problem({ file, line, sentence })
  if (given.length > limits.maxLength) {
    fail(
      1,
      `This is larger than ${Math.floor(limits.maxLength / 1_000_000)} million characters. Split the file.`,
    )
    return
  }
  // A byte order mark begins a text, and is in the middle of one that was put together from several.
  const whole = given.includes('\uFEFF') ? given.replace(/^\uFEFF/gm, '') : given
  const text = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  const isUnusual = UNUSUAL.test(text)
  if (isUnusual && text.includes('\0')) {
    const { problem } = readYaml(file, text, limits)
    fail(problem?.line ?? 1, problem?.sentence ?? 'This is no text.')
    return
  }
  let documents = 0
  let nodes = 0
  for (const { chunk, line } of chunks(text)) {
    if (++documents > limits.maxDocuments) {
      fail(line, `This holds more than ${limits.maxDocuments} documents. Split the file.`)
      return
    }
    const reader =
      isUnusual && UNUSUAL.test(chunk) ? undefined : new BlockReader(file, chunk, line, limits.maxDepth)
    const root = reader?.read()
    if (root === null) continue
    nodes += root === undefined ? chunk.length / 16 : (reader?.nodes ?? 0)
    if (nodes > limits.maxNodes) {
      fail(line, `This holds more than ${limits.maxNodes} values. Split the file.`)
      return
    }
    if (root) listener.document(root)
    else readSlowly(file, chunk, line, listener, limits)
  }
}

function readSlowly(
  file: string,
  chunk: string,
  line: number,
  listener: DocumentListener,
  limits: YamlLimits,
): void {
  const { documents, warnings, problem } = readYaml(file, chunk, limits, line - 1)
  for (const warning of warnings) listener.warning(warning)
  for (const root of documents) listener.document(root)
  if (problem) listener.problem({ ...problem, line: problem.line ?? line })
}

/** The documents of a text with the number of their first line. A line of three dashes begins one, also with a comment. */
function* chunks(text: string): Generator<{ chunk: string; line: number }> {
  // Directives speak about what comes after the dashes: such a file is left in one piece.
  if (/^%/m.test(text.slice(0, 2000)) && /^%(YAML|TAG)\b/m.test(text)) {
    yield { chunk: text, line: 1 }
    return
  }
  const mark = /^(?:---|\.\.\.)(?=[ \t\n]|$)/gm
  let start = 0
  let line = 1
  for (;;) {
    const found = mark.exec(text)
    const end = found ? found.index : text.length
    const chunk = text.slice(start, end)
    if (chunk !== '') yield { chunk, line }
    if (!found) return
    line += countLines(chunk)
    // What stands on the line of the dashes belongs to the document, unless it is a comment.
    const lineEnd = text.indexOf('\n', end)
    const rest = text.slice(end + 3, lineEnd < 0 ? text.length : lineEnd)
    const isPlain = /^[ \t]*(#.*)?$/.test(rest)
    start = isPlain ? (lineEnd < 0 ? text.length : lineEnd + 1) : end
    if (isPlain) line++
    mark.lastIndex = Math.max(start, end + 3)
  }
}

function countLines(chunk: string): number {
  let count = 0
  for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) count++
  return count
}
