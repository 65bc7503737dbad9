import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import { at, booleanOf, entryOf, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject, Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { addClients } from '@/lib/importers/kubernetes/services'
import { entriesOf, itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Reads an Ingress of any version: what it leads to, whether it has certificates, and what its annotations do. */
export function readIngress(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const key = begin(cluster, object)
  const { out } = cluster
  const { place } = object
  const rules = mapsOf(at(spec, 'rules'))
  const tls = itemsOf(at(spec, 'tls'))
  out.fact(key, 'tls', tls.length > 0 ? true : undefined, placeOf(spec, 'tls', place))
  for (const item of tls) handSecret(cluster, object, textAt(item, 'secretName'), item)
  const hosts = rules.map((rule) => ({ host: textAt(rule, 'host') ?? '', place: rule }))
  stateWildcard(cluster, key, hosts, place)
  const backends: YamlNode[] = []
  for (const fallback of ['defaultBackend', 'backend']) {
    const node = at(spec, fallback)
    if (node) backends.push(node)
  }
  for (const rule of rules) {
    for (const path of mapsOf(at(rule, 'http', 'paths'))) {
      const backend = at(path, 'backend')
      if (backend) backends.push(backend)
    }
  }
  for (const backend of backends)
    route(
      cluster,
      object,
      key,
      textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName'),
      undefined,
      backend,
    )
  readNotes(cluster, object, key)
  addClients(cluster, key, place, [])
}

/** Reads a Gateway of the Gateway API or of Istio. */
export function readGateway(cluster: Cluster, object: KubernetesObject): void {
  const key = begin(cluster, object)
  const { out } = cluster
  const listeners = [
    ...mapsOf(at(object.body, 'spec', 'listeners')),
    ...mapsOf(at(object.body, 'spec', 'servers')),
  ]
  const protocols = listeners.map((listener) => ({
    protocol: (textAt(listener, 'protocol') ?? textAt(listener, 'port', 'protocol') ?? '').toUpperCase(),
    listener,
  }))
  const plain = protocols.find(({ protocol }) => /^(HTTP|HTTP2|TCP|GRPC)$/.test(protocol))
  const encrypted = protocols.find(({ protocol }) => /^(HTTPS|TLS)$/.test(protocol))
  if (encrypted) out.fact(key, 'tls', true, encrypted.listener)
  else if (plain) out.fact(key, 'tls', false, plain.listener)
  const redirect = listeners.find((listener) => booleanOf(at(listener, 'tls', 'httpsRedirect')))
  if (redirect) out.fact(key, 'sslRedirect', true, redirect)
  const hosts = listeners.flatMap((listener) => {
    const names = itemsOf(at(listener, 'hosts')).map((item) => toScalarText(item) ?? '')
    return (names.length > 0 ? names : [textAt(listener, 'hostname') ?? '']).map((host) => ({
      host: host.slice(host.lastIndexOf('/') + 1),
      place: listener,
    }))
  })
  stateWildcard(cluster, key, hosts, object.place)
  for (const listener of listeners) {
    for (const reference of mapsOf(at(listener, 'tls', 'certificateRefs')))
      handSecret(cluster, object, textAt(reference, 'name'), reference, textAt(reference, 'namespace'))
  }
  addClients(cluster, key, object.place, [])
}

/** Reads a route of the Gateway API (HTTPRoute, GRPCRoute, TLSRoute, TCPRoute, UDPRoute). */
export function readRoute(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const key = begin(cluster, object)
  let hasGateway = false
  for (const parent of mapsOf(at(spec, 'parentRefs'))) {
    const name = textAt(parent, 'name')
    const kind = textAt(parent, 'kind') ?? 'Gateway'
    if (!name || kind !== 'Gateway') continue
    hasGateway = true
    cluster.routes.push({
      from: key,
      namespace: object.namespace ?? 'default',
      toKind: 'parent',
      toNamespace: textAt(parent, 'namespace') ?? object.namespace ?? 'default',
      toName: name,
      place: parent,
      isService: false,
    })
  }
  const hosts = itemsOf(at(spec, 'hostnames')).map((item) => ({
    host: toScalarText(item) ?? '',
    place: item,
  }))
  // Without names it takes those of the gateway.
  if (hosts.length > 0) stateWildcard(cluster, key, hosts, object.place)
  else cluster.out.fact(key, 'wildcardHost', null, object.place)
  for (const rule of mapsOf(at(spec, 'rules'))) {
    for (const backend of mapsOf(at(rule, 'backendRefs'))) {
      if ((textAt(backend, 'kind') ?? 'Service') !== 'Service') continue
      route(cluster, object, key, textAt(backend, 'name'), textAt(backend, 'namespace'), backend)
    }
    if (mapsOf(at(rule, 'filters')).some((filter) => textAt(filter, 'requestRedirect', 'scheme') === 'https'))
      cluster.out.fact(key, 'sslRedirect', true, rule)
  }
  if (hasGateway) return
  // Without a gateway of these kinds, such as in a mesh, something else decides.
  cluster.out.fact(key, 'tls', null, object.place)
  addClients(cluster, key, object.place, [])
}

/** Reads the routes of proxies with kinds of their own: VirtualService, IngressRoute, HTTPProxy, OpenShift's Route. */
export function readForeignRoute(cluster: Cluster, object: KubernetesObject): void {
  const spec = at(object.body, 'spec')
  const key = begin(cluster, object)
  const { out } = cluster
  const tls = entryOf(spec, 'tls') ?? entryOf(at(spec, 'virtualhost'), 'tls')
  if (tls) out.fact(key, 'tls', true, tls)
  const wild = foreignWildcard(spec)
  if (wild) out.fact(key, 'wildcardHost', true, wild)
  const gateways = itemsOf(at(spec, 'gateways')).flatMap((item) => toScalarText(item) ?? [])
  for (const gateway of gateways) {
    const [namespace, name] = gateway.includes('/') ? gateway.split('/', 2) : [object.namespace, gateway]
    if (!name || name === 'mesh') continue
    cluster.routes.push({
      from: key,
      namespace: object.namespace ?? 'default',
      toKind: 'parent',
      toNamespace: namespace ?? 'default',
      toName: name,
      place: placeOf(spec, 'gateways', object.place),
      isService: false,
    })
  }
  for (const { name, namespace, place } of foreignBackends(spec))
    route(cluster, object, key, name, namespace, place)
  const isInner =
    object.kind === 'VirtualService'
      ? !gateways.some((gateway) => gateway !== 'mesh')
      : object.kind === 'HTTPProxy' && !at(spec, 'virtualhost')
  // It is for callers inside of a mesh, or a part of another one that decides.
  if (isInner) out.fact(key, 'tls', null, object.place)
  if (object.kind !== 'VirtualService' || (gateways.length === 0 && at(spec, 'gateways')))
    addClients(cluster, key, object.place, [])
}

// Hosts of Istio's VirtualService, and rules of Traefik that name none.
function foreignWildcard(spec: YamlNode | undefined): Place | undefined {
  const host = itemsOf(at(spec, 'hosts')).find((item) => (toScalarText(item) ?? '').startsWith('*'))
  if (host) return host
  return mapsOf(at(spec, 'routes')).find((way) => {
    const match = textAt(way, 'match')
    return match !== undefined && !/\bHost(SNI|Regexp|Header)?\(/i.test(match)
  })
}

function foreignBackends(spec: YamlNode | undefined): { name?: string; namespace?: string; place: Place }[] {
  const found: { name?: string; namespace?: string; place: Place }[] = []
  const add = (node: YamlNode, name: string | undefined, namespace?: string) => {
    if (name) found.push({ name, ...(namespace !== undefined && { namespace }), place: node })
  }
  for (const part of ['http', 'tcp', 'tls']) {
    for (const way of mapsOf(at(spec, part))) {
      for (const target of mapsOf(at(way, 'route'))) {
        const [name = '', namespace] = (textAt(target, 'destination', 'host') ?? '').split('.')
        add(target, name, namespace)
      }
    }
  }
  for (const way of mapsOf(at(spec, 'routes'))) {
    for (const service of mapsOf(at(way, 'services'))) {
      // Traefik's own, such as its dashboard, is no service of the cluster.
      if ((textAt(service, 'kind') ?? 'Service') !== 'Service') continue
      add(service, textAt(service, 'name'), textAt(service, 'namespace'))
    }
  }
  const to = at(spec, 'to')
  if (to && (textAt(to, 'kind') ?? 'Service') === 'Service') add(to, textAt(to, 'name'))
  return found
}

function begin(cluster: Cluster, object: KubernetesObject): string {
  const key = cluster.add(object, 'ingress')
  cluster.out.fact(key, 'declared', true, object.place)
  return key
}

function route(
  cluster: Cluster,
  object: KubernetesObject,
  from: string,
  name: string | undefined,
  namespace: string | undefined,
  place: Place,
): void {
  if (!name) return
  cluster.routes.push({
    from,
    namespace: object.namespace ?? 'default',
    toKind: 'Service',
    toNamespace: namespace ?? object.namespace ?? 'default',
    toName: name,
    place: { file: place.file, line: place.line },
    isService: true,
  })
}

function handSecret(
  cluster: Cluster,
  object: KubernetesObject,
  name: string | undefined,
  place: Place,
  namespace = object.namespace,
): void {
  if (!name) return
  cluster.later.push(() => {
    const secret = cluster.mention('Secret', namespace, name, 'secret', place)
    const flow = cluster.out.flow({
      key: cluster.flowKey('secret', secret, object.key),
      type: 'flow-secret',
      from: secret,
      to: object.key,
      place,
    })
    cluster.out.fact(flow, 'usedAsFile', true, place)
  })
}

function stateWildcard(
  { out }: Cluster,
  key: string,
  hosts: readonly { host: string; place: Place }[],
  place: Place,
): void {
  const wild = hosts.find(({ host }) => host === '' || host.startsWith('*'))
  if (wild) out.fact(key, 'wildcardHost', true, wild.place)
  else if (hosts.length === 0) out.fact(key, 'wildcardHost', true, place)
}

const snippet =
  /(configuration|server|auth|stream|location|modsecurity|main)-snippet$|\.org\/(server|location|http)-snippets$/
const asksForLogin =
  /(auth-url|auth-type|auth-tls-secret|auth-signin)$|basic-auth|oauth2|oidc|\/alb\.ingress\.kubernetes\.io\/auth-|alb\.ingress\.kubernetes\.io\/auth-type$|forwardauth/i
// Certificates that the load balancer of a provider holds.
const certificates =
  /^(alb\.ingress\.kubernetes\.io\/certificate-arn|networking\.gke\.io\/managed-certificates|ingress\.gcp\.kubernetes\.io\/pre-shared-cert|appgw\.ingress\.kubernetes\.io\/appgw-ssl-certificate)$/
const limits = /limit-(rps|rpm|connections|rate)$|rate-?limit/i

function readNotes({ out }: Cluster, { body }: KubernetesObject, key: string): void {
  const metadata = at(body, 'metadata')
  let nginx: Place | undefined
  for (const { key: name, value, file, line } of entriesOf(at(metadata, 'annotations'))) {
    const place = { file, line }
    const text = (toScalarText(value) ?? '').trim().toLowerCase()
    if (name.startsWith('nginx.ingress.kubernetes.io/')) nginx ??= place
    if (snippet.test(name) && text !== '') out.fact(key, 'snippetAnnotations', true, place)
    if (/(ssl-redirect|force-ssl-redirect)$/.test(name) && /^(true|false)$/.test(text))
      out.fact(key, 'sslRedirect', text === 'true', place)
    if (asksForLogin.test(name) && text !== '' && text !== 'none') out.fact(key, 'authRequired', true, place)
    if (certificates.test(name) && text !== '') out.fact(key, 'tls', true, place)
    if (limits.test(name) && text !== '') out.fact(key, 'rateLimited', true, place)
  }
  const className =
    textAt(body, 'spec', 'ingressClassName') ?? textAt(metadata, 'annotations', 'kubernetes.io/ingress.class')
  if (nginx && (className === undefined || className === 'nginx'))
    out.fact(key, 'retiredController', true, nginx)
}
