import { describe, expect, it } from 'vitest'
import { detectKubernetes } from '@/lib/importers/kubernetes/detect-kubernetes'
import { readFiles } from '@/lib/importers/read-files'
import { componentOf, readManifest } from '@/lib/testing/kubernetes-files'
import { factsOf, linesOf } from '@/lib/testing/test-importer'

const read = (text: string, path = 'config.yaml') => readFiles([{ path, text }])
const [api, kubelet, etcd, plane, cluster] = [
  'ControlPlane/kube-apiserver',
  'ControlPlane/kubelet',
  'ControlPlane/etcd',
  'ControlPlane/control-plane',
  'Cluster/cluster',
] as const

describe('the config.yaml of RKE2', () => {
  const rke2 = readManifest('rke2/config.yaml')
  it('says what it adds to the flags that RKE2 always sets', () => {
    expect(factsOf(rke2, api)).toMatchObject({
      declared: true,
      anonymousAuth: true,
      authorizationModes: ['Node', 'RBAC'],
      requestLimits: true,
      encryptionProvider: true,
      auditLog: true,
      etcdTls: true,
      profiling: false,
    })
    expect(linesOf(rke2, api)).toMatchObject({ anonymousAuth: 9, requestLimits: 10, auditLog: 6 })
    expect(factsOf(rke2, kubelet)).toMatchObject({
      anonymousAuth: false,
      readOnlyPort: false,
      protectKernelDefaults: true,
      streamingTimeout: false,
    })
    expect(factsOf(rke2, etcd)).toMatchObject({ clientCertAuth: true, peerTls: true, backup: false })
    expect(factsOf(rke2, cluster)).toMatchObject({ managed: false, podSecurityEnforce: 'restricted' })
    expect(componentOf(rke2, 'ControlPlane/cloud-controller-manager')?.type).toBe('cloud-controller-manager')
  })

  it('opens the credentials of administrators when others may read them', () => {
    const mode = (text: string) =>
      factsOf(read(`cni: canal\nwrite-kubeconfig-mode: ${text}\n`), plane)?.filePermsOk
    expect(['"0644"', '644', '0644', '0o644', '"0640"', '420'].map(mode)).toEqual(Array(6).fill(false))
    expect(['"0600"', '600', '384', 'nonsense'].map(mode)).toEqual(Array(4).fill(undefined))
  })

  it('lists what it says of add-ons, and keeps no token', () => {
    expect(rke2.extracts[0]?.skipped.map(({ what, line }) => [what, line])).toEqual([['disable', 5]])
    expect(JSON.stringify(rke2)).not.toContain('canary')
  })
})

describe('the config.yaml of K3s', () => {
  it('has no etcd and no encryption of secrets unless it says so', () => {
    const k3s = readManifest('k3s/config.yaml')
    expect(componentOf(k3s, etcd)).toBeUndefined()
    expect(factsOf(k3s, api)).toMatchObject({ encryptionProvider: false, anonymousAuth: false })
    expect(factsOf(k3s, kubelet)).toMatchObject({ protectKernelDefaults: true, seccompDefault: true })
    expect(JSON.stringify(k3s)).not.toContain('canary')
    const started = read('cluster-init: true\nsecrets-encryption: true\n')
    expect(factsOf(started, api)).toMatchObject({ encryptionProvider: true, etcdTls: true })
    expect(factsOf(started, etcd)).toMatchObject({ clientCertAuth: true })
    // Without a sign of which of the two it is for, what they differ in is not stated.
    expect(factsOf(read('write-kubeconfig-mode: "0600"\n'), api)).not.toHaveProperty('encryptionProvider')
  })

  it('of an agent speaks of its node alone', () => {
    const agent = read('server: https://one:6443\nkubelet-arg: [read-only-port=10255]\n')
    expect(factsOf(agent, kubelet)).toMatchObject({ readOnlyPort: true, anonymousAuth: false })
    expect(componentOf(agent, api)).toBeUndefined()
  })

  it.each([
    ['protect-kernel-defaults: true\n', 'yes'],
    ['"kube-apiserver-arg+":\n  - a=b\n', 'yes'],
    ['server: https://one:6443\ntoken: x\n', 'no'],
    ['spec:\n  kubelet-arg: []\n', 'no'],
  ])('is told by settings that stand nowhere else', (text, answer) => {
    expect(detectKubernetes({ path: 'config.yaml', text })).toBe(answer)
  })
})

describe('flags of the kubelet', () => {
  const rke = (services: string) =>
    read(
      `kubernetes_version: v1\nnodes:\n  - address: a\n    role: [worker]\nservices:\n  kubelet:\n    ${services}\n`,
      'cluster.yml',
    )

  it('of RKE are those that it sets, those of extra_args in their place', () => {
    expect(factsOf(rke('extra_args: {}'), kubelet)).toMatchObject({
      declared: true,
      anonymousAuth: false,
      authorizationModes: ['Webhook'],
      readOnlyPort: false,
      eventsRecorded: true,
      streamingTimeout: true,
      clientCA: true,
    })
    const given = rke(
      'extra_args: {anonymous-auth: "true", authorization-mode: AlwaysAllow, pod-max-pids: 4096, tls-cipher-suites: TLS_RSA_WITH_RC4_128_SHA, manifest-url: "http://a"}',
    )
    expect(factsOf(given, kubelet)).toMatchObject({
      anonymousAuth: true,
      authorizationModes: ['AlwaysAllow'],
      podPidsLimit: true,
      strongCiphers: false,
      webManifest: true,
    })
    expect(factsOf(rke('extra_args_array: {event-qps: ["1"]}'), kubelet)).toMatchObject({
      eventsRecorded: false,
    })
    expect(factsOf(rke('generate_serving_certificate: true'), kubelet)).toMatchObject({ servingCert: true })
  })

  it('of RKE that bind folders are listed', () => {
    const binds = rke('extra_binds: ["/data:/data"]')
    expect(binds.extracts[0]?.skipped.map(({ what }) => what)).toEqual(['extra_binds of the kubelet'])
  })

  it.each([
    ['a map', '{protect-kernel-defaults: "true"}'],
    ['a list', '[{name: protect-kernel-defaults, value: "true"}]'],
  ])('stand in how kubeadm lets nodes join, in %s, once', (_, args) => {
    const join = (name: string) =>
      `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ${name}\nnodeRegistration:\n  kubeletExtraArgs: ${args}\n`
    const result = read(`${join('JoinConfiguration')}---\n${join('InitConfiguration')}`)
    expect(factsOf(result, kubelet)).toEqual({ protectKernelDefaults: true })
    expect(result.extracts[0]?.skipped.map(({ what }) => what)).toEqual([
      'InitConfiguration/InitConfiguration',
    ])
  })

  it('outrank its configuration file', () => {
    const file = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 0\n'
    const join =
      'apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\nnodeRegistration: {kubeletExtraArgs: [{name: read-only-port, value: "10255"}]}\n'
    for (const text of [`${file}---\n${join}`, `${join}---\n${file}`])
      expect(factsOf(read(text), kubelet)).toMatchObject({ readOnlyPort: true })
  })
})

describe('a cloud controller manager', () => {
  it('is there once the cluster leaves its cloud to one', () => {
    const external = (value: string) =>
      componentOf(
        read(
          `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\ncontrollerManager: {extraArgs: [{name: cloud-provider, value: ${value}}]}\n`,
        ),
        'ControlPlane/cloud-controller-manager',
      )
    expect(external('external')?.type).toBe('cloud-controller-manager')
    expect(external('""')).toBeUndefined()
  })

  it('is told by its static pod', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: ccm, namespace: kube-system}\nspec: {containers: [{name: a, image: registry.example/cloud-controller-manager:v1, command: [cloud-controller-manager, --cloud-provider=external]}]}\n'
    expect(componentOf(read(pod), 'ControlPlane/cloud-controller-manager')?.source.line).toBe(2)
  })
})
