import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { AccessRule, Source } from '@/lib/importers/kubernetes/mesh/mesh'
import { anybody, readAccountRef, readIdentity, textsAt } from '@/lib/importers/kubernetes/mesh/read-source'
import { at, booleanOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, metaOf } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { readSelector } from '@/lib/importers/kubernetes/selector'

/** Reads a Server: a port of pods that only those may call whom an authorization lets. */
export function readServer(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  if (!at(spec, 'podSelector')) {
    cluster.skip(object, 'It is for workloads outside of the cluster, which no file describes.')
    return
  }
  const port = numberOf(at(spec, 'port')) ?? textAt(spec, 'port')
  cluster.mesh.servers.push({
    meta: metaOf(object),
    namespace: object.namespace ?? 'default',
    selector: readSelector(at(spec, 'podSelector')),
    ...(port !== undefined && { port }),
    access: textAt(spec, 'accessPolicy') ?? 'deny',
    place: placeOf(spec, 'podSelector', object.place),
  })
}

/** Reads a ServerAuthorization: who may call a Server. */
export function readServerAuthorization(cluster: Cluster, object: KubernetesObject): void {
  const { namespace = 'default', place, body } = object
  const server = at(body, 'spec', 'server')
  const client = at(body, 'spec', 'client')
  const tls = at(client, 'meshTLS')
  const isOpen = [at(client, 'unauthenticated'), at(tls, 'unauthenticatedTLS')].some(
    (node) => booleanOf(node) === true,
  )
  const sources = [
    ...textsAt(tls, 'identities').map(readIdentity),
    ...mapsOf(at(tls, 'serviceAccounts')).map((account) => readAccountRef(account, namespace)),
  ]
  const name = textAt(server, 'name')
  const selector = at(server, 'selector')
  cluster.mesh.grants.push({
    meta: metaOf(object),
    namespace,
    ...(name && { server: name }),
    ...(selector && { servers: readSelector(selector) }),
    rules: [ruleOf(isOpen ? [] : sources, placeOf(at(body, 'spec'), 'client', place))],
    references: [],
  })
}

/** Reads Linkerd's own AuthorizationPolicy: what a Server or a namespace demands of callers. */
export function readLinkerdPolicy(cluster: Cluster, object: KubernetesObject): void {
  const { namespace = 'default', body } = object
  const spec = at(body, 'spec')
  const kind = textAt(spec, 'targetRef', 'kind')
  if (kind !== 'Server' && kind !== 'Namespace') {
    cluster.skip(object, 'It is for single routes and not for whole Servers, which is not read.')
    return
  }
  const name = kind === 'Server' ? textAt(spec, 'targetRef', 'name') : undefined
  const place = placeOf(spec, 'requiredAuthenticationRefs', object.place)
  const references = mapsOf(at(spec, 'requiredAuthenticationRefs')).map((node) => ({
    kind: textAt(node, 'kind') ?? '',
    namespace: textAt(node, 'namespace') ?? namespace,
    name: textAt(node, 'name') ?? '',
    place: { file: node.file, line: node.line },
  }))
  cluster.mesh.grants.push({
    meta: metaOf(object),
    namespace,
    ...(name && { server: name }),
    rules: references.length === 0 ? [ruleOf([], place)] : [],
    references,
  })
}

/** Reads a MeshTLSAuthentication or NetworkAuthentication: callers by identity, or by address. */
export function readAuthentication(cluster: Cluster, object: KubernetesObject): void {
  const { kind, namespace = 'default', name, body } = object
  const spec = at(body, 'spec')
  const sources: Source[] =
    kind === 'NetworkAuthentication'
      ? [{ ...anybody, isNarrowed: true }]
      : [
          ...textsAt(spec, 'identities').map(readIdentity),
          ...mapsOf(at(spec, 'identityRefs')).map((ref) =>
            textAt(ref, 'kind') === 'Namespace'
              ? { ...anybody, namespaces: [textAt(ref, 'name') ?? namespace] }
              : readAccountRef(ref, namespace),
          ),
        ]
  cluster.mesh.authentications.set(`${kind}/${namespace}/${name}`, sources)
  cluster.skip(object, 'It only lists callers. What it lets them do stands with the policies that name it.')
}

/** A rule for these callers, of everybody without any. */
export function ruleOf(sources: Source[], place: AccessRule['place']): AccessRule {
  return { sources, isPartial: false, demandsIdentity: false, place }
}
