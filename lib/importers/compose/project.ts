import { type Environment, type Interpolated, interpolate } from '@/lib/importers/compose/interpolate'
import { joinNatural, keyName } from '@/lib/importers/compose/keys'
import { folderOf, isAbsolute, projectPath, resolvePath } from '@/lib/importers/compose/paths'
import type { ExtractedBuild, ImportWarning, InnerText, Skipped } from '@/lib/importers/extract'
import type { YamlEntry, YamlMap, YamlNode } from '@/lib/importers/yaml/yaml-node'

export const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const
export type Section = (typeof SECTIONS)[number]

/** A service, network, volume, secret or config with the files merged. `places`: every line that declares it. */
export type ProjectObject = { entry: YamlEntry; places: { file: string; line: number }[]; incomplete?: true }

type Usage = { file: string; line: number; count: number }

/** A Compose project: its files merged to one, and what was noticed on the way. */
export class Project {
  readonly sections: Record<Section, Map<string, ProjectObject>> = {
    services: new Map(),
    networks: new Map(),
    volumes: new Map(),
    secrets: new Map(),
    configs: new Map(),
  }
  readonly skipped: Skipped[] = []
  readonly warnings: ImportWarning[] = []
  readonly builds: ExtractedBuild[] = []
  /** Dockerfiles that stand in the files themselves. */
  readonly inner: InnerText[] = []
  /** Folder against which the relative paths of a file are read, where it is not the file's own. */
  readonly folders = new Map<string, string>()
  /** Where the first section stands: the place of what the files only imply, such as the host. */
  start: { file: string; line: number } | undefined
  readonly usedEnvFiles = new Set<string>()
  /** Files that were read into it. */
  readonly files = new Set<string>()
  private readonly unset = new Map<string, Usage>()
  private readonly defaulted = new Map<string, Usage>()

  /**
   * @param root folder of the first file.
   * @param environment variables of the `.env` file beside it, when that was handed in.
   * @param envFiles texts of environment files by path.
   */
  constructor(
    readonly name: string,
    readonly root: string,
    readonly environment: Environment,
    readonly envFiles: ReadonlyMap<string, string>,
  ) {}

  get scope(): string {
    return joinNatural('compose', keyName(this.name))
  }

  /** Natural key of something of this project. */
  key(...parts: readonly string[]): string {
    return joinNatural('compose', keyName(this.name), ...parts)
  }

  /** Natural key of a flow, from its kind and the keys of its ends. */
  flowKey(kind: string, from: string, to: string): string {
    const short = (key: string) => (key.startsWith(`${this.scope}/`) ? key.slice(this.scope.length + 1) : key)
    return this.key('flow', kind, `${short(from)}->${short(to)}`)
  }

  skip(place: { file: string; line: number }, what: string, why: string): void {
    this.skipped.push({
      file: place.file,
      line: place.line,
      what: what.replace(/\p{Cc}+/gu, ' ').slice(0, 200),
      why,
    })
  }

  warn(place: { file: string; line: number }, sentence: string): void {
    this.warnings.push({ file: place.file, line: place.line, sentence })
  }

  /** The text of a scalar with its variables replaced; undefined for anything else. Notes which variables had no value. */
  read(node: YamlNode | undefined): Interpolated | undefined {
    if (node?.kind !== 'scalar' || node.value === null) return undefined
    const result = interpolate(String(node.value), this.environment)
    for (const name of result.unset) note(this.unset, name, node)
    for (const name of result.defaulted) note(this.defaulted, name, node)
    return result
  }

  /** The same for values that are only looked at, such as those of the environment. */
  peek(node: YamlNode | undefined): Interpolated | undefined {
    return node?.kind === 'scalar' && node.value !== null
      ? interpolate(String(node.value), this.environment)
      : undefined
  }

  /** A yes or no. `null` when a variable without a value decides, undefined when nothing is said. */
  readBoolean(node: YamlNode | undefined): boolean | null | undefined {
    const read = this.read(node)
    if (!read) return undefined
    if (read.unset.length > 0) return null
    if (/^(true|yes|y|on|1)$/i.test(read.text)) return true
    return /^(false|no|n|off|0)$/i.test(read.text) ? false : undefined
  }

  /** A path of the host, from the project's folder, as the file at `node` means it. */
  pathAt(node: { file: string }, path: string): string {
    const known = path
      .replace(/\/\/[^/@\s]*:[^/@\s]*@/, '//')
      .replace(/^\$\{PWD\}/, '.')
      .replace(/^\$\{(HOME|USERPROFILE)\}/, '~')
    return projectPath(this.root, this.folders.get(node.file) ?? folderOf(node.file), known)
  }

  /** The path of an input file or folder that the file at `node` means; undefined when it is none. */
  inputPath(node: { file: string }, path: string): string | undefined {
    if (isAbsolute(path) || path.includes('${')) return undefined
    const full = resolvePath(this.folders.get(node.file) ?? folderOf(node.file), path)
    return full.startsWith('..') ? undefined : full
  }

  /** Says once for each variable that it had no value, or that its default was taken. Values are not told. */
  warnOfVariables(): void {
    for (const [name, usage] of this.unset) {
      this.warn(
        usage,
        `The variable ${name} has no value in these files${places(usage)}. What depends on it is unknown; hand in the .env file to settle it.`,
      )
    }
    for (const [name, usage] of this.defaulted) {
      this.warn(
        usage,
        `The variable ${name} has no value in these files${places(usage)}. Its default was taken.`,
      )
    }
  }
}

function note(into: Map<string, Usage>, name: string, { file, line }: YamlNode): void {
  const known = into.get(name)
  if (known) known.count++
  else into.set(name, { file, line, count: 1 })
}

function places({ count }: Usage): string {
  return count > 1 ? ` (used in ${count} places)` : ''
}

/** The value of an object as a map; an empty one when nothing stands there. */
export function bodyOf({ entry }: ProjectObject): YamlMap {
  return entry.value.kind === 'map'
    ? entry.value
    : { kind: 'map', file: entry.file, line: entry.line, entries: new Map() }
}
