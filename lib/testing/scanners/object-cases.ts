import { workload } from '@/lib/testing/scanners/manifests'
import type { ObjectCase } from '@/lib/testing/scanners/object-case'
import {
  budget,
  configMap,
  deployment,
  ingress,
  join,
  namespace,
  networkPolicy,
  service,
} from '@/lib/testing/scanners/objects'

/** Services, routes, policies, budgets and settings, and the rules of scanners that report them. */
export const objectCases: readonly ObjectCase[] = [
  {
    rules: ['kubescape:C-0256', 'kubelinter:exposed-services'],
    bad: [service({ type: 'NodePort' }), service({ type: 'LoadBalancer' })],
    good: [service({}), service({ type: 'ClusterIP' })],
  },
  {
    rules: ['kubescape:C-0256'],
    bad: [join(workload('Deployment'), service({ type: 'NodePort' }))],
    good: [join(workload('Deployment'), service({}))],
  },
  {
    rules: ['trivy:KSV-0108', 'kubescape:C-0283'],
    bad: [service({ externalIPs: ['1.2.3.4'] })],
    good: [service({})],
  },
  {
    rules: ['kubelinter:dangling-service'],
    bad: [join(workload('Deployment'), service({ selector: { app: 'other' } }))],
    good: [join(workload('Deployment'), service({}))],
  },
  {
    rules: ['kubelinter:dangling-ingress'],
    bad: [ingress({}), join(service({}, { name: 'other' }), ingress({}))],
    good: [join(workload('Deployment'), service({}), ingress({}))],
  },
  {
    rules: ['kubescape:C-0263', 'polaris:tlsSettingsMissing'],
    bad: [ingress({}), join(workload('Deployment'), service({}), ingress({}))],
    good: [ingress({ tls: [{ hosts: ['a.example.com'], secretName: 'x' }] })],
  },
  {
    rules: ['checkov:CKV_K8S_152', 'checkov:CKV_K8S_153', 'checkov:CKV_K8S_154', 'kubescape:C-0059'],
    bad: [
      ingress(
        {},
        {
          annotations: {
            'nginx.ingress.kubernetes.io/server-snippet': 'x',
            'nginx.ingress.kubernetes.io/configuration-snippet': 'y',
          },
        },
      ),
      ingress({}, { annotations: { 'nginx.ingress.kubernetes.io/configuration-snippet': 'lua_x { }' } }),
      ingress({}, { annotations: { 'nginx.ingress.kubernetes.io/auth-snippet': 'alias x' } }),
    ],
    good: [ingress({}), ingress({}, { annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' } })],
  },
  {
    rules: ['kubescape:C-0260', 'kubescape:C-0030', 'checkov:CKV2_K8S_6', 'kubelinter:non-isolated-pod'],
    bad: [
      workload('Deployment'),
      join(namespace(), workload('Pod')),
      join(
        workload('Deployment'),
        networkPolicy({ podSelector: { matchLabels: { app: 'other' } }, policyTypes: ['Ingress', 'Egress'] }),
      ),
    ],
    good: [
      join(workload('Deployment'), networkPolicy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })),
      join(
        workload('Pod'),
        networkPolicy({
          podSelector: { matchLabels: { app: 'app' } },
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [{ podSelector: { matchLabels: { a: 'b' } } }] }],
          egress: [{ to: [{ podSelector: { matchLabels: { a: 'b' } } }] }],
        }),
      ),
    ],
    whole: true,
  },
  {
    rules: ['kubescape:C-0206'],
    bad: [join(namespace(), workload('Pod'))],
    good: [
      join(
        namespace(),
        workload('Pod'),
        networkPolicy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
      ),
    ],
    whole: true,
  },
  {
    rules: ['kubelinter:dangling-networkpolicy'],
    bad: [
      join(
        workload('Deployment'),
        networkPolicy({ podSelector: { matchLabels: { app: 'other' } }, policyTypes: ['Ingress'] }),
      ),
    ],
    good: [
      join(
        workload('Deployment'),
        networkPolicy({ podSelector: { matchLabels: { app: 'app' } }, policyTypes: ['Ingress'] }),
      ),
    ],
  },
  {
    rules: ['kubelinter:pdb-max-unavailable'],
    bad: [
      join(deployment({ replicas: 3 }), budget({ maxUnavailable: 0 })),
      join(deployment({ replicas: 3 }), budget({ maxUnavailable: '0%' })),
    ],
    good: [join(deployment({ replicas: 3 }), budget({ maxUnavailable: 1 }))],
  },
  {
    rules: ['kubelinter:pdb-min-available'],
    bad: [
      join(deployment({ replicas: 3 }), budget({ minAvailable: 3 })),
      join(deployment({ replicas: 3 }), budget({ minAvailable: '100%' })),
      join(deployment({}), budget({ minAvailable: 1 })),
      join(deployment({ replicas: 2 }), budget({ minAvailable: '90%' })),
    ],
    good: [join(deployment({ replicas: 3 }), budget({ minAvailable: 1 }))],
  },
  {
    rules: ['polaris:missingPodDisruptionBudget'],
    bad: [deployment({ replicas: 3 })],
    good: [join(deployment({ replicas: 3 }), budget({ minAvailable: 1 }))],
  },
  {
    rules: ['polaris:deploymentMissingReplicas'],
    bad: [deployment({ replicas: 1 }), deployment({})],
    good: [deployment({ replicas: 2 })],
  },
  { rules: ['kubelinter:no-anti-affinity'], bad: [deployment({ replicas: 3 })], good: [] },
  {
    rules: [
      'checkov:CKV_K8S_8',
      'kubescape:C-0056',
      'polaris:livenessProbeMissing',
      'kubelinter:no-liveness-probe',
    ],
    bad: [
      workload('Deployment', { container: { livenessProbe: null } }),
      workload('Pod', { container: { livenessProbe: null } }),
      workload('Deployment', { container: { livenessProbe: null } }, 'second'),
      workload('ReplicaSet', { container: { livenessProbe: null } }),
      workload('DaemonSet', { container: { livenessProbe: null } }),
    ],
    good: [
      workload('Deployment'),
      workload('Job', { container: { livenessProbe: null } }),
      workload('CronJob', { container: { livenessProbe: null } }),
      workload('Deployment', {}, 'init'),
    ],
  },
  {
    rules: [
      'checkov:CKV_K8S_9',
      'kubescape:C-0018',
      'polaris:readinessProbeMissing',
      'kubelinter:no-readiness-probe',
    ],
    bad: [
      workload('Deployment', { container: { readinessProbe: null } }),
      workload('Pod', { container: { readinessProbe: null } }),
    ],
    good: [workload('Deployment'), workload('Job', { container: { readinessProbe: null } })],
  },
  {
    rules: ['kubelinter:job-ttl-seconds-after-finished'],
    bad: [
      (() => {
        const j = JSON.parse(workload('Job'))
        delete j.spec.ttlSecondsAfterFinished
        return JSON.stringify(j)
      })(),
    ],
    good: [workload('Job')],
  },
  { rules: ['kubescape:C-0073'], bad: [workload('Pod')], good: [workload('Deployment')] },
  {
    rules: [
      'kubescape:C-0061',
      'checkov:CKV_K8S_21',
      'trivy:KSV-0110',
      'kubelinter:use-namespace',
      'kubescape:C-0212',
    ],
    bad: [
      workload('Deployment').replaceAll('"namespace":"shop",', ''),
      workload('Pod').replaceAll('"namespace":"shop"', '"namespace":"default"'),
      service({}).replaceAll('"namespace":"shop"', '"namespace":"default"'),
      configMap({ a: 'b' }).replaceAll('"namespace":"shop"', '"namespace":"default"'),
    ],
    good: [workload('Deployment')],
  },
  {
    rules: ['trivy:KSV-0039'],
    bad: [namespace()],
    good: [
      join(
        namespace(),
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'LimitRange',
          metadata: { name: 'l', namespace: 'shop' },
          spec: { limits: [{ type: 'Container', default: { memory: '1Gi', cpu: '1' } }] },
        }),
      ),
    ],
    whole: true,
  },
  {
    rules: ['trivy:KSV-0040'],
    bad: [namespace()],
    good: [
      join(
        namespace(),
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'l', namespace: 'shop' },
          spec: {
            hard: {
              'requests.cpu': '1',
              'requests.memory': '1Gi',
              'limits.cpu': '1',
              'limits.memory': '1Gi',
            },
          },
        }),
      ),
    ],
    whole: true,
  },
  {
    rules: ['trivy:KSV-0109', 'kubescape:C-0012', 'polaris:sensitiveConfigmapContent'],
    bad: [
      configMap({ DB_PASSWORD: 'wJalrXUtnFEMI' }),
      configMap({ 'app.properties': 'user=a\npassword=wJalrXUtnFEMI\n' }),
      configMap({ aws_secret_access_key: 'wJalrXUtnFEMIK7MDENG' }),
    ],
    good: [configMap({ LOG_LEVEL: 'info' })],
  },
  {
    rules: ['kubescape:C-0036', 'kubescape:C-0039'],
    bad: [
      JSON.stringify({
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingWebhookConfiguration',
        metadata: { name: 'w' },
        webhooks: [
          {
            name: 'a.b.c',
            failurePolicy: 'Ignore',
            clientConfig: { service: { name: 'x', namespace: 'y' } },
            rules: [],
            sideEffects: 'None',
            admissionReviewVersions: ['v1'],
          },
        ],
      }),
    ],
    good: [
      JSON.stringify({
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'ValidatingWebhookConfiguration',
        metadata: { name: 'w' },
        webhooks: [
          {
            name: 'a.b.c',
            failurePolicy: 'Fail',
            clientConfig: { service: { name: 'x', namespace: 'y' } },
            rules: [],
            sideEffects: 'None',
            admissionReviewVersions: ['v1'],
          },
        ],
      }),
    ],
  },
  {
    rules: ['trivy:KSV-0102', 'checkov:CKV_K8S_34'],
    bad: [workload('Deployment', { container: { image: 'gcr.io/kubernetes-helm/tiller:v2.16' } })],
    good: [workload('Deployment')],
  },
  {
    rules: ['checkov:CKV_K8S_33'],
    bad: [workload('Deployment', { container: { image: 'kubernetesui/dashboard:v2.7.0' } })],
    good: [workload('Deployment')],
  },
]
