import type { Component } from '@/lib/model/elements'
import { containersOf } from '@/lib/model/structure'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * The components of these types that a scanner means by a name: a container as an engine names it (`shop-web-1`), an
 * image, a workload as `namespace/Kind/name`, a file. Several when the name does not tell; none when nothing fits.
 */
export function componentsNamed(
  name: string,
  model: ThreatModel,
  among: readonly Component[],
): readonly Component[] {
  const workload = /^(?:([^/\s]*)\/)?([A-Z][A-Za-z]+)\/([^/\s]+)$/.exec(name)
  if (workload?.[2] && workload[3])
    return workloadsNamed(model, among, workload[1] ?? '', workload[2], workload[3])
  const wanted = plain(name)
  const exact = among.filter((component) => spellings(component).some((one) => one === wanted))
  if (exact.length > 0) return exact
  const runtime = wanted.replace(/(?:[-_.]\d+(?:\.[a-z0-9]{10,})?)$/, '')
  return among.filter((component) => runtimeNames(component).some((one) => one === wanted || one === runtime))
}

/** Without what scanners add: a distribution in brackets, a line, a scheme, the library prefix of the public registry. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/^(?:docker\.io\/)?(?:library\/)?/, '')
    .replace(/^\.?\//, '')
    .replace(/:(\d+)$/, (whole, line) =>
      name.includes('/') || /dockerfile/i.test(name) ? '' : `:${line}` || whole,
    )
}

function spellings({ name, naturalKey = '', source }: Component): string[] {
  const own = plain(name)
  const image = /^image\/(.+)$/.exec(naturalKey)?.[1]
  return [
    own,
    ...(own.includes(':') ? [own.replace(/:latest$/, '')] : [`${own}:latest`]),
    ...(image ? [plain(image)] : []),
    ...(source ? [plain(source.file)] : []),
  ]
}

/** What engines call the containers of a service: with the project before it, by dash or underscore. */
function runtimeNames({ name, naturalKey = '' }: Component): string[] {
  const [, project, service] = /^compose\/([^/]+)\/service\/(.+)$/.exec(naturalKey) ?? []
  const own = [...new Set([name.toLowerCase(), ...(service ? [service.toLowerCase()] : [])])]
  return own.flatMap((one) => [one, ...(project ? [`${project}-${one}`, `${project}_${one}`] : [])])
}

function workloadsNamed(
  model: ThreatModel,
  among: readonly Component[],
  namespace: string,
  kind: string,
  name: string,
): Component[] {
  const type = kind.toLowerCase()
  const same = among.filter((component) => component.name === name && isOfKind(component, type))
  const there = same.filter((component) => namespace === '' || namespaceOf(model, component) === namespace)
  return there.length > 0 ? there : same.filter((component) => namespaceOf(model, component) === undefined)
}

function isOfKind({ type, naturalKey = '' }: Component, kind: string): boolean {
  return type.replaceAll('-', '') === kind || naturalKey.toLowerCase().split('/').includes(kind)
}

function namespaceOf(model: ThreatModel, component: Component): string | undefined {
  return containersOf(component)
    .map((id) => model.components[id])
    .find((one) => one?.type === 'namespace')?.name
}
