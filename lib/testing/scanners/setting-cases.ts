import type { Change } from '@/lib/testing/scanners/manifests'
import type { PodCase } from '@/lib/testing/scanners/pod-case'

const env = (variable: object): Change => ({ container: { env: [variable] } })

/** Limits, images, accounts and secrets of a pod. */
export const settingCases: readonly PodCase[] = [
  {
    rules: [
      'trivy:KSV-0018',
      'kubescape:C-0271',
      'kubescape:C-0004',
      'kubescape:C-0009',
      'checkov:CKV_K8S_13',
      'polaris:memoryLimitsMissing',
      'kubelinter:unset-memory-requirements',
      'kubesec:LimitsMemory',
    ],
    in: 'container',
    bad: [
      { container: { resources: null } },
      { container: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1' } } } },
      { container: { resources: {} } },
    ],
    good: [
      {
        container: { resources: { requests: { memory: '1', cpu: '1' }, limits: { memory: '1Gi', cpu: 1 } } },
      },
    ],
  },
  {
    rules: [
      'trivy:KSV-0011',
      'kubescape:C-0270',
      'kubescape:C-0050',
      'checkov:CKV_K8S_11',
      'polaris:cpuLimitsMissing',
      'kubelinter:unset-cpu-requirements',
      'kubesec:LimitsCPU',
    ],
    in: 'container',
    bad: [
      { container: { resources: null } },
      { container: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } } } },
    ],
  },
  {
    rules: [
      'trivy:KSV-0016',
      'kubescape:C-0269',
      'kubescape:C-0004',
      'checkov:CKV_K8S_12',
      'polaris:memoryRequestsMissing',
      'kubelinter:unset-memory-requirements',
      'kubesec:RequestsMemory',
    ],
    in: 'container',
    bad: [
      { container: { resources: null } },
      { container: { resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } } },
    ],
  },
  {
    rules: [
      'trivy:KSV-0015',
      'kubescape:C-0268',
      'kubescape:C-0050',
      'checkov:CKV_K8S_10',
      'polaris:cpuRequestsMissing',
      'kubelinter:unset-cpu-requirements',
      'kubesec:RequestsCPU',
    ],
    in: 'container',
    bad: [
      { container: { resources: null } },
      { container: { resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } } } },
    ],
  },
  {
    rules: [
      'trivy:KSV-0013',
      'kubescape:C-0075',
      'checkov:CKV_K8S_14',
      'polaris:tagNotSpecified',
      'kubelinter:latest-tag',
    ],
    in: 'container',
    bad: [
      { container: { image: 'nginx' } },
      { container: { image: 'nginx:latest' } },
      { container: { image: 'registry.example.com:5000/team/app' } },
    ],
    good: [
      { container: { image: 'nginx:1.27.2' } },
      { container: { image: `nginx@sha256:${'0'.repeat(64)}` } },
      { container: { image: 'registry.example.com:5000/team/app:1.2' } },
    ],
  },
  {
    rules: ['checkov:CKV_K8S_43', 'kubelinter:image-not-pinned-by-digest'],
    in: 'container',
    bad: [{ container: { image: 'nginx:1.27.2' } }, { container: { image: 'nginx' } }],
    good: [
      { container: { image: `nginx@sha256:${'0'.repeat(64)}` } },
      { container: { image: `nginx:1.27@sha256:${'0'.repeat(64)}` } },
    ],
  },
  {
    rules: ['checkov:CKV_K8S_15', 'kubescape:C-0289'],
    in: 'container',
    bad: [
      { container: { image: 'nginx:1.27.2', imagePullPolicy: 'IfNotPresent' } },
      { container: { image: 'nginx:1.27.2', imagePullPolicy: null } },
      { container: { image: 'nginx:1.27.2', imagePullPolicy: 'Never' } },
    ],
    good: [
      { container: { image: 'nginx:1.27.2', imagePullPolicy: 'Always' } },
      { container: { image: 'nginx', imagePullPolicy: null } },
    ],
  },
  {
    rules: [
      'trivy:KSV-0036',
      'kubescape:C-0034',
      'kubescape:C-0261',
      'checkov:CKV_K8S_38',
      'polaris:automountServiceAccountToken',
      'kubesec:AutomountServiceAccountToken',
    ],
    in: 'pod',
    bad: [
      { pod: { automountServiceAccountToken: null, serviceAccountName: null } },
      { pod: { automountServiceAccountToken: true } },
    ],
    good: [{ pod: { automountServiceAccountToken: false, serviceAccountName: null } }],
  },
  {
    rules: ['checkov:CKV_K8S_41', 'kubelinter:default-service-account', 'kubesec:ServiceAccountName'],
    in: 'pod',
    bad: [
      { pod: { serviceAccountName: 'default', automountServiceAccountToken: null } },
      { pod: { serviceAccountName: null, automountServiceAccountToken: null } },
    ],
    good: [{ pod: { serviceAccountName: 'worker', automountServiceAccountToken: true } }],
  },
  {
    rules: [
      'trivy:KSV-0109',
      'trivy:KSV-01010',
      'kubescape:C-0012',
      'polaris:sensitiveContainerEnvVar',
      'kubelinter:env-var-secret',
    ],
    in: 'container',
    bad: [
      env({ name: 'DB_PASSWORD', value: 'wJalrXUtnFEMI' }),
      env({ name: 'AWS_SECRET_ACCESS_KEY', value: 'wJalrXUtnFEMIK7MDENG' }),
      env({ name: 'SECRET_BLAH', value: 'secretsquirrels' }),
      env({ name: 'API_TOKEN', value: 'a8f5f167f44f4964e6c998dee827110c' }),
    ],
    good: [
      env({ name: 'LOG_LEVEL', value: 'info' }),
      env({ name: 'PASSWORD_FILE', value: '/run/secrets/password' }),
      env({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }),
      env({ name: 'BLAH', value: 'secretsquirrels' }),
    ],
  },
  {
    rules: ['checkov:CKV_K8S_35', 'kubelinter:read-secret-from-env-var', 'kubescape:C-0207'],
    in: 'container',
    bad: [
      env({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }),
      env({ name: 'ANYTHING', valueFrom: { secretKeyRef: { name: 'db', key: 'x' } } }),
      { container: { envFrom: [{ secretRef: { name: 'db' } }] } },
    ],
    good: [
      env({ name: 'X', valueFrom: { configMapKeyRef: { name: 'db', key: 'x' } } }),
      env({ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }),
    ],
  },
  {
    rules: ['kubescape:C-0042', 'kubelinter:ssh-port'],
    in: 'container',
    bad: [{ container: { ports: [{ containerPort: 22 }] } }],
    good: [
      { container: { ports: [{ containerPort: 2222 }] } },
      { container: { ports: [{ containerPort: 22, protocol: 'UDP' }] } },
    ],
  },
]
