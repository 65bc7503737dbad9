import type { ComposeFile } from '@/lib/importers/compose/group-files'
import { mergeMaps } from '@/lib/importers/compose/merge'
import { normaliseService } from '@/lib/importers/compose/normalise'
import { folderOf, resolvePath } from '@/lib/importers/compose/paths'
import type { Project } from '@/lib/importers/compose/project'
import { toScalarText, valueAt, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

const MAX_CHAIN = 50

export type Extended = { service: YamlMap; isComplete: boolean }

/** What `extends` names: a service, in another file if one is named. */
export function extendsTarget(node: YamlNode): { service: string | undefined; file?: string } {
  if (node.kind === 'scalar') return { service: toScalarText(node) }
  const file = toScalarText(valueAt(node, 'file'))
  const service = toScalarText(valueAt(node, 'service'))
  return file === undefined ? { service } : { service, file: resolvePath(folderOf(node.file), file) }
}

/**
 * Lays a service onto those it extends, the furthest first. What cannot be found is listed as skipped; then the service
 * is not complete, and what it does not say itself is unknown.
 */
export function resolveExtends(
  project: Project,
  own: YamlMap,
  document: YamlMap,
  path: string,
  index: ReadonlyMap<string, ComposeFile>,
  chain: readonly string[],
): Extended {
  const entry = own.entries.get('extends')
  if (!entry) return { service: own, isComplete: true }
  const entries = new Map(own.entries)
  entries.delete('extends')
  const alone = { ...own, entries }
  const target = extendsTarget(entry.value)
  const file = target.file ?? path
  const documents = target.file === undefined ? [document] : (index.get(target.file)?.documents ?? [])
  const found = documents
    .map((candidate) => ({ candidate, node: valueAt(valueAt(candidate, 'services'), target.service ?? '') }))
    .find(({ node }) => node)
  const id = `${file}#${target.service}`
  if (chain.includes(id) || chain.length > MAX_CHAIN) {
    project.skip(entry, 'extends', 'This service extends itself, directly or by way of others.')
    return { service: alone, isComplete: false }
  }
  if (found?.node?.kind !== 'map') {
    const why =
      documents.length === 0
        ? 'The extended file was not handed in. Import it together with this one.'
        : 'The extended service does not exist in that file.'
    project.skip(entry, 'extends', why)
    return { service: alone, isComplete: false }
  }
  const base = resolveExtends(project, normaliseService(found.node), found.candidate, file, index, [
    ...chain,
    id,
  ])
  return { service: mergeMaps(base.service, alone), isComplete: base.isComplete }
}
