import { describe, expect, it } from 'vitest'
import type { ReadResult } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'
import { componentOf, deployment, manifest, readManifest } from '@/lib/testing/kubernetes-files'
import { factsOf, flowsOf, linesOf } from '@/lib/testing/test-importer'

const read = (text: string) => readFiles([{ path: 'a.yaml', text }])
const call = (from: string, to: string) => `Flow/call/${from}->${to}`
const whyOf = ({ extracts }: ReadResult, what: string) =>
  extracts.flatMap(({ skipped }) => skipped).find((item) => item.what === what)?.why
const object = (kind: string, name: string, spec: string) =>
  `---\napiVersion: ${kind.startsWith('Destination') ? 'networking' : 'security'}.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`
const service = (name: string) =>
  `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {selector: {app: ${name}}, ports: [{port: 80}]}\n`
const caller = deployment(
  '{serviceAccountName: front, containers: [{name: a, image: x, env: [{name: API_URL, value: "http://api"}]}]}',
  'front',
)
const api = `---${deployment('{containers: [{name: a, image: y}]}', 'api')}${service('api')}`
const toApi = call('Deployment/default/front', 'Service/default/api')

const istio = readManifest('mesh-istio.yaml')
const linkerd = readManifest('mesh-linkerd.yaml')

describe('mutual TLS of Istio', () => {
  it('that is demanded of all callers encrypts what goes to a workload, whatever its address says', () => {
    const strict = read(caller + api + object('PeerAuthentication', 'all', '{mtls: {mode: STRICT}}'))
    const facts = { encrypted: true, mutualAuth: true, authenticated: true }
    expect(factsOf(strict, toApi)).toEqual(facts)
    expect(factsOf(strict, call('Service/default/api', 'Deployment/default/api'))).toEqual(facts)
  })

  it('that is only accepted leaves open who calls', () => {
    const lax = read(caller + api + object('PeerAuthentication', 'all', '{mtls: {mode: PERMISSIVE}}'))
    expect(factsOf(lax, toApi)).toEqual({ encrypted: false, mutualAuth: false })
  })

  it('is decided by the narrowest policy, and by the port that demands least', () => {
    const toDb = call('Deployment/shop/web', 'StatefulSet/shop/db')
    expect(factsOf(istio, toDb)).toEqual({ encrypted: true, mutualAuth: true, authenticated: true })
    expect(linesOf(istio, toDb)).toMatchObject({ mutualAuth: 15 })
    const toLegacy = call('Service/shop/legacy', 'Deployment/shop/legacy')
    expect(factsOf(istio, toLegacy)).toEqual({ mutualAuth: false })
    expect(linesOf(istio, toLegacy)).toEqual({ mutualAuth: 29 })
    expect(factsOf(istio, 'Deployment/istio-system/istiod')).toMatchObject({ mtlsStrict: false })
    expect(whyOf(istio, 'PeerAuthentication/shop/inherits')).toContain('no mode')
  })

  it('is not there for pods that refuse the proxy, nor by a policy of the mesh for a namespace without one', () => {
    const refuses = api.replace('{app: api}}', '{app: api, sidecar.istio.io/inject: "false"}}')
    expect(
      factsOf(read(caller + refuses + object('PeerAuthentication', 'all', '{mtls: {mode: STRICT}}')), toApi),
    ).toEqual({ encrypted: false })
    const wide = object('PeerAuthentication', 'all, namespace: istio-system', '{mtls: {mode: STRICT}}')
    const apart = read(caller + api + wide)
    expect(factsOf(apart, toApi)).toEqual({ encrypted: false })
    expect(whyOf(apart, 'PeerAuthentication/istio-system/all')).toContain('no workload')
    const meshed =
      '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: default, labels: {istio-injection: enabled}}\n'
    expect(factsOf(read(caller + api + wide + meshed), toApi)).toMatchObject({ mutualAuth: true })
  })

  it('says nothing of clients outside, which do not begin at a proxy', () => {
    const open = api.replace('spec: {selector', 'spec: {type: LoadBalancer, selector')
    const result = read(open + object('PeerAuthentication', 'all', '{mtls: {mode: STRICT}}'))
    const flow = call('LoadBalancer/default/api', 'Service/default/api')
    expect(flowsOf(result)).toContain('flow-http LoadBalancer/default/api -> Service/default/api')
    expect(factsOf(result, flow)).not.toHaveProperty('mutualAuth')
  })

  it.each([
    ['SIMPLE', { encrypted: true }],
    ['ISTIO_MUTUAL', { encrypted: true, mutualAuth: true, authenticated: true }],
    ['DISABLE', { encrypted: false, mutualAuth: false }],
  ])('of callers is what a DestinationRule says: %s', (mode, facts) => {
    for (const host of ['api', 'api.default.svc.cluster.local', '"*.default.svc.cluster.local"', '"*"']) {
      const rule = object('DestinationRule', 'api', `{host: ${host}, trafficPolicy: {tls: {mode: ${mode}}}}`)
      expect(factsOf(read(caller + api + rule), toApi), host).toEqual(facts)
    }
    const other = object('DestinationRule', 'other', `{host: other, trafficPolicy: {tls: {mode: ${mode}}}}`)
    expect(whyOf(read(caller + api + other), 'DestinationRule/default/other')).toContain('No data flow')
  })
})

describe('policies of Istio', () => {
  const policy = (spec: string) => read(caller + api + object('AuthorizationPolicy', 'p', spec))
  const isRestricted = (result: ReadResult) => factsOf(result, 'Deployment/default/api')?.ingressRestricted
  const front = '{source: {principals: [cluster.local/ns/default/sa/front]}}'
  const other = '{source: {principals: [cluster.local/ns/default/sa/other]}}'

  it('without a rule let nobody in, so that no call is drawn', () => {
    const nobody = policy('{}')
    expect(isRestricted(nobody)).toBe(true)
    expect(factsOf(nobody, toApi)).toBeUndefined()
    expect(nobody.extracts[0]?.warnings.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('AuthorizationPolicy p keeps it from'),
    ])
  })

  it.each([
    ['its identity', `[{from: [${front}]}]`],
    ['its namespace', '[{from: [{source: {namespaces: [def*]}}]}]'],
    ['its account by name', '[{from: [{source: {serviceAccounts: [front]}}]}]'],
    ['one of another trust domain', `[{from: [${front.replace('cluster.local', 'old.example')}]}]`],
  ])('let a caller in by %s, who then proves it', (_by, rules) => {
    const result = policy(`{rules: ${rules}}`)
    expect(isRestricted(result)).toBe(true)
    expect(factsOf(result, toApi)).toMatchObject({ authenticated: true })
  })

  it.each([
    ['that let in somebody else', `{rules: [{from: [${other}]}]}`],
    ['that deny it', `{action: DENY, rules: [{from: [${front}]}]}`],
    ['that deny everybody', '{action: DENY, rules: [{}]}'],
  ])('%s keep a caller out', (_case, spec) => {
    expect(factsOf(policy(spec), toApi)).toBeUndefined()
  })

  it.each([
    ['that let everybody in', '{rules: [{}]}', 'lets everybody through'],
    ['that let everybody reach one path', '{rules: [{to: [{operation: {paths: [/a]}}]}]}', 'lets everybody'],
    [
      'that deny a path',
      `{action: DENY, rules: [{from: [${front}], to: [{operation: {paths: [/a]}}]}]}`,
      'refuses some',
    ],
    ['that only record', '{action: AUDIT, rules: [{}]}', 'only records'],
    ['that ask a service', '{action: CUSTOM, provider: {name: a}, rules: [{}]}', 'service of its own'],
    ['for a gateway', '{targetRefs: [{kind: Gateway, name: a}], rules: []}', 'gateway or a waypoint'],
    ['for other pods', '{selector: {matchLabels: {app: none}}}', 'no workload'],
  ])('%s change nothing and have a reason', (_case, spec, why) => {
    const result = policy(spec)
    expect(isRestricted(result)).toBeUndefined()
    expect(factsOf(result, toApi)).toEqual({ encrypted: false })
    expect(whyOf(result, 'AuthorizationPolicy/default/p')).toContain(why)
  })

  it.each([
    ['demand a token', '{rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}'],
    ['deny all without one', '{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}]}]}'],
    ['demand a claim', '{rules: [{when: [{key: "request.auth.claims[group]", values: [a]}]}]}'],
  ])('%s, so that callers prove who they are', (_case, spec) => {
    expect(factsOf(policy(spec), toApi)).toMatchObject({ authenticated: true })
  })

  it('name callers, who are drawn', () => {
    expect(flowsOf(istio)).toContain('flow-db Deployment/shop/web -> StatefulSet/shop/db')
  })
})

describe('policies of Linkerd', () => {
  it('close a Server to all but whom an authorization lets in', () => {
    expect(factsOf(linkerd, 'Deployment/votes/count')).toMatchObject({ ingressRestricted: true })
    expect(factsOf(linkerd, 'Deployment/votes/page')).not.toHaveProperty('ingressRestricted')
    const called = read(
      `${manifest('mesh-linkerd.yaml').text}---\napiVersion: v1\nkind: Service\nmetadata: {name: count, namespace: votes}\nspec: {selector: {app: count}, ports: [{port: 9000}]}\n---${deployment(
        '{containers: [{name: a, image: x, env: [{name: COUNT_URL, value: "http://count:9000"}]}]}',
        'bot, namespace: votes',
      )}`,
    )
    expect(flowsOf(called).join()).not.toContain('Deployment/votes/bot -> Service/votes/count')
    expect(called.extracts[0]?.warnings[0]?.sentence).toContain('keeps it from')
  })

  it('that demand identities of mutual TLS encrypt and authenticate', () => {
    expect(factsOf(linkerd, call('Deployment/votes/count', 'Service/votes/page'))).toEqual({
      encrypted: true,
      mutualAuth: true,
      authenticated: true,
    })
    const open = readFiles([
      {
        path: 'a.yaml',
        text: manifest('mesh-linkerd.yaml').text.replace(
          'kind: MeshTLSAuthentication, name: everybody-known',
          'kind: NetworkAuthentication, name: addresses',
        ),
      },
    ])
    expect(factsOf(open, call('Deployment/votes/count', 'Service/votes/page'))).toEqual({ encrypted: false })
  })

  it('for no Server of the files have a reason', () => {
    expect(whyOf(linkerd, 'AuthorizationPolicy/votes/no-server')).toContain('No Server')
  })
})

describe('policies of Cilium', () => {
  const cilium = readManifest('cilium.yaml')
  it('are boundaries like any network policy, by labels of pods and of namespaces', () => {
    expect(componentOf(cilium, 'Deployment/bay/crane')?.zoneKeys).toEqual([
      'Namespace/bay',
      'CiliumNetworkPolicy/bay/nobody',
      'CiliumNetworkPolicy/bay/crane',
    ])
    expect(flowsOf(cilium)).toContain('flow-generic Deployment/pier/office -> Deployment/bay/crane')
    expect(factsOf(cilium, 'CiliumNetworkPolicy/pier/open')).toMatchObject({ allowsAll: true })
    expect(factsOf(cilium, 'CiliumNetworkPolicy/bay/nobody')).not.toHaveProperty('allowsAll')
  })

  it('with an empty rule let nobody in', () => {
    expect(factsOf(cilium, 'Namespace/bay')).toMatchObject({ defaultDenyIngress: true, networkPolicy: true })
    expect(cilium.extracts[0]?.warnings.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('CiliumNetworkPolicy nobody keeps it from'),
    ])
  })

  it('for nodes or the whole cluster have a reason', () => {
    expect(whyOf(cilium, 'CiliumNetworkPolicy/pier/hosts')).toContain('nodes')
    expect(whyOf(cilium, 'CiliumClusterwideNetworkPolicy/all')).toContain('whole cluster')
  })
})
