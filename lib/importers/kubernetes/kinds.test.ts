import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf, flowsOf, read } from '@/lib/testing/test-importer'

const readAs = (text: string) => read(text, 'all.yaml')
const skippedOf = (text: string) => readAs(text).extracts.flatMap(({ skipped }) => skipped)

const config = (kind: string, version: string, providers: string, resources = 'secrets') => `
  apiVersion: ${version}
  kind: ${kind}
  resources:
    - resources: [${resources}]
      providers:
        ${providers}
`
const identity = '- identity: {}'
const aescbc = '- aescbc: {keys: [{name: a, secret: c2VjcmV0LWNhbmFyeQ==}]}'

describe('the encryption of what is stored', () => {
  const stated = (text: string) => factsOf(readAs(text), 'ControlPlane/kube-apiserver')?.encryptionProvider

  it('is that of the first provider for secrets', () => {
    const group = 'apiserver.config.k8s.io/v1'
    expect(stated(config('EncryptionConfiguration', group, aescbc))).toBe(true)
    expect(stated(config('EncryptionConfiguration', group, identity))).toBe(false)
    expect(stated(config('EncryptionConfiguration', group, aescbc, 'configmaps'))).toBe(false)
    expect(stated(config('EncryptionConfiguration', group, aescbc, "'*.*'"))).toBe(true)
    expect(stated(config('EncryptionConfig', 'v1', aescbc))).toBe(true)
  })

  it('is read without its keys, and accounted for once', () => {
    const text = config('EncryptionConfiguration', 'apiserver.config.k8s.io/v1', aescbc)
    const result = readAs(text)
    expect(JSON.stringify(result)).not.toContain('c2VjcmV0')
    expect(accountObjects([{ path: 'all.yaml', text }], result).filter(isAccountedOnce)).toHaveLength(1)
  })
})

describe('a service of Knative', () => {
  const services = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: hello, namespace: shop}
spec:
  template:
    spec:
      containers: [{image: "hello:1", env: [{name: OTHER_URL, value: "http://other"}]}]
---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: other, namespace: shop, labels: {networking.knative.dev/visibility: cluster-local}}
spec: {template: {spec: {containers: [{image: "other:1"}]}}}
`
  it('is a workload that others call by its name, and open unless it is kept inside', () => {
    const flows = flowsOf(readAs(services))
    expect(flows).toContain('flow-http Service/shop/hello -> Service/shop/other')
    expect(flows.filter((flow) => flow.includes('NetworkClient'))).toEqual([
      'flow-http NetworkClient/clients -> Service/shop/hello',
    ])
    expect(factsOf(readAs(services), 'Service/shop/hello')?.declared).toBe(true)
  })

  it('stands beside the service of the same name that it makes', () => {
    const text = `${services}---
apiVersion: v1
kind: Service
metadata: {name: hello, namespace: shop}
spec: {type: ExternalName, externalName: gateway.istio-system.svc.cluster.local}
`
    const result = readAs(text)
    const keys = result.extracts.flatMap(({ components }) => components.map(({ key }) => key))
    expect(keys).toEqual(expect.arrayContaining(['Service/shop/hello', 'Service.core/shop/hello']))
    const objects = accountObjects([{ path: 'all.yaml', text }], result)
    expect(objects).toHaveLength(3)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })
})

describe('kinds of one name', () => {
  const gateway = (group: string) => `
    apiVersion: ${group}/v1
    kind: Gateway
    metadata: {name: edge, namespace: shop}
    spec: {}
`
  it('are two objects in the groups of two owners', () => {
    const text = `${gateway('gateway.networking.k8s.io')}    ---${gateway('networking.istio.io')}`
    expect(skippedOf(text)).toEqual([])
  })

  it('are one object in groups that Kubernetes renamed', () => {
    const ingress = (group: string) => `
    apiVersion: ${group}
    kind: Ingress
    metadata: {name: edge, namespace: shop}
`
    const text = `${ingress('extensions/v1beta1')}    ---${ingress('networking.k8s.io/v1')}`
    expect(skippedOf(text)).toEqual([
      expect.objectContaining({ line: 6, why: expect.stringMatching(/^The same object/) }),
    ])
  })
})

describe('kinds that are left out', () => {
  const object = (kind: string, version: string) => `
    apiVersion: ${version}
    kind: ${kind}
    metadata: {name: a}
`
  it.each([
    ['Config', 'v1', /kubeconfig/],
    ['Kustomization', 'kustomize.config.k8s.io/v1beta1', /kustomize build/],
    ['Template', 'template.openshift.io/v1', /holds no objects/],
    ['TokenReview', 'authentication.k8s.io/v1', /request to the API server/],
    ['constructor', 'v1', /does not read this kind/],
  ])('say why: %s', (kind, version, why) => {
    expect(skippedOf(object(kind, version))).toEqual([
      { file: 'all.yaml', line: 2, what: `${kind}/default/a`, why: expect.stringMatching(why) },
    ])
  })
})

it('files of tools that look like objects are none: they have no name', () => {
  const text =
    'apiVersion: skaffold/v4beta1\nkind: Config\n---\napiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n'
  const skipped = readFiles([{ path: 'a.yaml', text }]).extracts.flatMap((extract) => extract.skipped)
  expect(skipped.map(({ line, why }) => [line, why])).toEqual([
    [2, expect.stringContaining('no name')],
    [5, expect.stringContaining('no name')],
  ])
})

describe('the outcome of a file', () => {
  const storage = 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\n'
  const outcome = (text: string) => readFiles([{ path: 'a.yaml', text }]).outcomes[0]

  it('names its format when each object was left out with a reason', () => {
    expect(outcome(storage)).toMatchObject({ readAs: 'Kubernetes', skipped: 1, why: expect.any(String) })
  })

  it.each(['{{ .Release.Name }}', '${NAME}', '<%= name %>'])(
    'says of a template to render it: %s',
    (name) => {
      const made = outcome(`apiVersion: v1\nkind: Pod\nmetadata: {name: "${name}"}\n`)
      expect(made?.readAs).toBeUndefined()
      expect(made?.why).toContain('Render it first')
    },
  )

  it.each(['{{- if .Values.on }}', '<%_ if (on) { _%>', '  % if on:'])(
    'says of a file that is no YAML for its directives that it is a template: %s',
    (directive) => {
      const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n${directive}\n  labels: {a: b}\n`
      expect(outcome(text)?.why).toMatch(/[Rr]ender/)
    },
  )
})

it('each file of Kustomize says so for itself, with or without a name', () => {
  const text = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n'
  const files = ['a/kustomization.yaml', 'b/kustomization.yaml'].map((path) => ({ path, text }))
  const skipped = readFiles(files).extracts.flatMap((extract) => extract.skipped)
  expect(skipped.map(({ why }) => why)).toEqual(Array(2).fill(expect.stringContaining('kustomize build')))
})

describe('a patch of Kustomize', () => {
  const whole =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{image: "web:1"}]}}}\n'
  const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 5}\n'
  const base = { path: 'k/base.yaml', text: whole }
  const overlay = { path: 'k/a-overlay.yaml', text: patch }

  it.each([[[overlay, base]], [[base, overlay]]])(
    'never stands for the whole object, in any order',
    (files) => {
      const result = readFiles(files)
      expect(factsOf(result, 'Deployment/default/web')?.declared).toBe(true)
      expect(result.extracts.flatMap(({ skipped }) => skipped)).toEqual([
        expect.objectContaining({
          file: 'k/a-overlay.yaml',
          line: 2,
          why: expect.stringContaining('kustomize build'),
        }),
      ])
      expect(accountObjects(files, result).filter((object) => !isAccountedOnce(object))).toEqual([])
    },
  )

  it('stands for itself without the whole object', () => {
    const result = readFiles([overlay])
    expect(factsOf(result, 'Deployment/default/web')?.replicas).toBe(5)
  })
})

describe('files of Helm and Kustomize that declare nothing by themselves', () => {
  it.each([
    ['shop/Chart.yaml', 'helm template'],
    ['shop/values.prod.yaml', 'helm template'],
    ['shop/templates/_helpers.tpl', 'helm template'],
    ['shop/kustomization.yaml', 'kustomize build'],
  ])('say what to import instead: %s', (path, command) => {
    const { outcomes } = readFiles([{ path, text: 'name: shop\n' }])
    expect(outcomes[0]?.why).toContain(command)
  })
})

describe('a pod that runs etcd', () => {
  const pod = (namespace: string, spec = '') => `
    apiVersion: v1
    kind: Pod
    metadata: {name: etcd0${namespace}}
    spec: {containers: [{name: etcd, image: "quay.io/coreos/etcd:v3", command: [/usr/local/bin/etcd]}]${spec}}
`
  const keysOf = (text: string) =>
    readAs(text).extracts.flatMap(({ components }) => components.map(({ key }) => key))

  it('is a part of the control plane where nodes have such pods, and anybody’s elsewhere', () => {
    expect(keysOf(pod(', namespace: kube-system'))).toContain('ControlPlane/etcd')
    expect(keysOf(pod('', ', hostNetwork: true'))).toContain('ControlPlane/etcd')
    expect(keysOf(pod(''))).toContain('Pod/default/etcd0')
  })
})
