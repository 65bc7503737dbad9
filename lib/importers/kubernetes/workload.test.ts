import { describe, expect, it } from 'vitest'
import { componentOf, deployment, readManifest } from '@/lib/testing/kubernetes-files'
import { factsOf, linesOf, read } from '@/lib/testing/test-importer'

const shop = readManifest('shop.yaml')

describe('workloads', () => {
  it('lets the worst container decide, and names its line', () => {
    expect(factsOf(shop, 'Deployment/shop/web')).toMatchObject({
      declared: true,
      privileged: true,
      readOnlyRootFs: true,
      noNewPrivileges: false,
      runAsNonRoot: true,
      capAdd: ['NET_BIND_SERVICE'],
      capDrop: [],
      memoryLimit: 'none',
      seccompProfile: 'RuntimeDefault',
      readinessProbe: true,
      envSecrets: ['DATABASE_URL'],
      envSecretNames: ['API_TOKEN'],
    })
    expect(linesOf(shop, 'Deployment/shop/web')).toMatchObject({
      privileged: 36,
      noNewPrivileges: 32,
      capAdd: 56,
    })
  })

  it('counts a control only if every container has it', () => {
    const safe =
      '{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}, runAsUser: 1000}'
    const both = read(
      deployment(
        `{containers: [{name: a, image: x, securityContext: ${safe}}, {name: b, image: y, securityContext: ${safe}}]}`,
      ),
    )
    expect(factsOf(both, 'Deployment/default/app')).toMatchObject({
      noNewPrivileges: true,
      readOnlyRootFs: true,
      capDrop: ['ALL'],
      user: 'nonroot',
    })
    const one = read(
      deployment(
        `{containers: [{name: a, image: x, securityContext: ${safe}}], ephemeralContainers: [{name: b, image: y}]}`,
      ),
    )
    expect(factsOf(one, 'Deployment/default/app')).toMatchObject({
      noNewPrivileges: false,
      readOnlyRootFs: false,
      capDrop: [],
      user: 'image-default',
    })
  })

  it('takes the setting of the pod where a container is silent, and the container over the pod', () => {
    const result = read(
      deployment(
        '{securityContext: {runAsUser: 0, seccompProfile: {type: Unconfined}}, containers: [{name: a, image: x, securityContext: {runAsUser: 5, seccompProfile: {type: RuntimeDefault}}}]}',
      ),
    )
    expect(factsOf(result, 'Deployment/default/app')).toMatchObject({
      user: 'nonroot',
      seccompProfile: 'RuntimeDefault',
    })
  })

  it('says nothing of what the file leaves out, so that the catalogue has the default', () => {
    const facts =
      factsOf(read(deployment('{containers: [{name: a, image: "x:1"}]}')), 'Deployment/default/app') ?? {}
    expect(Object.keys(facts).sort()).toEqual(['declared', 'defaultAccount', 'imagePullAlways'])
  })

  it('reads namespaces of the node, ports, tolerations and spread', () => {
    const result = read(
      deployment(
        '{hostNetwork: true, hostPID: true, hostUsers: false, shareProcessNamespace: true, tolerations: [{operator: Exists}], topologySpreadConstraints: [{maxSkew: 1}], priorityClassName: system-node-critical, containers: [{name: a, image: x, ports: [{containerPort: 80, hostPort: 8080}]}]}',
      ),
    )
    expect(factsOf(result, 'Deployment/default/app')).toMatchObject({
      hostNetwork: true,
      hostPID: true,
      hostUserns: false,
      sharedNamespaces: ['pid'],
      toleratesControlPlane: true,
      spread: true,
      systemPriority: true,
      hostPorts: ['8080'],
    })
  })

  it('takes limits from the LimitRange of the namespace, and copies from an autoscaler', () => {
    expect(factsOf(shop, 'Deployment/shared/cache')).toMatchObject({ memoryLimit: '512Mi' })
    expect(factsOf(shop, 'Deployment/shop/web')).toMatchObject({ replicas: 2, disruptionBudget: 'present' })
  })

  it('are not sought in a PodDisruptionBudget of an add-on: it is listed with that reason', () => {
    const reasonFor = (image: string) => {
      const budget =
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: b}\nspec: {minAvailable: 1, selector: {matchLabels: {a: b}}}\n'
      const pod = `{metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "${image}"}]}}`
      const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app}\nspec: {template: ${pod}}\n`
      return read(`${text}---\n${budget}`).extracts[0]?.skipped.map(({ why }) => why)
    }
    expect(reasonFor('grafana/grafana:12.0.0')).toEqual([expect.stringContaining('Nothing in the catalogue')])
    expect(reasonFor('example.com/web:1')).toEqual([])
  })

  it('of a job are those of a client: it runs the tools of a product, and serves nothing', () => {
    const spec =
      '{containers: [{name: a, image: "postgres:16", command: [pg_dump], ports: [{containerPort: 5432}]}]}'
    const job = `apiVersion: batch/v1\nkind: Job\nmetadata: {name: dump}\nspec: {template: {spec: ${spec}}}\n`
    const facts = factsOf(read(job), 'Job/default/dump')
    expect(facts).toMatchObject({ declared: true })
    expect(facts).not.toHaveProperty('serviceKind')
    expect(facts).not.toHaveProperty('authRequired')
    expect(factsOf(read(deployment(spec)), 'Deployment/default/app')).toMatchObject({
      serviceKind: 'database',
    })
  })

  it.each([
    ['AutoscalingRunnerSet', 'actions.github.com/v1alpha1', 'deployment'],
    ['Notebook', 'kubeflow.org/v1', 'statefulset'],
  ])('may be of a kind that an operator runs: %s', (kind, version, type) => {
    const text = `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: "x:1", securityContext: {privileged: true}}]}}}\n`
    const result = read(text)
    expect(componentOf(result, `${kind}/default/a`)?.type).toBe(type)
    expect(factsOf(result, `${kind}/default/a`)).toMatchObject({ privileged: true })
  })

  it('knows add-ons by their image', () => {
    const typed = (image: string) =>
      componentOf(read(deployment(`{containers: [{name: a, image: "${image}"}]}`)), 'Deployment/default/app')
        ?.type
    expect(typed('registry.k8s.io/ingress-nginx/controller:v1.15.1')).toBe('ingress-controller')
    expect(typed('quay.io/argoproj/argocd:v2.14.0')).toBe('gitops-controller')
    expect(typed('docker.io/istio/pilot:1.27.0')).toBe('mesh-control-plane')
    expect(typed('quay.io/jetstack/cert-manager-controller:v1.18.0')).toBe('operator')
    expect(typed('example.com/team/agent:1')).toBe('deployment')
  })
})
