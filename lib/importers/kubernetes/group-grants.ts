import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { GroupGrant } from '@/lib/importers/kubernetes/digests'

/** Beyond these accounts, a drawing of each would show nothing any more. */
const MAX_ACCOUNTS = 100

/** The namespace whose service accounts a group is, '' for those of all namespaces; undefined for other groups. */
export function accountsOfGroup(group: string): string | undefined {
  if (group === 'system:authenticated' || group === 'system:serviceaccounts') return ''
  return /^system:serviceaccounts:([^:]+)$/.exec(group)?.[1]
}

/**
 * Gives what a binding grants to a group to every service account of the files that is in it: those that are declared, and
 * those that workloads run under.
 */
export function grantToGroups(cluster: Cluster): void {
  if (cluster.groupGrants.length === 0) return
  const accounts = accountsIn(cluster)
  for (const grant of cluster.groupGrants) {
    const members = accounts.filter(
      ({ namespace }) => grant.namespace === '' || namespace === grant.namespace,
    )
    for (const { namespace, name } of members.slice(0, MAX_ACCOUNTS))
      cluster.grants.push({ binding: grant.binding, namespace, account: name, place: grant.place })
    if (members.length > MAX_ACCOUNTS) cluster.warn(grant.place, tooMany(grant, members.length))
  }
}

function tooMany({ namespace }: GroupGrant, count: number): string {
  const whose = namespace === '' ? 'all service accounts' : 'all service accounts of a namespace'
  return `This binding is for ${whose}: of ${count}, the first ${MAX_ACCOUNTS} were connected with it.`
}

function accountsIn({ objects, workloads }: Cluster): { namespace: string; name: string }[] {
  const found = new Map<string, { namespace: string; name: string }>()
  const add = (namespace: string, name: string) => found.set(`${namespace}/${name}`, { namespace, name })
  for (const { kind, group, namespace = 'default', name } of objects.values())
    if (kind === 'ServiceAccount' && group === '') add(namespace, name)
  for (const { type, namespace, account } of workloads)
    if (type !== 'static-pod') add(namespace, account.name)
  return [...found.values()]
}
