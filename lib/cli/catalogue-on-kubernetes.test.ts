import { describe, expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'

const catalogue = openRepositoryCatalogue()

function importManifests(text: string): ThreatModel {
  const { extracts } = kubernetesImporter.read([{ path: 'shop.yaml', text }])
  const model = emptyModel('Shop', catalogue.hash)
  const { change } = planImport(model, extracts, { newId: (key) => key, baseSeq: 0 })
  return change ? applyChange(model, change).model : model
}

const digest = '@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'

const open = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostPID: true
      hostNetwork: true
      hostIPC: true
      shareProcessNamespace: true
      priorityClassName: system-node-critical
      tolerations: [{ operator: Exists }]
      securityContext: { runAsUser: 0, sysctls: [{ name: kernel.msgmax, value: "65536" }] }
      containers:
        - name: web
          image: nginx
          imagePullPolicy: IfNotPresent
          ports: [{ containerPort: 80, hostPort: 80 }]
          env:
            - { name: API_TOKEN, value: not-a-real-one }
            - { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: database, key: password } } }
          securityContext: { privileged: true, procMount: Unmasked }
          volumeMounts:
            - { name: host, mountPath: /host }
            - { name: socket, mountPath: /run/containerd.sock }
      volumes:
        - { name: host, hostPath: { path: /etc } }
        - { name: socket, hostPath: { path: /run/containerd/containerd.sock } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: web }
rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: NodePort, externalIPs: [192.0.2.1], selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { nginx.ingress.kubernetes.io/configuration-snippet: more } }
spec: { ingressClassName: nginx, rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
`

const hardened = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: restricted } }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: bounds, namespace: shop }
spec: { hard: { pods: "10" } }
---
apiVersion: v1
kind: LimitRange
metadata: { name: bounds, namespace: shop }
spec: { limits: [{ type: Container, default: { cpu: 200m, memory: 64Mi } }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      automountServiceAccountToken: false
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway }]
      securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: web
          image: nginx:1.27.5${digest}
          imagePullPolicy: Always
          ports: [{ containerPort: 8443 }]
          securityContext:
            privileged: false
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          resources: { requests: { cpu: 10m, memory: 32Mi }, limits: { cpu: 100m, memory: 64Mi, ephemeral-storage: 64Mi } }
          livenessProbe: { tcpSocket: { port: 8443 } }
          readinessProbe: { tcpSocket: { port: 8443 } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: web }
rules: [{ apiGroups: [""], resources: [services], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 443, targetPort: 8443 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: traefik, tls: [{ hosts: [shop.example.com], secretName: tls }], rules: [{ host: shop.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 443 } } } }] } }] }
`

const apiServer = (flags: readonly string[]) => `
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system, labels: { component: kube-apiserver } }
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.35.0${digest}
      command: [kube-apiserver, ${flags.join(', ')}]
`
const pki = '/etc/kubernetes/pki'
const hardenedFlags = [
  '--anonymous-auth=false',
  '--authorization-mode=Node\\,RBAC',
  '--enable-admission-plugins=NodeRestriction\\,EventRateLimit\\,DenyServiceExternalIPs',
  '--profiling=false',
  '--tls-min-version=VersionTLS13',
  `--service-account-key-file=${pki}/sa.pub`,
  '--audit-log-path=/var/log/kubernetes/audit.log',
  '--audit-policy-file=/etc/kubernetes/audit.yaml',
  `--kubelet-certificate-authority=${pki}/ca.crt`,
  `--kubelet-client-certificate=${pki}/kubelet.crt`,
  `--kubelet-client-key=${pki}/kubelet.key`,
  `--etcd-cafile=${pki}/etcd.crt`,
  `--etcd-certfile=${pki}/client.crt`,
  `--etcd-keyfile=${pki}/client.key`,
  '--encryption-provider-config=/etc/kubernetes/encryption.yaml',
].map((flag) => `"${flag.replaceAll('\\,', ',')}"`)

const auditPolicy = (...rules: string[]) => `---
apiVersion: audit.k8s.io/v1
kind: Policy
rules: [${rules.join(', ')}]
`
const quiet = '{ level: None, users: ["system:kube-proxy"], verbs: [watch] }'
const noHealth = '{ level: None, nonResourceURLs: ["/healthz*"] }'

/** What the open twin raises and the hardened one neither counters nor, for want of a cause, can have any more. */
function lostBetween(before: ThreatModel, after: ThreatModel): string[] {
  const states = new Map(
    evaluate(after, catalogue).map((verdict) => [
      `${verdict.threatId} on ${verdict.elementId}`,
      verdict.state,
    ]),
  )
  return evaluate(before, catalogue)
    .filter(({ state, elementId }) => state === 'raised' && after.components[elementId] !== undefined)
    .map(({ threatId, elementId }) => `${threatId} on ${elementId}`)
    .filter((key) => states.get(key) !== 'countered')
}

test('hardening a workload and what is around it counters every raised threat; none vanishes', () => {
  const before = importManifests(open)
  const raised = evaluate(before, catalogue).filter(({ state }) => state === 'raised')
  expect(new Set(raised.map(({ threatId }) => threatId)).size).toBeGreaterThan(45)
  expect(lostBetween(before, importManifests(hardened))).toEqual([])
})

test('hardening an API server counters what its flags show', () => {
  const before = importManifests(apiServer(['--authorization-mode=AlwaysAllow']))
  const raised = evaluate(before, catalogue).filter(({ state }) => state === 'raised')
  expect(raised.map(({ threatId }) => threatId)).toEqual(
    expect.arrayContaining(['K-T-18', 'K-S-03', 'K-S-04', 'K-S-06', 'K-I-02', 'K-I-03', 'K-I-10']),
  )
  const recorded = auditPolicy(quiet, noHealth, '{ level: Metadata }')
  expect(lostBetween(before, importManifests(apiServer(hardenedFlags) + recorded))).toEqual([])
})

describe('what is recorded of the API', () => {
  const stateWith = (flags: string[], policy = '') =>
    evaluate(importManifests(apiServer(flags) + policy), catalogue).find(
      ({ threatId, elementId }) => threatId === 'K-R-01' && elementId === 'ControlPlane/kube-apiserver',
    )?.state
  const bare = hardenedFlags.filter((flag) => !flag.includes('--audit-'))
  const exec = '{ level: Request, resources: [{ group: "", resources: ["pods/*"] }] }'
  const rights = '{ level: RequestResponse, resources: [{ group: rbac.authorization.k8s.io }] }'
  const secrets = '{ level: Metadata, resources: [{ group: "", resources: [secrets] }] }'

  test.each([
    ['nothing, without a log', bare, '', 'raised'],
    ['nobody knows what, while the policy is not among the files', hardenedFlags, '', 'possible'],
    ['what matters, by rules of their own', hardenedFlags, auditPolicy(secrets, exec, rights), 'countered'],
    ['no access to secrets', hardenedFlags, auditPolicy(exec, rights), 'raised'],
    [
      'no access to secrets, though a later rule would',
      hardenedFlags,
      auditPolicy(secrets.replace('Metadata', 'None'), '{ level: Metadata }'),
      'raised',
    ],
    [
      'no change of rights',
      hardenedFlags,
      auditPolicy('{ level: None, verbs: [create] }', '{ level: Metadata }'),
      'raised',
    ],
    ['nothing, by a policy without a log', bare, auditPolicy('{ level: Metadata }'), 'raised'],
  ])('%s', (_, flags, policy, state) => {
    expect(stateWith(flags, policy)).toBe(state)
  })
})
