import { CORE_SCHEMA, type LoadOptions, loadAll, Type, YAMLException } from 'js-yaml'
import type { ImportWarning, UnreadableFile } from '@/lib/importers/extract'
import { convertRoots } from '@/lib/importers/yaml/convert'
import { type JsonPart, splitJsonStream } from '@/lib/importers/yaml/json-stream'
import { YAML_LIMITS, type YamlLimits, YamlStop } from '@/lib/importers/yaml/limits'
import { PositionListener } from '@/lib/importers/yaml/position-listener'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'
import { looksLikeTemplate, sentenceFor } from '@/lib/importers/yaml/yaml-sentences'

/** `problem` says why reading ended early; `documents` are the ones before it. */
export type YamlFile = { documents: YamlNode[]; warnings: ImportWarning[]; problem?: UnreadableFile }

// YAML 1.2 as Compose and Kubernetes read it, merge keys included. Tags that a file invents are kept as names.
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data: unknown) => data === '<<' || data === null,
})
const foreignTags = (['scalar', 'sequence', 'mapping'] as const).flatMap((kind) =>
  ['!', 'tag:'].map((tag) => new Type(tag, { kind, multi: true, construct: (data: unknown) => data })),
)
const schema = CORE_SCHEMA.extend({ implicit: [merge], explicit: foreignTags })

/**
 * Reads a YAML text into nodes with file and line. Merge keys are resolved; of a key that occurs twice the last counts,
 * with a warning. Refuses what is too large, too deep or multiplies itself by aliases. Never throws on any text.
 * @param linesBefore of a text that is a part of a file: the lines before it.
 */
export function readYaml(
  file: string,
  text: string,
  limits: YamlLimits = YAML_LIMITS,
  linesBefore = 0,
): YamlFile {
  const result = readText(file, text, limits, linesBefore)
  // After a comment with slashes, an object of JSON is one long word of YAML.
  const isOdd = result.problem !== undefined || result.documents.some(({ kind }) => kind === 'scalar')
  const stream =
    isOdd && text.length <= limits.maxLength ? splitJsonStream(text, limits.maxDocuments) : undefined
  if (stream) {
    const all = readParts(stream.parts, (part, before) => readYaml(file, part, limits, linesBefore + before))
    const line = stream.brokenAt === undefined ? undefined : stream.brokenAt + linesBefore
    return line === undefined || all.problem ? all : { ...all, problem: { file, line, sentence: CUT_OFF } }
  }
  if (linesBefore === 0) return result
  const { problem, warnings, documents } = result
  return {
    documents,
    warnings: warnings.map((warning) => ({ ...warning, line: warning.line + linesBefore })),
    ...(problem && { problem: { ...problem, line: (problem.line ?? 1) + linesBefore } }),
  }
}

const CUT_OFF =
  'What begins here is no whole object of JSON, as in a file that was cut off. It was not read, nor was what follows.'

function readParts(parts: readonly JsonPart[], read: (text: string, before: number) => YamlFile): YamlFile {
  const all: YamlFile = { documents: [], warnings: [] }
  for (const { text, linesBefore } of parts) {
    const { documents, warnings, problem } = read(text, linesBefore)
    all.documents.push(...documents)
    all.warnings.push(...warnings)
    if (problem) return { ...all, problem }
  }
  return all
}

function readText(file: string, text: string, limits: YamlLimits, linesBefore: number): YamlFile {
  if (text.length > limits.maxLength) {
    const sentence = `This is larger than ${Math.floor(limits.maxLength / 1_000_000)} million characters. Split the file.`
    return { documents: [], warnings: [], problem: { file, sentence } }
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const problem = { file, line: text.slice(0, nul).split('\n').length, sentence: sentenceFor('null byte') }
    return { documents: [], warnings: [], problem }
  }
  const listener = new PositionListener(limits.maxNodes)
  const options = {
    schema,
    json: true,
    listener: listener.listen,
    maxDepth: limits.maxDepth,
    maxTotalMergeKeys: 200_000,
  } satisfies LoadOptions & { maxDepth: number; maxTotalMergeKeys: number }
  let problem: UnreadableFile | undefined
  try {
    loadAll(text, null, options)
  } catch (error) {
    problem = describeProblem(error, file, text)
  }
  const { documents, stop } = convertRoots(file, listener, limits, linesBefore)
  const warnings = listener.duplicates.slice(0, 1000).map(({ line, key }) => ({
    file,
    line: line + 1,
    sentence: `The key ${/^[\w./-]{1,60}$/.test(key) ? `"${key}"` : 'on this line'} occurs twice in one map. The last one counts.`,
  }))
  const first = stop ? { file, line: stop.line + 1, sentence: stop.sentence } : problem
  return first ? { documents, warnings, problem: first } : { documents, warnings }
}

function describeProblem(error: unknown, file: string, text: string): UnreadableFile {
  if (error instanceof YamlStop) return { file, line: error.line + 1, sentence: error.sentence }
  if (error instanceof YAMLException) {
    const { line, position } = error.mark
    const start = text.lastIndexOf('\n', Math.max(0, position - 1)) + 1
    return {
      file,
      line: line + 1,
      sentence: sentenceFor(
        error.reason,
        text.slice(start, start + 500).split('\n', 1)[0],
        looksLikeTemplate(text),
      ),
    }
  }
  // A stack overflow of the parser, should the depth limit ever be too generous for the machine.
  if (error instanceof RangeError) return { file, sentence: sentenceFor('nesting exceeded') }
  throw error
}
