import { describe, expect, it } from 'vitest'
import { detectKubernetes } from '@/lib/importers/kubernetes/detect-kubernetes'
import { readFiles } from '@/lib/importers/read-files'
import {
  componentOf,
  deployment,
  manifest,
  manifestFolder,
  readManifest,
} from '@/lib/testing/kubernetes-files'
import { factsOf, filesBelow, flowsOf, read } from '@/lib/testing/test-importer'

const shop = readManifest('shop.yaml')
const rights = readManifest('rights.yaml')

describe('stores and identities', () => {
  it('draws volumes, Secrets, ConfigMaps, accounts and images', () => {
    expect(flowsOf(shop)).toEqual(
      expect.arrayContaining([
        'flow-volume HostPath/var/log <-> Deployment/shop/web',
        'flow-volume PersistentVolumeClaim/shop/data-db <-> StatefulSet/shop/db',
        'flow-secret Secret/shop/web-keys -> Deployment/shop/web',
        'flow-config ConfigMap/shop/web-settings -> Deployment/shop/web',
        'flow-identity ServiceAccount/shop/web -> Deployment/shop/web',
        'flow-image-run image/busybox:1.36 -> Deployment/shop/web',
      ]),
    )
    expect(factsOf(shop, 'ConfigMap/shop/web-settings')).toMatchObject({ containsSecrets: true })
    expect(factsOf(shop, 'Secret/shop/web-keys')).toMatchObject({ valuesInManifest: true })
    expect(factsOf(shop, 'PersistentVolumeClaim/shop/data-db')).toMatchObject({ sharedAccess: true })
  })

  it('draws calls to the hosts that lines of a configuration file name, where they are services', () => {
    const service = (name: string) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {ports: [{port: 80}]}\n`
    const config = (lines: string[]) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  app.conf: |\n${lines.map((line) => `    ${line}\n`).join('')}`
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: "x:1", envFrom: [{configMapRef: {name: c}}]}]}\n'
    const called = (line: string) =>
      flowsOf(read([config(['# settings', line]), pod, service('db'), service('logs')].join('---\n')))
        .filter((flow) => flow.includes('Pod/default/p -> Service/'))
        .map((flow) => flow.split('Service/default/')[1])
    expect(called('host: db')).toEqual(['db'])
    expect(called('"hostname": "db",')).toEqual(['db'])
    expect(called('spring.redis.host=db')).toEqual(['db'])
    expect(called('    Host logs')).toEqual(['logs'])
    expect(called('host: elsewhere')).toEqual([])
    expect(called('# the host of db')).toEqual([])
  })

  it('follows an account over its bindings to roles and their rights', () => {
    expect(flowsOf(rights)).toEqual(
      expect.arrayContaining([
        'flow-grant ClusterRole/deployer -> ClusterRoleBinding/deployer',
        'flow-grant ClusterRoleBinding/deployer -> ServiceAccount/build/ci',
        'flow-identity ServiceAccount/build/ci -> CronJob/build/deploy',
        'flow-k8s-api CronJob/build/deploy -> ControlPlane/kube-apiserver',
        'flow-k8s-api Pod/build/helper -> ControlPlane/kube-apiserver',
      ]),
    )
    expect(factsOf(rights, 'ClusterRole/deployer')).toEqual({
      declared: true,
      clusterScope: true,
      readsSecrets: true,
      writes: true,
      createsWorkloads: true,
      writesConfigMaps: true,
    })
    expect(factsOf(rights, 'RoleBinding/build/admins')).toMatchObject({
      bindsClusterAdmin: true,
      bindsDefaultAccount: true,
    })
    expect(factsOf(rights, 'ClusterRoleBinding/deployer')).toMatchObject({ bindsAllAuthenticated: true })
    expect(factsOf(rights, 'ServiceAccount/build/ci')).toMatchObject({
      longLivedToken: true,
      usedByMany: false,
    })
  })

  it('draws no call to the API server when the token is not mounted', () => {
    const result = readFiles([
      {
        path: 'a.yaml',
        text: manifest('rights.yaml').text.replace(
          'serviceAccountName: ci',
          'serviceAccountName: ci\n          automountServiceAccountToken: false',
        ),
      },
    ])
    expect(flowsOf(result)).not.toContain('flow-k8s-api CronJob/build/deploy -> ControlPlane/kube-apiserver')
  })
})

describe('traffic', () => {
  it('goes from clients over ingress and service to the workload, by selector', () => {
    expect(flowsOf(shop)).toEqual(
      expect.arrayContaining([
        'flow-http NetworkClient/clients -> Ingress/shop/shop',
        'flow-http Ingress/shop/shop -> Service/shop/web',
        'flow-http Service/shop/web -> Deployment/shop/web',
        'flow-db Deployment/shop/web -> Service/shop/db',
        'flow-db Deployment/shop/web -> Service/shared/cache',
        'flow-http Deployment/shop/web -> External/api.payments.example.org',
        'flow-generic NetworkClient/clients -> LoadBalancer/shared/cache',
      ]),
    )
    expect(factsOf(shop, 'Ingress/shop/shop')).toMatchObject({
      tls: true,
      snippetAnnotations: true,
      retiredController: true,
      dangling: true,
    })
    expect(factsOf(shop, 'Service/shared/cache')).toMatchObject({ internalOnly: true, sourceRanges: true })
    expect(flowsOf(rights)).toEqual(
      expect.arrayContaining([
        'flow-http Gateway/build/edge -> HTTPRoute/build/ui',
        'flow-http HTTPRoute/build/ui -> Service/build/ui',
      ]),
    )
  })

  it('is guarded by the policies that select the pods', () => {
    expect(componentOf(shop, 'StatefulSet/shop/db')?.zoneKeys).toEqual([
      'Namespace/shop',
      'NetworkPolicy/shop/deny-all',
      'NetworkPolicy/shop/web-to-db',
    ])
    expect(factsOf(shop, 'Namespace/shop')).toMatchObject({
      networkPolicy: true,
      defaultDenyIngress: true,
      podSecurityEnforce: 'baseline',
    })
    expect(factsOf(shop, 'StatefulSet/shop/db')).toMatchObject({ ingressRestricted: true })
  })

  const caller = deployment('{containers: [{name: a, image: x, env: [{name: DB_HOST, value: db}]}]}')
  const db = `${deployment('{containers: [{name: a, image: postgres, ports: [{containerPort: 5432}]}]}', 'db')}---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {selector: {app: db}, ports: [{port: 5432}]}
`
  const policy = (spec: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: guard}
spec: ${spec}
`
  const way = 'flow-db Deployment/default/app -> Service/default/db'
  it.each([
    ['no policy', '', true],
    ['a policy without rules', policy('{podSelector: {matchLabels: {app: db}}}'), false],
    ['a policy for others', policy('{podSelector: {matchLabels: {app: other}}}'), true],
    ['an empty rule', policy('{podSelector: {}, ingress: [{}]}'), true],
    [
      'a rule for the caller',
      policy(
        '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: app}}}]}]}',
      ),
      true,
    ],
    [
      'a rule for another port',
      policy('{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 80}]}]}'),
      false,
    ],
    [
      'a rule for another namespace',
      policy(
        '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}}]}]}',
      ),
      false,
    ],
    [
      'egress denied to the caller',
      policy('{podSelector: {matchLabels: {app: app}}, policyTypes: [Egress]}'),
      false,
    ],
    [
      'egress allowed to the caller',
      policy(
        '{podSelector: {matchLabels: {app: app}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}',
      ),
      true,
    ],
  ])('%s decides whether a named service can be reached', (_, guard, isDrawn) => {
    const result = read(`${caller}---${db}${guard}`)
    expect(flowsOf(result).includes(way)).toBe(isDrawn)
    expect(result.extracts[0]?.warnings.length).toBe(isDrawn ? 0 : 1)
  })
})

describe('a policy for all pods that names the whole internet', () => {
  const policy = (peer: string, ports = '') =>
    read(`${deployment('{containers: [{name: a, image: x}]}')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p}
spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: ${peer}}]${ports}}]}
`)
  it.each([
    ['lets everything through', '{cidr: 0.0.0.0/0}', '', undefined, false],
    [
      'but for some addresses limits those',
      '{cidr: 0.0.0.0/0, except: [169.254.169.254/32]}',
      '',
      undefined,
      true,
    ],
    ['on one port limits the others', '{cidr: 0.0.0.0/0}', ', ports: [{port: 443}]', true, true],
  ])('%s', (_, peer, ports, isDenied, isLimited) => {
    const result = policy(peer, ports)
    expect(factsOf(result, 'Namespace/default')?.defaultDenyEgress).toBe(isDenied)
    expect(factsOf(result, 'Deployment/default/app')?.egressRestricted).toBe(isLimited)
  })
})

describe('deliveries', () => {
  it('come from the repository that an Application names', () => {
    const result = read(
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop, namespace: argocd}\nspec: {source: {repoURL: https://git.example.com/shop.git}}\n',
    )
    expect(flowsOf(result)).toEqual([
      'flow-deploy Repository/git.example.com/shop.git -> Application/argocd/shop',
    ])
  })
})

describe('the cluster itself', () => {
  it('is read from the manifests of its control plane and the configuration of kubelets', () => {
    const result = readFiles(filesBelow(`${manifestFolder}/control-plane`))
    expect(factsOf(result, 'ControlPlane/kube-apiserver')).toMatchObject({
      declared: true,
      anonymousAuth: false,
      authorizationModes: ['Node', 'RBAC'],
      nodeRestriction: true,
      etcdTls: true,
      profiling: false,
    })
    expect(factsOf(result, 'ControlPlane/etcd')).toMatchObject({
      clientCertAuth: true,
      tls: true,
      networkExposed: false,
    })
    expect(factsOf(result, 'ControlPlane/kubelet')).toMatchObject({
      anonymousAuth: true,
      authorizationModes: ['AlwaysAllow'],
      readOnlyPort: true,
    })
    expect(flowsOf(result)).toContain('flow-etcd ControlPlane/kube-apiserver <-> ControlPlane/etcd')
  })

  it('is read from the cluster file of RKE, what RKE sets by itself included', () => {
    const result = readFiles([manifest('cluster.yml')])
    expect(factsOf(result, 'ControlPlane/kube-apiserver')).toMatchObject({
      anonymousAuth: true,
      authorizationModes: ['Node', 'RBAC'],
      encryptionProvider: true,
    })
    expect(factsOf(result, 'ControlPlane/control-plane')).toMatchObject({ highlyAvailable: false })
    expect(componentOf(result, 'Node/one')?.type).toBe('node')
  })

  it.each([
    ['a map', 'apiServer: {extraArgs: {audit-log-path: /var/log/a, audit-policy-file: /p}}'],
    [
      'a list',
      'apiServer: {extraArgs: [{name: audit-log-path, value: /var/log/a}, {name: audit-policy-file, value: /p}]}',
    ],
  ])('is read from the configuration of kubeadm with %s of flags', (_, flags) => {
    const result = read(`apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n${flags}\n`)
    expect(factsOf(result, 'ControlPlane/kube-apiserver')).toMatchObject({
      auditLog: true,
      authorizationModes: ['Node', 'RBAC'],
    })
  })
})

describe('files', () => {
  it('may be lists of kubectl, in JSON, with what controllers made left to their owners', () => {
    const result = readFiles([manifest('list.json')])
    expect(componentOf(result, 'Deployment/live/api')?.source.line).toBe(7)
    expect(result.extracts[0]?.skipped.map(({ what }) => what)).toEqual([
      'Event/live/e',
      'ReplicaSet/live/api-7d9',
    ])
  })

  it('keep the rest when one document is a template or broken', () => {
    const result = read(
      `{{- if .Values.x }}\napiVersion: v1\nkind: Service\nmetadata: {name: a}\n{{- end }}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: "{{ .Release.Name }}-b"}\n---\nkind: [\n---\napiVersion: v1\nkind: Service\nmetadata: {name: c}\n`,
    )
    expect(componentOf(result, 'Service/default/c')?.source.line).toBe(14)
    expect(result.extracts[0]?.skipped.map(({ line, why }) => [line, /template/i.test(why)])).toEqual([
      [8, true],
      [1, true],
      [12, false],
    ])
  })

  it.each([
    ['Windows line ends', 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: p\r\n'],
    ['a byte order mark', '\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: p}\n'],
    ['directives and an end mark', '%YAML 1.2\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n...\n'],
    ['anchors', 'apiVersion: v1\nkind: Pod\nmetadata: &m {name: p}\nx: *m\n'],
    [
      'comments on the dashes',
      '--- # Source: a.yaml\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n--- # nothing\n',
    ],
  ])('with %s are read', (_, text) => {
    const result = readFiles([{ path: 'p.yaml', text }])
    expect(result.unreadable).toEqual([])
    expect(componentOf(result, 'Pod/default/p')?.type).toBe('pod')
  })

  it('that declare an object twice say which one counts', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n'
    const result = readFiles([
      { path: 'one.yaml', text },
      { path: 'two.yaml', text },
    ])
    expect(result.extracts[0]?.skipped[0]?.why).toContain('one.yaml, line 2')
  })

  it.each([
    ['apiVersion: v1\nkind: Pod\n', 'yes'],
    ['{"kind": "List", "apiVersion": "v1", "items": []}', 'yes'],
    ['services:\n  web:\n    image: x\n', 'no'],
    ['replicaCount: 1\nimage: {}\n', 'no'],
    ['{"name": "package", "version": "1"}', 'no'],
  ])('are told by their content', (text, answer) => {
    expect(detectKubernetes({ path: 'x', text })).toBe(answer)
  })
})
