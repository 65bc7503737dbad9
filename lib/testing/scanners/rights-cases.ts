import type { ObjectCase } from '@/lib/testing/scanners/object-case'
import { binding, join, RBAC, role, rule, someAccount } from '@/lib/testing/scanners/objects'

/** Roles and bindings, and the rules of scanners that report them. */
export const rightsCases: readonly ObjectCase[] = [
  {
    rules: [
      'trivy:KSV-0044',
      'trivy:KSV-0046',
      'kubelinter:wildcard-in-rules',
      'checkov:CKV_K8S_49',
      'kubescape:C-0187',
    ],
    bad: [role([rule(['*'], ['*'], ['*'])]), role([rule(['*'], ['*'], ['*'])], 'Role')],
    good: [role([rule(['get'], ['pods'])])],
  },
  {
    rules: ['trivy:KSV-0045', 'kubelinter:wildcard-in-rules', 'checkov:CKV_K8S_49'],
    bad: [role([rule(['*'], ['pods'])]), role([rule(['*'], ['pods'])], 'Role')],
    good: [],
  },
  {
    rules: ['trivy:KSV-0046', 'kubelinter:wildcard-in-rules', 'checkov:CKV_K8S_49'],
    bad: [role([rule(['get'], ['*'])])],
    good: [],
  },
  {
    rules: [
      'trivy:KSV-0041',
      'trivy:KSV-0113',
      'kubescape:C-0015',
      'kubescape:C-0186',
      'kubelinter:access-to-secrets',
    ],
    bad: [
      role([rule(['get'], ['secrets'])]),
      role([rule(['list', 'watch'], ['secrets'])]),
      role([rule(['*'], ['secrets'])]),
      role([rule(['get'], ['*'])]),
      join(role([rule(['get'], ['secrets'])], 'Role'), binding('worker', someAccount, 'RoleBinding', 'Role')),
    ],
    good: [role([rule(['get'], ['pods'])])],
  },
  {
    rules: ['trivy:KSV-0048', 'kubescape:C-0188', 'kubelinter:access-to-create-pods'],
    bad: [
      role([rule(['create'], ['pods'])]),
      role([rule(['*'], ['pods'])]),
      role([rule(['create'], ['pods'])], 'Role'),
    ],
    good: [role([rule(['get', 'list'], ['pods'])])],
  },
  {
    rules: ['trivy:KSV-0048'],
    bad: [role([rule(['create'], ['deployments'], ['apps'])]), role([rule(['update'], ['jobs'], ['batch'])])],
    good: [],
  },
  {
    rules: ['trivy:KSV-0053', 'kubescape:C-0002', 'polaris:clusterrolePodExecAttach'],
    bad: [
      role([rule(['create'], ['pods/exec'])]),
      role([rule(['*'], ['pods/exec'])]),
      role([rule(['get'], ['pods/exec', 'pods/attach'])]),
    ],
    good: [role([rule(['get'], ['pods', 'pods/log'])])],
  },
  {
    rules: ['polaris:rolePodExecAttach'],
    bad: [
      role([rule(['create'], ['pods/exec'])], 'Role'),
      role([rule(['get'], ['pods/attach'])], 'Role'),
      role([rule(['*'], ['*'], ['*'])], 'Role'),
    ],
    good: [role([rule(['get'], ['pods'])], 'Role')],
  },
  {
    rules: ['kubescape:C-0063'],
    bad: [role([rule(['create'], ['pods/portforward'])])],
    good: [role([rule(['get'], ['pods'])])],
  },
  {
    rules: ['trivy:KSV-0043', 'kubescape:C-0065', 'kubescape:C-0191'],
    bad: [
      role([rule(['impersonate'], ['users'])]),
      role([rule(['impersonate'], ['serviceaccounts', 'groups'])]),
      role([rule(['impersonate'], ['userextras/scopes'], ['authentication.k8s.io'])]),
    ],
    good: [role([rule(['get'], ['users'])])],
  },
  {
    rules: ['trivy:KSV-0050', 'checkov:CKV_K8S_158'],
    bad: [
      role([rule(['bind', 'escalate'], ['clusterroles'], RBAC)]),
      role([rule(['escalate'], ['roles'], RBAC)]),
    ],
    good: [role([rule(['get'], ['clusterroles'], RBAC)])],
  },
  {
    rules: ['trivy:KSV-0050'],
    bad: [role([rule(['create'], ['clusterroles'], RBAC)]), role([rule(['update'], ['roles'], RBAC)])],
    good: [],
  },
  {
    rules: ['trivy:KSV-0051', 'checkov:CKV_K8S_157'],
    bad: [
      role([rule(['bind'], ['rolebindings'], RBAC)]),
      role([rule(['bind'], ['clusterroles'], RBAC)]),
      role([rule(['create'], ['rolebindings'], RBAC)]),
    ],
    good: [],
  },
  {
    rules: ['trivy:KSV-0047', 'kubescape:C-0279'],
    bad: [role([rule(['get'], ['nodes/proxy'])]), role([rule(['create'], ['nodes/proxy'])])],
    good: [role([rule(['get'], ['nodes'])])],
  },
  {
    rules: ['kubescape:C-0280', 'checkov:CKV_K8S_156'],
    bad: [
      role([rule(['update'], ['certificatesigningrequests/approval'], ['certificates.k8s.io'])]),
      role([rule(['update', 'patch'], ['certificatesigningrequests/approval'], ['certificates.k8s.io'])]),
    ],
    good: [role([rule(['get'], ['certificatesigningrequests'], ['certificates.k8s.io'])])],
  },
  {
    rules: ['trivy:KSV-0114', 'kubescape:C-0281', 'checkov:CKV_K8S_155'],
    bad: [
      role([rule(['update'], ['validatingwebhookconfigurations'], ['admissionregistration.k8s.io'])]),
      role([rule(['create'], ['mutatingwebhookconfigurations'], ['admissionregistration.k8s.io'])]),
    ],
    good: [role([rule(['get'], ['mutatingwebhookconfigurations'], ['admissionregistration.k8s.io'])])],
  },
  {
    rules: ['kubescape:C-0282'],
    bad: [role([rule(['create'], ['serviceaccounts/token'])])],
    good: [role([rule(['get'], ['serviceaccounts'])])],
  },
  {
    rules: ['kubescape:C-0278'],
    bad: [role([rule(['create'], ['persistentvolumes'])])],
    good: [role([rule(['get'], ['persistentvolumes'])])],
  },
  {
    rules: ['trivy:KSV-0049'],
    bad: [role([rule(['update'], ['configmaps'])]), role([rule(['*'], ['configmaps'])], 'Role')],
    good: [role([rule(['get'], ['configmaps'])])],
  },
  {
    rules: ['trivy:KSV-0056'],
    bad: [
      role([rule(['create'], ['services'])]),
      role([rule(['update'], ['networkpolicies'], ['networking.k8s.io'])]),
      role([rule(['patch'], ['ingresses'], ['networking.k8s.io'])]),
    ],
    good: [role([rule(['get'], ['services'])])],
  },
  {
    rules: ['trivy:KSV-0042', 'kubescape:C-0031'],
    bad: [role([rule(['delete'], ['events'])]), role([rule(['deletecollection'], ['events'])])],
    good: [role([rule(['get'], ['events'])])],
  },
  { rules: ['trivy:KSV-0042'], bad: [role([rule(['delete'], ['pods/log'])])], good: [] },
  {
    rules: ['kubescape:C-0007'],
    bad: [
      role([rule(['delete'], ['deployments'], ['apps'])]),
      role([rule(['delete'], ['pods'])]),
      role([rule(['deletecollection'], ['persistentvolumes'])]),
    ],
    good: [role([rule(['get'], ['pods'])])],
  },
  {
    rules: ['trivy:KSV-0052'],
    bad: [role([rule(['create'], ['rolebindings'], RBAC), rule(['bind'], ['roles'], RBAC)])],
    good: [],
  },
  {
    rules: [
      'trivy:KSV-0111',
      'kubescape:C-0035',
      'kubescape:C-0185',
      'kubelinter:cluster-admin-role-binding',
      'polaris:clusterrolebindingClusterAdmin',
    ],
    bad: [
      binding('cluster-admin', someAccount),
      binding('cluster-admin', { kind: 'User', name: 'joe', apiGroup: RBAC[0] }),
      binding('cluster-admin', { kind: 'Group', name: 'devs', apiGroup: RBAC[0] }),
    ],
    good: [
      binding('view', someAccount),
      binding('system:discovery', { kind: 'Group', name: 'devs', apiGroup: RBAC[0] }),
    ],
  },
  {
    rules: ['polaris:rolebindingClusterAdminClusterRole'],
    bad: [binding('cluster-admin', someAccount, 'RoleBinding')],
    good: [binding('edit', someAccount, 'RoleBinding')],
  },
  {
    rules: ['polaris:rolebindingClusterAdminRole'],
    bad: [
      join(role([rule(['*'], ['*'], ['*'])], 'Role'), binding('worker', someAccount, 'RoleBinding', 'Role')),
    ],
    good: [
      join(role([rule(['get'], ['pods'])], 'Role'), binding('worker', someAccount, 'RoleBinding', 'Role')),
    ],
  },
  {
    rules: ['trivy:KSV-0123', 'kubescape:C-0246'],
    bad: [binding('view', { kind: 'Group', name: 'system:masters', apiGroup: RBAC[0] })],
    good: [binding('view', { kind: 'Group', name: 'devs', apiGroup: RBAC[0] })],
  },
  {
    rules: ['trivy:KSV-0122', 'kubescape:C-0262'],
    bad: [
      binding('view', { kind: 'User', name: 'system:anonymous', apiGroup: RBAC[0] }),
      binding('view', { kind: 'Group', name: 'system:unauthenticated', apiGroup: RBAC[0] }, 'RoleBinding'),
    ],
    good: [binding('view', { kind: 'User', name: 'joe', apiGroup: RBAC[0] })],
  },
  {
    rules: ['trivy:KSV-01011', 'kubescape:C-0265'],
    bad: [binding('view', { kind: 'Group', name: 'system:authenticated', apiGroup: RBAC[0] })],
    good: [binding('view', { kind: 'User', name: 'joe', apiGroup: RBAC[0] })],
  },
  {
    rules: ['kubescape:C-0189', 'checkov:CKV_K8S_42'],
    bad: [
      binding('view', { kind: 'ServiceAccount', name: 'default', namespace: 'shop' }),
      binding('view', { kind: 'ServiceAccount', name: 'default', namespace: 'shop' }, 'RoleBinding'),
    ],
    good: [binding('view', someAccount)],
  },
  {
    rules: ['kubescape:C-0189'],
    bad: [
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: 'shop' },
        automountServiceAccountToken: true,
      }),
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: 'shop' },
      }),
    ],
    good: [
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: 'shop' },
        automountServiceAccountToken: false,
      }),
    ],
  },
  {
    rules: ['checkov:CKV_K8S_41'],
    bad: [
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace: 'shop' },
      }),
    ],
    good: [
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'worker', namespace: 'shop' },
      }),
    ],
  },
  {
    rules: [
      'polaris:rolebindingClusterRolePodExecAttach',
      'polaris:rolebindingRolePodExecAttach',
      'polaris:clusterrolebindingPodExecAttach',
    ],
    bad: [
      join(role([rule(['create'], ['pods/exec'])]), binding('worker', someAccount)),
      join(role([rule(['get'], ['pods/attach'])]), binding('worker', someAccount, 'RoleBinding')),
    ],
    good: [join(role([rule(['get'], ['pods'])]), binding('worker', someAccount))],
  },
]
