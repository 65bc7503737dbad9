import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { addPart } from '@/lib/importers/kubernetes/control-plane'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { itemsOf, toScalarText, type YamlMap } from '@/lib/importers/yaml/yaml-node'

type Request = { verb: string; group: string; resource: string }

// What an audit has to show after a break-in: who read secrets, who entered pods, who changed rights.
const WANTED: readonly Request[] = [
  { verb: 'get', group: '', resource: 'secrets' },
  { verb: 'create', group: '', resource: 'pods/exec' },
  { verb: 'create', group: 'rbac.authorization.k8s.io', resource: 'clusterrolebindings' },
]

/** Reads the API server's audit policy: whether secrets, sessions in pods and changes of rights are recorded. */
export function readAuditPolicy(cluster: Cluster, object: KubernetesObject): void {
  const key = addPart(cluster, 'kube-apiserver', object.place)
  cluster.partOf.set(object.key, key)
  const rules = mapsOf(at(object.body, 'rules'))
  const deciding = WANTED.map((request) => rules.find((rule) => matches(rule, request)))
  const lost = deciding.find((rule) => textAt(rule, 'level') === 'None')
  const isCovered = deciding.every((rule) => rule !== undefined && rule !== lost)
  const place = lost ? { file: lost.file, line: lost.line } : object.place
  cluster.out.fact(key, 'auditPolicyCovers', isCovered, place)
}

// The first rule that matches decides. One for certain users, namespaces or names leaves the rest to the next.
function matches(rule: YamlMap, { verb, group, resource }: Request): boolean {
  const isNarrow = ['users', 'userGroups', 'namespaces'].some((part) => itemsOf(at(rule, part)).length > 0)
  if (isNarrow) return false
  const verbs = textsOf(rule, 'verbs')
  if (verbs.length > 0 && !verbs.includes(verb) && !verbs.includes('*')) return false
  const resources = mapsOf(at(rule, 'resources'))
  if (resources.length === 0) return itemsOf(at(rule, 'nonResourceURLs')).length === 0
  return resources.some((part) => {
    if ((textAt(part, 'group') ?? '') !== group || itemsOf(at(part, 'resourceNames')).length > 0) return false
    const names = textsOf(part, 'resources')
    return names.length === 0 || names.some((name) => isNamed(name, resource))
  })
}

// `pods` stands for pods alone, `pods/*` for their parts and `*/exec` for that part of everything.
function isNamed(given: string, resource: string): boolean {
  if (given === '*' || given === resource) return true
  const [of = '', part] = given.split('/')
  const [resourceOf = '', resourcePart] = resource.split('/')
  if (part === undefined || resourcePart === undefined) return false
  return (of === '*' || of === resourceOf) && (part === '*' || part === resourcePart)
}

function textsOf(node: YamlMap, key: string): string[] {
  return itemsOf(at(node, key)).flatMap((item) => toScalarText(item) ?? [])
}
