import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { ruleOf } from '@/lib/importers/kubernetes/mesh/linkerd'
import type {
  AccessPolicy,
  AccessRule,
  LinkerdGrant,
  LinkerdServer,
  Mesh,
  Source,
} from '@/lib/importers/kubernetes/mesh/mesh'
import { anybody, principalOf } from '@/lib/importers/kubernetes/mesh/read-source'
import { selects } from '@/lib/importers/kubernetes/selector'

/**
 * Linkerd's Servers and what authorizations let through to them, in the form that Istio's policies have: a Server lets nobody
 * in, each authorization somebody.
 */
export function linkerdAccess(cluster: Cluster): AccessPolicy[] {
  const { mesh } = cluster
  const policies = mesh.servers.map((server) => policyOf(server, server.meta, accessRules(server)))
  for (const grant of mesh.grants) {
    const servers = mesh.servers.filter((server) => isFor(grant, server))
    if (servers.length === 0) cluster.skip(grant.meta, 'No Server that it is for is among these files.')
    const rules = rulesOf(mesh, grant)
    for (const server of servers) policies.push(policyOf(server, grant.meta, rules))
  }
  return policies
}

function policyOf(server: LinkerdServer, meta: AccessPolicy['meta'], rules: AccessRule[]): AccessPolicy {
  const { namespace, selector, port, place } = server
  return {
    meta,
    namespace,
    selector,
    action: 'allow',
    rules,
    ...(port !== undefined && { ports: [port] }),
    isMutual: true,
    place: meta === server.meta ? place : meta.place,
  }
}

// What a Server lets through by itself.
function accessRules({ access, place }: LinkerdServer): AccessRule[] {
  if (/^(all|cluster)-unauthenticated$|^audit$/.test(access)) return [ruleOf([], place)]
  return /^(all|cluster)-authenticated$/.test(access)
    ? [ruleOf([{ ...anybody, principals: ['*'] }], place)]
    : []
}

function isFor({ namespace, server, servers }: LinkerdGrant, { meta, ...of }: LinkerdServer): boolean {
  if (of.namespace !== namespace) return false
  if (server !== undefined) return meta.name === server
  return servers === undefined || selects(servers, meta.labels)
}

// All that a policy refers to is demanded at once: one identity among them is enough to know the caller.
function rulesOf({ authentications }: Mesh, { rules, references }: LinkerdGrant): AccessRule[] {
  const [first] = references
  if (!first) return rules
  const lists = references.map(({ kind, namespace, name }): readonly Source[] =>
    kind === 'ServiceAccount'
      ? [{ ...anybody, principals: [principalOf(namespace, name)] }]
      : (authentications.get(`${kind}/${namespace}/${name}`) ?? []),
  )
  const known = lists.find((sources) =>
    sources.some(({ principals, namespaces }) => principals ?? namespaces),
  )
  // What is not among the files lets somebody in, whoever that is.
  return [ruleOf([...(known ?? [{ ...anybody, isNarrowed: true }])], first.place)]
}
