import type { ObjectCase } from '@/lib/testing/scanners/object-case'
import { apiServer, controlPart, etcdSafe, kcmSafe, safeApi, without } from '@/lib/testing/scanners/objects'

/** Flags of the control plane, and the checks that look at them. `k8s:` are checks of the benchmark, which an entry names as well. */
export const planeCases: readonly ObjectCase[] = [
  {
    rules: ['trivy:KCV-0001', 'kubescape:C-0113'],
    bad: [
      apiServer(...without('anonymous-auth')),
      apiServer(...without('anonymous-auth'), '--anonymous-auth=true'),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0002', 'kubescape:C-0114'],
    bad: [apiServer(...safeApi, '--token-auth-file=/t.csv')],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0007', 'kubescape:C-0118'],
    bad: [
      apiServer(...without('authorization-mode'), '--authorization-mode=AlwaysAllow'),
      apiServer(...without('authorization-mode')),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0010'],
    bad: [
      apiServer(...without('enable-admission-plugins'), '--enable-admission-plugins=NodeRestriction'),
      apiServer(...without('enable-admission-plugins')),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0016'],
    bad: [apiServer(...without('enable-admission-plugins'), '--enable-admission-plugins=EventRateLimit')],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0019', 'kubescape:C-0130', 'kubescape:C-0067'],
    bad: [
      apiServer(...without('audit-log-path', 'audit-policy-file')),
      apiServer(...without('audit-policy-file')),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0030', 'kubescape:C-0141', 'kubescape:C-0066'],
    bad: [apiServer(...without('encryption-provider-config'))],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-profiling'],
    bad: [apiServer(...without('profiling')), apiServer(...without('profiling'), '--profiling=true')],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-kubelet-certificate-authority'],
    bad: [apiServer(...without('kubelet-certificate-authority'))],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-kubelet-client-certificate'],
    bad: [apiServer(...without('kubelet-client-certificate', 'kubelet-client-key'))],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-etcd-certfile'],
    bad: [apiServer(...without('etcd-certfile', 'etcd-cafile'))],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-service-account-lookup', 'k8s:apiserver-service-account-key-file'],
    bad: [
      apiServer(...without('service-account-lookup'), '--service-account-lookup=false'),
      apiServer(...without('service-account-key-file')),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-strong-ciphers', 'kubescape:C-0277'],
    bad: [
      apiServer(...without('tls-cipher-suites'), '--tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA'),
      apiServer(...without('tls-cipher-suites')),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-insecure-port', 'k8s:apiserver-insecure-bind-address'],
    bad: [
      apiServer(...safeApi, '--insecure-port=8080'),
      apiServer(...safeApi, '--insecure-bind-address=0.0.0.0'),
    ],
    good: [apiServer(...safeApi, '--insecure-port=0')],
  },
  {
    rules: ['k8s:apiserver-plugin-alwaysadmit', 'kubescape:C-0088'],
    bad: [
      apiServer(
        ...without('enable-admission-plugins'),
        '--enable-admission-plugins=NodeRestriction,EventRateLimit,AlwaysAdmit',
      ),
    ],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-deny-external-ips'],
    bad: [apiServer(...without('enable-admission-plugins'), '--enable-admission-plugins=NodeRestriction')],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['k8s:apiserver-authorization-mode-node'],
    bad: [apiServer(...without('authorization-mode'), '--authorization-mode=RBAC')],
    good: [apiServer(...safeApi)],
  },
  {
    rules: ['trivy:KCV-0043', 'k8s:etcd-client-cert-auth'],
    bad: [
      controlPart('etcd', ...etcdSafe.filter((f) => !f.startsWith('--client-cert-auth'))),
      controlPart(
        'etcd',
        ...etcdSafe.filter((f) => !f.startsWith('--client-cert-auth')),
        '--client-cert-auth=false',
      ),
    ],
    good: [],
  },
  {
    rules: [
      'k8s:etcd-cert-file',
      'k8s:etcd-auto-tls',
      'k8s:etcd-peer-cert-file',
      'k8s:etcd-peer-client-cert-auth',
      'k8s:etcd-peer-auto-tls',
      'k8s:etcd-unique-ca',
    ],
    bad: [
      controlPart('etcd', ...etcdSafe.filter((f) => !/^--(cert|key)-file/.test(f))),
      controlPart('etcd', ...etcdSafe, '--auto-tls=true'),
      controlPart('etcd', ...etcdSafe.filter((f) => !f.startsWith('--peer-c'))),
      controlPart('etcd', ...etcdSafe.filter((f) => !f.startsWith('--peer-client'))),
    ],
    good: [controlPart('etcd', ...etcdSafe)],
  },
  {
    rules: ['k8s:kcm-bind-address', 'k8s:kcm-profiling'],
    bad: [
      controlPart('kube-controller-manager', ...kcmSafe.filter((f) => !f.startsWith('--prof'))),
      controlPart(
        'kube-controller-manager',
        ...kcmSafe.filter((f) => !f.startsWith('--bind')),
        '--bind-address=0.0.0.0',
      ),
    ],
    good: [controlPart('kube-controller-manager', ...kcmSafe)],
  },
  {
    rules: ['k8s:kcm-use-service-account-credentials', 'k8s:kcm-service-account-private-key-file'],
    bad: [
      controlPart('kube-controller-manager', ...kcmSafe.filter((f) => !f.startsWith('--use'))),
      controlPart('kube-controller-manager', ...kcmSafe.filter((f) => !f.startsWith('--service'))),
    ],
    good: [controlPart('kube-controller-manager', ...kcmSafe)],
  },
  {
    rules: ['k8s:scheduler-bind-address', 'k8s:scheduler-profiling'],
    bad: [
      controlPart('kube-scheduler', '--bind-address=0.0.0.0', '--profiling=false'),
      controlPart('kube-scheduler', '--bind-address=127.0.0.1'),
    ],
    good: [controlPart('kube-scheduler', '--bind-address=127.0.0.1', '--profiling=false')],
  },
]
