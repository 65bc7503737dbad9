import { keyName } from '@/lib/importers/compose/keys'
import { SECTIONS, type Section } from '@/lib/importers/compose/project'
import type { Extract, InputFile, ReadResult } from '@/lib/importers/extract'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import { entriesOf, valueAt } from '@/lib/importers/yaml/yaml-node'

/** A service, network, volume, secret or config as a file declares it, and what became of it. */
export type AccountedObject = {
  file: string
  line: number
  section: Section
  name: string
  /** Natural keys of the components it became part of: one a project. */
  components: string[]
  /** How many entries of the list of skipped things say why it became none. */
  skipped: number
}

const part: Record<Section, string> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  secrets: 'secret',
  configs: 'config',
}

/**
 * Counts what files declare against what reading them gave. It looks at the files by itself, so that nothing the reader
 * forgets is forgotten here: every object must have one component in a project of its file, or one reason.
 */
export function accountObjects(files: readonly InputFile[], { extracts }: ReadResult): AccountedObject[] {
  const reasons = new Map<string, number>()
  for (const { file, line, what } of extracts.flatMap((extract) => extract.skipped)) {
    const at = placeKey(file, line, what)
    reasons.set(at, (reasons.get(at) ?? 0) + 1)
  }
  const byKey = new Map(extracts.flatMap(({ components }) => components.map((one) => [one.key, one])))
  return files.flatMap(({ path, text }) => {
    const scopes = extracts.filter((extract) => readsFrom(extract, path)).map(({ scope }) => scope)
    return readYaml(path, text).documents.flatMap((document) =>
      SECTIONS.flatMap((section) =>
        entriesOf(valueAt(document, section)).map(({ key: name, line }) => {
          const skipped = reasons.get(placeKey(path, line, `${section}.${name}`)) ?? 0
          const made = scopes.flatMap(
            (scope) => byKey.get(`${scope}/${part[section]}/${keyName(name)}`) ?? [],
          )
          // A base and what extends it may have one name, in one project or in two: then its own place decides.
          const own = made.filter(({ source }) => source.file === path && source.line === line)
          const counted = own.length > 0 || skipped > 0 ? own : made
          return { file: path, line, section, name, components: counted.map(({ key }) => key), skipped }
        }),
      ),
    )
  })
}

function placeKey(file: string, line: number, what: string): string {
  return `${file}\n${line}\n${what}`
}

function readsFrom({ components, flows, warnings }: Extract, file: string): boolean {
  return (
    warnings.some((warning) => warning.file === file) ||
    [...components, ...flows].some(
      ({ source, facts }) =>
        source.file === file || Object.values(facts).some(([fact]) => fact.source.file === file),
    )
  )
}

/** True when the object became exactly one thing: a component, or a skipped entry with its reason. */
export function isAccountedOnce({ components, skipped }: AccountedObject): boolean {
  return components.length + skipped === 1
}
