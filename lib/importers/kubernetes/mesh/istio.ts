import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import type { AccessRule, PeerMode, Scope } from '@/lib/importers/kubernetes/mesh/mesh'
import { readSource } from '@/lib/importers/kubernetes/mesh/read-source'
import { at, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, metaOf } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { readSelector, selectsAll } from '@/lib/importers/kubernetes/selector'
import { entriesOf, itemsOf, type YamlMap } from '@/lib/importers/yaml/yaml-node'

/** Where policies without a selector are for the whole mesh. */
const ROOT = 'istio-system'

/** Reads a PeerAuthentication: kept until the workloads that it is for are known. */
export function readPeerAuthentication(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const mode = modeOf(textAt(spec, 'mtls', 'mode'))
  const ports = entriesOf(at(spec, 'portLevelMtls'))
  const weaker = ports.find(({ value }) => (modeOf(textAt(value, 'mode')) ?? 'STRICT') !== 'STRICT')
  if (mode === undefined && weaker === undefined) {
    cluster.skip(object, 'It sets no mode of mutual TLS: what is wider than it decides.')
    return
  }
  cluster.mesh.peers.push({
    ...scopeOf(object),
    meta: metaOf(object),
    ...(mode && { mode }),
    place: placeOf(at(spec, 'mtls'), 'mode', object.place),
    ...(weaker && { exception: { file: weaker.file, line: weaker.line } }),
  })
}

function modeOf(text: string | undefined): PeerMode | undefined {
  return text === 'STRICT' || text === 'PERMISSIVE' || text === 'DISABLE' ? text : undefined
}

function scopeOf({ body, namespace = 'default' }: KubernetesObject): Scope {
  const selector = readSelector(at(body, 'spec', 'selector'))
  return namespace === ROOT && selectsAll(selector) ? { selector } : { namespace, selector }
}

/** Reads an AuthorizationPolicy: who may call the workloads that it is for, or may not. */
export function readAuthorizationPolicy(cluster: Cluster, object: KubernetesObject): void {
  const { body, place, namespace = 'default' } = object
  const spec = at(body, 'spec')
  const action = textAt(spec, 'action') ?? 'ALLOW'
  if (action !== 'ALLOW' && action !== 'DENY') {
    cluster.skip(
      object,
      action === 'CUSTOM'
        ? 'It leaves the decision to a service of its own, which no file describes.'
        : 'It only records requests, so it keeps nobody out.',
    )
    return
  }
  if (at(spec, 'targetRef') ?? at(spec, 'targetRefs')) {
    cluster.skip(object, 'It is for a gateway or a waypoint and not for workloads, which is not read.')
    return
  }
  cluster.mesh.access.push({
    ...scopeOf(object),
    meta: metaOf(object),
    action: action === 'DENY' ? 'deny' : 'allow',
    rules: mapsOf(at(spec, 'rules')).map((rule) => readRule(rule, namespace)),
    isMutual: false,
    place: spec ? placeOf(body, 'spec', place) : place,
  })
}

function readRule(rule: YamlMap, namespace: string): AccessRule {
  const from = entryOf(rule, 'from')
  const conditions = mapsOf(at(rule, 'when'))
  const demands = conditions.some(
    (condition) =>
      /^(request\.auth\.|source\.(principal|namespace|serviceAccount)$)/.test(
        textAt(condition, 'key') ?? '',
      ) && itemsOf(at(condition, 'values')).length > 0,
  )
  return {
    sources: mapsOf(from?.value).map((item) => readSource(at(item, 'source'), namespace)),
    isPartial: itemsOf(at(rule, 'to')).length > 0 || conditions.length > 0,
    demandsIdentity: demands,
    place: { file: rule.file, line: rule.line },
  }
}

/** Reads a RequestAuthentication. By itself it lets callers without a token through. */
export function readRequestAuthentication(cluster: Cluster, object: KubernetesObject): void {
  cluster.skip(
    object,
    'It checks tokens that callers bring. Whether one is demanded stands in an AuthorizationPolicy, which is read.',
  )
}

/** Reads a DestinationRule: how callers of its host use TLS. */
export function readDestinationRule(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const host = textAt(spec, 'host')
  const tls = at(spec, 'trafficPolicy', 'tls')
  const mode = textAt(tls, 'mode')
  if (!host || !mode || !/^(DISABLE|SIMPLE|MUTUAL|ISTIO_MUTUAL)$/.test(mode)) {
    cluster.skip(object, 'It says nothing of TLS for its whole host, only how requests are spread.')
    return
  }
  cluster.mesh.clients.push({
    meta: metaOf(object),
    namespace: object.namespace ?? 'default',
    host: host.toLowerCase(),
    mode: mode === 'DISABLE' || mode === 'SIMPLE' ? mode : 'MUTUAL',
    place: placeOf(tls, 'mode', object.place),
  })
}

/** Whether a pod's labels and annotations, or a namespace's, ask for a proxy of Istio or Linkerd, or refuse it. */
export function asksForProxy(...notes: readonly (ReturnType<typeof at> | undefined)[]): boolean | undefined {
  for (const node of notes) {
    const words = ['sidecar.istio.io/inject', 'linkerd.io/inject', 'istio-injection'].flatMap(
      (key) => textAt(node, key) ?? [],
    )
    if (words.some((word) => /^(false|disabled)$/.test(word))) return false
    if (words.some((word) => /^(true|enabled|ingress)$/.test(word))) return true
    if (textAt(node, 'istio.io/rev') || textAt(node, 'istio.io/dataplane-mode') === 'ambient') return true
  }
  return undefined
}
