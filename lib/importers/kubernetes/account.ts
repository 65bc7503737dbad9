import type { ExtractedComponent, InputFile, ReadResult, Skipped } from '@/lib/importers/extract'
import { isTemplate } from '@/lib/importers/kubernetes/node-path'
import { keyWithGroup, objectKey } from '@/lib/importers/kubernetes/object'
import {
  fillIn,
  MAX_FILLED,
  readParameters,
  templateObjects,
} from '@/lib/importers/kubernetes/openshift-template'
import { readYaml } from '@/lib/importers/yaml/read-yaml'
import { itemsOf, toScalarText, valueAt, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** An object as a file declares it, and what became of it. */
export type AccountedObject = {
  file: string
  /** Which document of the file it stands in, from 0: a list is one document, and each of its items an object. */
  document: number
  /** First and last line of its document or list item. */
  line: number
  end: number
  title: string
  /** Components that were made of it. */
  components: number
  /** Entries of the list of skipped things that give its reason. */
  skipped: number
  /** Facts of other components that it is the source of. */
  facts: number
}

type Found = {
  file: string
  line: number
  kindLine: number
  kind: string
  group: string
  name: string
  namespace: string
}

/**
 * Counts what files declare against what reading them gave. It finds the objects by itself, with the full parser, so that
 * nothing the reader forgets is forgotten here: every object must be one component, or a fact of others, or one reason.
 */
export function accountObjects(files: readonly InputFile[], { extracts }: ReadResult): AccountedObject[] {
  const components = extracts.flatMap((extract) => extract.components)
  const all = [...components, ...extracts.flatMap((extract) => extract.flows)]
  const stated = all.flatMap(({ key, source, facts }) => [
    ...(isPart(key) ? [source] : []),
    ...Object.values(facts).map(([fact]) => fact.source),
  ])
  const made = new LineIndex(components, ({ source }) => source)
  const said = new LineIndex(stated, (place) => place)
  const reasons = new LineIndex(
    extracts.flatMap((extract) => extract.skipped),
    (place) => place,
  )
  return files.flatMap(({ path, text }) => {
    const found = readYaml(path, text).documents.flatMap((root, document) =>
      objectsOf(root).map((object) => ({ ...object, document })),
    )
    const lines = text.split('\n').length
    return found.map((object, index) => {
      const { line, kindLine, kind, namespace, name, document } = object
      // Several objects may stand on one line, as in the output of jq.
      const end = Math.max(line, (found[index + 1]?.line ?? lines + 1) - 1)
      return {
        file: path,
        document,
        line,
        end,
        title: `${kind}/${namespace}/${name}`,
        components: componentsOf(made.within(path, line, end), object),
        skipped: reasonsOf(reasons.within(path, kindLine, kindLine), object),
        facts: said.within(path, line, end).length,
      }
    })
  })
}

/** Finds what stands within lines of a file, without looking at everything for each object. */
class LineIndex<T> {
  private readonly files = new Map<string, Map<number, T[]>>()

  constructor(items: readonly T[], placeOf: (item: T) => { file: string; line: number }) {
    for (const item of items) {
      const { file, line } = placeOf(item)
      const lines = this.files.get(file) ?? new Map<number, T[]>()
      this.files.set(file, lines)
      const there = lines.get(line)
      if (there) there.push(item)
      else lines.set(line, [item])
    }
  }

  within(file: string, first: number, last: number): T[] {
    const lines = this.files.get(file)
    const found: T[] = []
    for (let line = first; lines && line <= last; line++) found.push(...(lines.get(line) ?? []))
    return found
  }
}

// The component of an object has its key; a pod that is a part of the control plane has that part's, at its line.
// Configuration of the cluster is no object of it: it says that such parts are there, and facts of them.
function componentsOf(here: readonly ExtractedComponent[], object: Found): number {
  const { kind, group, namespace, name, kindLine } = object
  const keys = new Set(
    [namespace, undefined].flatMap((space) => [
      objectKey(kind, space, name),
      keyWithGroup({ kind, group, name, ...(space && { namespace: space }) }),
    ]),
  )
  const own = here.filter(({ key }) => keys.has(key)).length
  if (own > 0 || kind !== 'Pod') return own
  return here.filter(({ key, source }) => source.line === kindLine && isPart(key)).length
}

// Where several objects of a kind stand on one line, their names tell them apart.
function reasonsOf(here: readonly Skipped[], { kind, namespace, name }: Found): number {
  const titles = [`${kind}/${namespace}/${name}`, `${kind}/${name}`]
  const own = here.filter(({ what }) => titles.includes(what)).length
  return own > 0 ? own : here.filter(({ what }) => what.startsWith(kind)).length
}

function isPart(key: string): boolean {
  return key.startsWith('ControlPlane/') && key !== 'ControlPlane/control-plane'
}

function objectsOf(node: YamlNode, inTemplate = false): Found[] {
  if (node.kind === 'list') return node.items.flatMap((item) => objectsOf(item, inTemplate))
  const ofTemplate = inTemplate ? undefined : templateObjects(node)
  if (ofTemplate && node.kind === 'map') {
    const parameters = readParameters(node)
    const filling = { charactersLeft: MAX_FILLED }
    return ofTemplate.flatMap((one) => objectsOf(fillIn(one, parameters, filling) ?? one, true))
  }
  const kind = toScalarText(valueAt(node, 'kind'))
  const items = valueAt(node, 'items')
  if (items?.kind === 'list' && (kind === undefined || kind.endsWith('List')))
    return itemsOf(items).flatMap((item) => objectsOf(item, inTemplate))
  if (node.kind !== 'map' || kind === undefined || isTemplate(kind)) return []
  const metadata = valueAt(node, 'metadata')
  const text = (key: string) => toScalarText(valueAt(metadata, key))
  const generated = text('generateName')
  const version = toScalarText(valueAt(node, 'apiVersion')) ?? ''
  return [
    {
      file: node.file,
      line: node.line,
      kindLine: node.entries.get('kind')?.line ?? node.line,
      kind,
      group: version.slice(0, Math.max(0, version.indexOf('/'))),
      name: text('name') || (generated ? `${generated}*` : kind),
      namespace: text('namespace') || 'default',
    },
  ]
}

/** True when the object became exactly one thing: a component, a skipped entry with its reason, or else a fact. */
export function isAccountedOnce({ components, skipped, facts }: AccountedObject): boolean {
  return components + skipped === 1 || (components + skipped === 0 && facts > 0)
}
