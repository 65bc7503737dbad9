import { describe, expect, it } from 'vitest'
import { componentOf, deployment } from '@/lib/testing/kubernetes-files'
import { factsOf, flowsOf, read } from '@/lib/testing/test-importer'

const object = (version: string, kind: string, spec: string, name = 'a') =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n---\n`

const gateway = (listener: string) =>
  object('gateway.networking.k8s.io/v1', 'Gateway', `{listeners: [${listener}]}`, 'gw')
const https = gateway('{protocol: HTTPS, port: 443, hostname: a.example.com}')
const plain = gateway('{protocol: HTTP, port: 80, hostname: a.example.com}')
const httpRoute = (spec: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', spec)
const virtual = (spec: string) => object('networking.istio.io/v1', 'VirtualService', spec)
const proxy = (spec: string) => object('projectcontour.io/v1', 'HTTPProxy', spec)
const traefik = (spec: string) => object('traefik.io/v1alpha1', 'IngressRoute', spec)

describe('a route', () => {
  it.each<[string, string, string, boolean | null | undefined]>([
    ['of a gateway with certificates', 'HTTPRoute', https + httpRoute('{parentRefs: [{name: gw}]}'), true],
    ['of a gateway without any', 'HTTPRoute', plain + httpRoute('{parentRefs: [{name: gw}]}'), false],
    ['of a gateway elsewhere', 'HTTPRoute', httpRoute('{parentRefs: [{name: gw}]}'), null],
    [
      'of a gateway with and one elsewhere',
      'HTTPRoute',
      https + httpRoute('{parentRefs: [{name: gw}, {name: x}]}'),
      null,
    ],
    ['of a service in a mesh', 'HTTPRoute', httpRoute('{parentRefs: [{kind: Service, name: x}]}'), null],
    ['of a mesh', 'VirtualService', virtual('{hosts: [a], http: []}'), null],
    [
      'of a gateway and the mesh',
      'VirtualService',
      https + virtual('{hosts: [a], gateways: [gw, mesh]}'),
      true,
    ],
    [
      'with its own certificate',
      'HTTPProxy',
      proxy('{virtualhost: {fqdn: a.example.com, tls: {secretName: t}}}'),
      true,
    ],
    ['without any', 'HTTPProxy', proxy('{virtualhost: {fqdn: a.example.com}}'), undefined],
    ['that another one includes', 'HTTPProxy', proxy('{routes: []}'), null],
  ])('%s says of TLS what those say', (_, kind, text, tls) => {
    expect(factsOf(read(text), `${kind}/default/a`)?.tls).toBe(tls)
  })

  it.each([
    [virtual('{hosts: ["*"], gateways: [x]}'), 'VirtualService', true],
    [virtual('{hosts: [a.example.com], gateways: [x]}'), 'VirtualService', undefined],
    [traefik('{routes: [{match: "PathPrefix(`/`)"}]}'), 'IngressRoute', true],
    [traefik('{routes: [{match: "Host(`a.example.com`) && PathPrefix(`/`)"}]}'), 'IngressRoute', undefined],
    [httpRoute('{parentRefs: [{name: x}]}'), 'HTTPRoute', null],
  ])('answers for the hosts that it names: %s', (text, kind, isWild) => {
    expect(factsOf(read(text), `${kind}/default/a`)?.wildcardHost).toBe(isWild)
  })

  it('to a part of the proxy itself leads to no service, and so not nowhere', () => {
    const own = traefik(
      '{routes: [{match: "Host(`a`)", services: [{name: api@internal, kind: TraefikService}]}]}',
    )
    expect(factsOf(read(own), 'IngressRoute/default/a')).not.toHaveProperty('dangling')
    const gone = traefik('{routes: [{match: "Host(`a`)", services: [{name: b}]}]}')
    expect(factsOf(read(gone), 'IngressRoute/default/a')).toMatchObject({ dangling: true })
  })

  it.each(['alb.ingress.kubernetes.io/certificate-arn', 'networking.gke.io/managed-certificates'])(
    'has the certificate that a provider holds: %s',
    (note) => {
      const text = `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, annotations: {${note}: x}}\nspec: {rules: [{host: a.example.com}]}\n`
      expect(factsOf(read(text), 'Ingress/default/a')).toMatchObject({ tls: true })
    },
  )
})

describe('the way from a service to its pods', () => {
  const way = (port: string) => {
    const service = object('v1', 'Service', `{selector: {app: app}, ports: [${port}]}`)
    const result = read(`${service}${deployment('{containers: [{name: a, image: x}]}')}`)
    const flow = result.extracts[0]?.flows.find(({ from }) => from === 'Service/default/a')
    return flow?.facts.encrypted?.[0].value
  }
  it('is known to be encrypted only where the pods listen so', () => {
    expect(way('{port: 443, targetPort: 8443}')).toBe(true)
    expect(way('{port: 443}')).toBe(true)
    expect(way('{port: 443, targetPort: 80}')).toBeUndefined()
    expect(way('{port: 443, name: https, targetPort: http}')).toBeUndefined()
  })
})

describe('a host of two parts', () => {
  const caller = (url: string) =>
    deployment(`{containers: [{name: a, image: x, env: [{name: A, value: "${url}"}]}]}`)
  it('is of the internet only if it can be no service of another namespace', () => {
    const external = (text: string) => flowsOf(read(text)).filter((flow) => flow.includes('External/'))
    expect(external(caller('http://collector.observability:4317'))).toEqual([])
    expect(external(`${object('v1', 'Namespace', '{}', 'ml')}${caller('http://db.ml:80')}`)).toEqual([])
    expect(external(caller('https://github.com/x'))).toHaveLength(1)
    expect(external(caller('https://api.collector.observability/x'))).toHaveLength(1)
  })
})

it('whether an image is always pulled is unknown where it is filled in later', () => {
  const pulled = (image: string) =>
    factsOf(read(deployment(`{containers: [{name: a, ${image}}]}`)), 'Deployment/default/app')
      ?.imagePullAlways
  expect(pulled('image: "${IMAGE}"')).toBeNull()
  expect(pulled('image: "${IMAGE}", imagePullPolicy: Always')).toBe(true)
  expect(pulled('image: "x:1"')).toBe(false)
  expect(componentOf(read(deployment('{containers: [{name: a, image: x}]}')), 'image/x')).toBeDefined()
})
