import type { ExtractBuilder, Place } from '@/lib/importers/compose/builder'
import type { Project } from '@/lib/importers/compose/project'
import { itemsOf, type YamlEntry, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'
import type { FactValue } from '@/lib/model/fact'

/** What the readers of one service share. `used` gathers the keys that were looked at; the rest is listed as skipped. */
export type ServiceContext = {
  project: Project
  out: ExtractBuilder
  /** Natural keys of the project's host and of this service's container. */
  hostKey: string
  key: string
  name: string
  service: YamlMap
  place: Place
}

/** The entry of a key of the service. */
export function entryAt(context: ServiceContext, key: string): YamlEntry | undefined {
  return context.service.entries.get(key)
}

/** States a fact of the service's container. */
export function state(
  context: ServiceContext,
  attribute: string,
  value: FactValue | undefined,
  place: Place,
): void {
  context.out.fact(context.key, attribute, value, place)
}

/** States a boolean fact from a yes-or-no key. */
export function stateBoolean(context: ServiceContext, key: string, attribute: string): void {
  const entry = entryAt(context, key)
  if (entry) state(context, attribute, context.project.readBoolean(entry.value), entry)
}

/** The texts of a list or single value, variables replaced, each with its line. */
export function readTexts(
  context: ServiceContext,
  node: YamlNode | undefined,
): { text: string; unset: string[]; node: YamlNode }[] {
  const nodes = node?.kind === 'scalar' ? [node] : itemsOf(node)
  return nodes.flatMap((item) => {
    const read = context.project.read(item)
    return read ? [{ text: read.text, unset: read.unset, node: item }] : []
  })
}

/** The text of a command line, for looking at only: never kept. */
export function peekCommand(context: ServiceContext): string {
  return ['entrypoint', 'command']
    .map((key) => entryAt(context, key)?.value)
    .flatMap((node) => (node?.kind === 'list' ? node.items : node ? [node] : []))
    .map((node) => context.project.peek(node)?.text ?? '')
    .join(' ')
    .slice(0, 8000)
}
