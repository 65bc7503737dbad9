import { workload } from '@/lib/testing/scanners/manifests'

// Objects beside workloads, as JSON, which is YAML.

export const role = (rules: object[], kind = 'ClusterRole') =>
  JSON.stringify({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name: 'worker', ...(kind === 'Role' && { namespace: 'shop' }) },
    rules,
  })
export const rule = (verbs: string[], resources: string[], apiGroups = [''], more = {}) => ({
  apiGroups,
  resources,
  verbs,
  ...more,
})
export const binding = (
  roleName: string,
  subject: object,
  kind = 'ClusterRoleBinding',
  roleKind = 'ClusterRole',
) =>
  JSON.stringify({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name: 'worker', ...(kind === 'RoleBinding' && { namespace: 'shop' }) },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name: roleName },
    subjects: [subject],
  })
export const someAccount = { kind: 'ServiceAccount', name: 'worker', namespace: 'shop' }
export const RBAC = ['rbac.authorization.k8s.io']
export const join = (...t: string[]) => t.join('\n---\n')
export const service = (spec: object, more: object = {}) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'app', namespace: 'shop', ...more },
    spec: { selector: { app: 'app' }, ports: [{ port: 8443, targetPort: 8443 }], ...spec },
  })
export const ingress = (spec: object, more: object = {}) =>
  JSON.stringify({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'app', namespace: 'shop', ...more },
    spec: {
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'app', port: { number: 8443 } } },
              },
            ],
          },
        },
      ],
      ...spec,
    },
  })
export const networkPolicy = (spec: object, name = 'np') =>
  JSON.stringify({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: 'shop' },
    spec,
  })
export const namespace = (labels = {}) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } })
export const budget = (spec: object) =>
  JSON.stringify({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'p', namespace: 'shop' },
    spec: { selector: { matchLabels: { app: 'app' } }, ...spec },
  })
export const deployment = (spec: object) => {
  const manifest = JSON.parse(workload('Deployment'))
  Object.assign(manifest.spec, spec)
  return JSON.stringify(manifest)
}
export const apiServer = (...flags: string[]) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-apiserver', namespace: 'kube-system' },
    spec: {
      hostNetwork: true,
      containers: [
        {
          name: 'kube-apiserver',
          image: 'registry.k8s.io/kube-apiserver:v1.31.0',
          command: ['kube-apiserver', ...flags],
        },
      ],
    },
  })
export const controlPart = (name: string, ...flags: string[]) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'kube-system' },
    spec: {
      hostNetwork: true,
      containers: [{ name, image: `registry.k8s.io/${name}:v1.31.0`, command: [name, ...flags] }],
    },
  })
export const configMap = (data: object) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'shop' }, data })
export const safeApi = [
  '--anonymous-auth=false',
  '--authorization-mode=Node,RBAC',
  '--enable-admission-plugins=NodeRestriction,EventRateLimit,DenyServiceExternalIPs,AlwaysPullImages',
  '--encryption-provider-config=/etc/enc.yaml',
  '--audit-log-path=/var/log/audit.log',
  '--audit-policy-file=/etc/audit.yaml',
  '--audit-log-maxage=30',
  '--audit-log-maxbackup=10',
  '--audit-log-maxsize=100',
  '--kubelet-certificate-authority=/ca.crt',
  '--kubelet-client-certificate=/c.crt',
  '--kubelet-client-key=/c.key',
  '--etcd-certfile=/e.crt',
  '--etcd-keyfile=/e.key',
  '--etcd-cafile=/ca.crt',
  '--profiling=false',
  '--service-account-lookup=true',
  '--service-account-key-file=/sa.pub',
  '--tls-cert-file=/t.crt',
  '--tls-private-key-file=/t.key',
  '--client-ca-file=/ca.crt',
  '--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  '--request-timeout=60s',
  '--secure-port=6443',
]
export const without = (...names: string[]) =>
  safeApi.filter((f) => !names.some((n) => f.startsWith(`--${n}=`)))
export const etcdSafe = [
  '--cert-file=/c',
  '--key-file=/k',
  '--client-cert-auth=true',
  '--trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt',
  '--peer-cert-file=/c',
  '--peer-key-file=/k',
  '--peer-client-cert-auth=true',
  '--peer-trusted-ca-file=/x',
  '--auto-tls=false',
  '--peer-auto-tls=false',
]
export const kcmSafe = [
  '--bind-address=127.0.0.1',
  '--profiling=false',
  '--use-service-account-credentials=true',
  '--service-account-private-key-file=/x',
  '--root-ca-file=/x',
  '--terminated-pod-gc-threshold=10',
  '--feature-gates=RotateKubeletServerCertificate=true',
]
