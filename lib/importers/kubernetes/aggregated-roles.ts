import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { RoleDigest } from '@/lib/importers/kubernetes/digests'
import { objectKey } from '@/lib/importers/kubernetes/object'
import type { RightFact } from '@/lib/importers/kubernetes/rights'
import { type Selector, selects } from '@/lib/importers/kubernetes/selector'

/** What an aggregated role grants when none of those that add to it is among the files. */
const OPEN: readonly RightFact['attribute'][] = ['fullAccess', 'readsSecrets', 'writes']

const byLabel = (name: string): Selector => ({
  labels: new Map([[`rbac.authorization.k8s.io/aggregate-to-${name}`, 'true']]),
  expressions: [],
})
/** Roles that every cluster has and adds to; each of them has all that the one before it has. */
const BUILT_IN = ['view', 'edit', 'admin'] as const

/**
 * States of roles what others add to them, with the line of the rule that grants it. A role that collects from roles of the
 * files has all of their rights; one that collects from none may have any.
 */
export function stateAggregated(cluster: Cluster): void {
  const roles = [...cluster.roles.values(), ...builtInRoles(cluster)]
  for (const role of roles) {
    if (role.collects.length === 0) continue
    const found = collected(role, roles)
    for (const { attribute, value, place } of rightsIn(found))
      if (!cluster.out.factOf(role.key, attribute)) cluster.out.fact(role.key, attribute, value, place)
    const isBuiltIn = cluster.out.factOf(role.key, 'builtinRole')
    if (found.length > 0 || role.rights.length > 0 || (isBuiltIn && isBuiltIn.value !== 'none')) continue
    for (const attribute of OPEN) cluster.out.fact(role.key, attribute, null, role.place)
  }
}

// Those that a binding of the files names: the cluster itself declares them.
function builtInRoles({ out, roles }: Cluster): RoleDigest[] {
  return BUILT_IN.flatMap((name, at) => {
    const key = objectKey('ClusterRole', undefined, name)
    const place = out.sourceOf(key)
    if (!place || roles.has(key)) return []
    const collects = BUILT_IN.slice(0, at + 1).map(byLabel)
    return [{ key, labels: new Map<string, string>(), rights: [], collects, place }]
  })
}

/** The roles that add to one, those that add to these included. */
function collected(role: RoleDigest, roles: readonly RoleDigest[]): RoleDigest[] {
  const found = new Set<RoleDigest>()
  const open = [role]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const other of roles) {
      if (other === role || found.has(other)) continue
      if (!next.collects.some((selector) => selects(selector, other.labels))) continue
      found.add(other)
      open.push(other)
    }
  }
  return [...found]
}

// The first to grant a right is its evidence; parts that hold wildcards add up.
function rightsIn(roles: readonly RoleDigest[]): RightFact[] {
  const rights = new Map<string, RightFact>()
  for (const right of roles.flatMap((role) => role.rights)) {
    const known = rights.get(right.attribute)
    if (!known) rights.set(right.attribute, right)
    else if (Array.isArray(known.value) && Array.isArray(right.value))
      rights.set(right.attribute, { ...known, value: [...new Set([...known.value, ...right.value])].sort() })
  }
  return [...rights.values()]
}
