import type { InputFile, ReadResult } from '@/lib/importers/extract'
import { isTemplate } from '@/lib/importers/kubernetes/node-path'
import { keyWithGroup, objectKey } from '@/lib/importers/kubernetes/object'
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
  return files.flatMap(({ path, text }) => {
    const found = readYaml(path, text).documents.flatMap((root, document) =>
      objectsOf(root).map((object) => ({ ...object, document })),
    )
    const lines = text.split('\n').length
    return found.map((object, index) => {
      const end = (found[index + 1]?.line ?? lines + 1) - 1
      const isHere = (place: { file: string; line: number }) =>
        place.file === path && place.line >= object.line && place.line <= end
      const components = extracts.flatMap((extract) => extract.components)
      const all = [...components, ...extracts.flatMap((extract) => extract.flows)]
      return {
        file: path,
        document: object.document,
        line: object.line,
        end,
        title: `${object.kind}/${object.namespace}/${object.name}`,
        components: components.filter(
          ({ key, source }) => isHere(source) && isItself(key, source.line, object),
        ).length,
        skipped: extracts
          .flatMap((extract) => extract.skipped)
          .filter(
            (item) =>
              item.file === path && item.line === object.kindLine && item.what.startsWith(object.kind),
          ).length,
        facts: all.reduce(
          (sum, { key, source, facts }) =>
            sum +
            Number(isPart(key) && isHere(source)) +
            Object.values(facts).filter((fact) => isHere(fact.source)).length,
          0,
        ),
      }
    })
  })
}

// The component of an object has its key; a pod that is a part of the control plane has that part's, at its line.
// Configuration of the cluster is no object of it: it says that such parts are there, and facts of them.
function isItself(key: string, line: number, { kind, group, namespace, name, kindLine }: Found): boolean {
  const isKey = (space: string | undefined) =>
    key === objectKey(kind, space, name) ||
    key === keyWithGroup({ kind, group, name, ...(space && { namespace: space }) })
  return (
    isKey(namespace) ||
    isKey(undefined) ||
    (kind === 'Pod' &&
      line === kindLine &&
      key.startsWith('ControlPlane/') &&
      key !== 'ControlPlane/control-plane')
  )
}

function isPart(key: string): boolean {
  return key.startsWith('ControlPlane/') && key !== 'ControlPlane/control-plane'
}

function objectsOf(node: YamlNode): Found[] {
  if (node.kind === 'list') return node.items.flatMap(objectsOf)
  const kind = toScalarText(valueAt(node, 'kind'))
  const items = valueAt(node, 'items')
  if (items?.kind === 'list' && (kind === undefined || kind.endsWith('List')))
    return itemsOf(items).flatMap(objectsOf)
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
