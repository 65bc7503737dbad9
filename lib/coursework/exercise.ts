import type { Criterion } from '@/lib/coursework/criterion'

/** The rubric of the hardened-microservices exercise: five threats for each platform, three checks hardened. */
export const EXERCISE: readonly Criterion[] = [
  {
    id: 'docker_at_least_five',
    title: 'Five threats for Docker are described',
    check: { kind: 'threats', platform: 'docker', atLeast: 5 },
  },
  {
    id: 'kubernetes_at_least_five',
    title: 'Five threats for Kubernetes are described',
    check: { kind: 'threats', platform: 'kubernetes', atLeast: 5 },
  },
  {
    id: 'docker_surfaces_distinct',
    title: 'The Docker threats are on five different surfaces',
    check: { kind: 'surfaces', platform: 'docker', atLeast: 5 },
  },
  {
    id: 'kubernetes_surfaces_distinct',
    title: 'The Kubernetes threats are on five different surfaces',
    check: { kind: 'surfaces', platform: 'kubernetes', atLeast: 5 },
  },
  {
    id: 'kubernetes_parts_covered',
    title: 'Control plane, etcd and workers each have a threat',
    check: {
      kind: 'groups',
      platform: 'kubernetes',
      groups: {
        'control plane': [
          'control-plane',
          'kube-apiserver',
          'kube-scheduler',
          'kube-controller-manager',
          'cloud-controller-manager',
          'audit-log',
          'rbac-role',
          'rbac-binding',
          'service-account',
          'admission-webhook',
          'kubeconfig',
          'dashboard',
          'namespace',
          'deployment',
          'operator',
          'pki-store',
        ],
        etcd: ['etcd', 'secret', 'configmap'],
        workers: [
          'node',
          'kubelet',
          'kube-proxy',
          'cri-runtime',
          'cni-plugin',
          'coredns',
          'pod',
          'daemonset',
          'job',
          'cronjob',
          'persistent-volume',
          'network-policy',
          'service',
          'ingress',
          'mesh-proxy',
          'monitoring',
          'load-balancer',
        ],
      },
    },
  },
  {
    id: 'each_threat_has_category',
    title: 'Each threat is tied to a STRIDE category',
    check: { kind: 'categories' },
  },
  {
    id: 'three_findings',
    title: 'Three failed checks are documented',
    check: { kind: 'findings', atLeast: 3 },
  },
  {
    id: 'one_finding_outside_5.10_5.14_5.22',
    title: 'One of the checks is not among those that the exercise names, by number',
    check: { kind: 'outside-ids', ids: ['5.10', '5.14', '5.22'] },
  },
  {
    id: 'one_finding_outside_by_meaning',
    title: 'One of the checks is not among those that the exercise names, whatever its number',
    check: {
      kind: 'outside-keys',
      keys: ['docker:run-memory-limit', 'docker:run-restart-policy', 'docker:run-exec-privileged'],
    },
  },
  {
    id: 'findings_linked_to_threats',
    title: 'Three checks belong to a Docker threat of the text',
    check: { kind: 'linked', platform: 'docker', atLeast: 3 },
  },
  {
    id: 'findings_fixed',
    title: 'Three checks are said to pass now',
    check: { kind: 'fixed', atLeast: 3 },
  },
]
