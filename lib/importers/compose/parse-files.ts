import { detectCompose, isComposeName } from '@/lib/importers/compose/detect-compose'
import type { ComposeFile } from '@/lib/importers/compose/group-files'
import { SECTIONS } from '@/lib/importers/compose/project'
import { isServiceKey } from '@/lib/importers/compose/service-keys'
import type { ImportWarning, InputFile, Skipped, UnreadableFile } from '@/lib/importers/extract'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import { entriesOf, isNothing, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** `strangers` only looked like Compose files: no mistake when others were read beside them. */
export type ParsedFiles = {
  files: ComposeFile[]
  unreadable: UnreadableFile[]
  strangers: UnreadableFile[]
  warnings: ImportWarning[]
  skipped: Skipped[]
}

const NO_MAP = 'A Compose file is a map of services, networks and so on; this is not.'

/** Parses files into Compose documents, each file on its own. */
export function parseFiles(inputs: readonly InputFile[]): ParsedFiles {
  const parsed: ParsedFiles = { files: [], unreadable: [], strangers: [], warnings: [], skipped: [] }
  for (const input of inputs) {
    const { path } = input
    const { documents, problem, warnings } = readYaml(path, input.text)
    const bad = detectCompose(input) === 'yes' ? parsed.unreadable : parsed.strangers
    const maps = documents.filter((document): document is YamlMap => document.kind === 'map')
    if (problem) bad.push(problem)
    else if (maps.length === 0) bad.push({ file: path, sentence: NO_MAP })
    else {
      parsed.warnings.push(...warnings)
      parsed.files.push({
        path,
        documents: maps.map((document) => toPresentFormat(path, document, parsed.warnings)),
      })
      for (const document of documents) {
        if (document.kind === 'map' || isNothing(document)) continue
        parsed.skipped.push({ file: path, line: document.line, what: 'document', why: NO_MAP })
      }
    }
  }
  return parsed
}

/**
 * The first format of Compose had services at the top. Such a file is read as if they stood under "services". One by a
 * Compose name may be laid onto another, so that its services only add to those.
 */
function toPresentFormat(path: string, document: YamlMap, warnings: ImportWarning[]): YamlMap {
  const entries = entriesOf(document)
  const isFirst =
    entries.length > 0 &&
    !SECTIONS.some((section) => document.entries.has(section)) &&
    entries.every(({ value }) => isFirstService(value, isComposeName(path)))
  if (!isFirst) return document
  const { file, line } = document
  const sentence =
    'This is the first format of Compose, in which services stand at the top. It is read by the present rules.'
  warnings.push({ file, line, sentence })
  return {
    ...document,
    entries: new Map([['services', { key: 'services', file, line, value: document }]]),
  }
}

function isFirstService(node: YamlNode, mayAdd: boolean): boolean {
  if (node.kind !== 'map') return false
  if (['image', 'build', 'extends'].some((key) => node.entries.has(key))) return true
  const keys = [...node.entries.keys()]
  return mayAdd && keys.length > 0 && keys.every(isServiceKey)
}
