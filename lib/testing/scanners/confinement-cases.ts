import type { Change } from '@/lib/testing/scanners/manifests'
import type { PodCase } from '@/lib/testing/scanners/pod-case'

const hostPath = (path: string, mount: object = {}): Change => ({
  container: { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] },
  pod: { volumes: [{ name: 'host', hostPath: { path } }] },
})

/** What a pod may do on its node. */
export const confinementCases: readonly PodCase[] = [
  {
    rules: [
      'trivy:KSV-0017',
      'kubescape:C-0057',
      'checkov:CKV_K8S_16',
      'polaris:runAsPrivileged',
      'kubelinter:privileged-container',
      'kubesec:Privileged',
    ],
    in: 'container',
    bad: [{ security: { privileged: true } }],
    good: [{ security: { privileged: null } }],
  },
  {
    rules: [
      'trivy:KSV-0001',
      'kubescape:C-0016',
      'checkov:CKV_K8S_20',
      'polaris:privilegeEscalationAllowed',
      'kubelinter:privilege-escalation-container',
      'kubesec:AllowPrivilegeEscalation',
    ],
    in: 'container',
    bad: [
      { security: { allowPrivilegeEscalation: true } },
      { security: { allowPrivilegeEscalation: null } },
      { security: null },
    ],
  },
  {
    rules: [
      'trivy:KSV-0014',
      'kubescape:C-0017',
      'checkov:CKV_K8S_22',
      'polaris:notReadOnlyRootFilesystem',
      'kubelinter:no-read-only-root-fs',
      'kubesec:ReadOnlyRootFilesystem',
    ],
    in: 'container',
    bad: [
      { security: { readOnlyRootFilesystem: false } },
      { security: { readOnlyRootFilesystem: null } },
      { security: null },
    ],
  },
  {
    rules: [
      'trivy:KSV-0012',
      'kubescape:C-0013',
      'checkov:CKV_K8S_23',
      'polaris:runAsRootAllowed',
      'kubelinter:run-as-non-root',
      'kubesec:RunAsNonRoot',
    ],
    in: 'container',
    bad: [
      { security: { runAsNonRoot: null, runAsUser: null }, podSecurity: { runAsNonRoot: null } },
      { security: { runAsNonRoot: false, runAsUser: null } },
      { security: { runAsNonRoot: false, runAsUser: 0 } },
      { security: null, podSecurity: null },
    ],
    good: [{ security: { runAsNonRoot: null } }, { security: { runAsUser: null } }],
  },
  {
    rules: [
      'trivy:KSV-0003',
      'trivy:KSV-0106',
      'checkov:CKV_K8S_37',
      'polaris:insecureCapabilities',
      'kubesec:CapDropAll',
    ],
    in: 'container',
    bad: [
      { security: { capabilities: null } },
      { security: { capabilities: { drop: [] } } },
      { security: { capabilities: { drop: ['CHOWN'] } } },
      { security: null },
    ],
    good: [{ security: { capabilities: { drop: ['all'] } } }],
  },
  {
    rules: ['trivy:KSV-0119', 'checkov:CKV_K8S_28', 'kubelinter:drop-net-raw-capability'],
    in: 'container',
    bad: [
      { security: { capabilities: null } },
      { security: { capabilities: { drop: ['CHOWN'] } } },
      { security: { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } } },
    ],
    good: [
      { security: { capabilities: { drop: ['NET_RAW'] } } },
      { security: { capabilities: { drop: ['CAP_NET_RAW'] } } },
    ],
  },
  {
    rules: [
      'trivy:KSV-0005',
      'checkov:CKV_K8S_39',
      'kubesec:CapSysAdmin',
      'kubescape:C-0046',
      'trivy:KSV-0022',
      'checkov:CKV_K8S_25',
      'polaris:dangerousCapabilities',
    ],
    in: 'container',
    bad: [
      { security: { capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } } },
      { security: { capabilities: { add: ['CAP_SYS_ADMIN'] } } },
      { security: { capabilities: { add: ['ALL'] } } },
    ],
    good: [
      { security: { capabilities: { drop: ['ALL'], add: [] } } },
      { security: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } },
    ],
  },
  {
    rules: ['trivy:KSV-0022'],
    in: 'container',
    bad: [
      { security: { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } } },
      { security: { capabilities: { drop: ['ALL'], add: ['SYS_TIME'] } } },
    ],
    good: [{ security: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } }],
  },
  {
    rules: ['checkov:CKV_K8S_25', 'trivy:KSV-0106'],
    in: 'container',
    bad: [
      { security: { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } } },
      { security: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } },
      { security: { capabilities: { drop: ['ALL'], add: ['SETUID', 'DAC_OVERRIDE'] } } },
    ],
    good: [{ security: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }],
  },
  {
    rules: ['trivy:KSV-0030', 'trivy:KSV-0104', 'checkov:CKV_K8S_31', 'kubescape:C-0210'],
    in: 'container',
    bad: [
      { security: { seccompProfile: { type: 'Unconfined' } } },
      { security: { seccompProfile: null }, podSecurity: { seccompProfile: null } },
      { security: { seccompProfile: null }, podSecurity: { seccompProfile: { type: 'Unconfined' } } },
    ],
    good: [
      { security: { seccompProfile: null } },
      { security: { seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } } },
    ],
  },
  {
    rules: ['kubesec:SeccompUnconfined'],
    in: 'pod',
    bad: [
      {
        security: { seccompProfile: null },
        podSecurity: { seccompProfile: null },
        annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' },
      },
    ],
    good: [
      {
        security: { seccompProfile: null },
        podSecurity: { seccompProfile: null },
        annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' },
      },
    ],
  },
  {
    rules: ['trivy:KSV-0002'],
    in: 'container',
    bad: [{ security: { appArmorProfile: { type: 'Unconfined' } } }],
    good: [{ security: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } } }],
  },
  {
    rules: ['trivy:KSV-0002'],
    in: 'pod',
    bad: [
      {
        security: { appArmorProfile: null },
        annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' },
      },
    ],
  },
  {
    rules: ['trivy:KSV-0025'],
    in: 'container',
    bad: [
      { security: { seLinuxOptions: { type: 'spc_t' } } },
      { security: { seLinuxOptions: { user: 'system_u' } } },
    ],
    good: [
      { security: { seLinuxOptions: { type: 'container_t' } } },
      { security: { seLinuxOptions: { level: 's0:c123,c456' } } },
    ],
  },
  {
    rules: ['trivy:KSV-0025'],
    in: 'pod',
    bad: [
      { podSecurity: { seLinuxOptions: { type: 'custom' } } },
      { podSecurity: { seLinuxOptions: { role: 'sysadm_r' } } },
    ],
  },
  {
    rules: ['trivy:KSV-0027', 'polaris:procMount', 'kubelinter:unsafe-proc-mount'],
    in: 'container',
    bad: [{ security: { procMount: 'Unmasked' } }],
    good: [{ security: { procMount: 'Default' } }],
  },
  {
    rules: [
      'trivy:KSV-0010',
      'kubescape:C-0038',
      'checkov:CKV_K8S_17',
      'polaris:hostPIDSet',
      'kubelinter:host-pid',
      'kubesec:HostPID',
    ],
    in: 'pod',
    bad: [{ pod: { hostPID: true } }],
    good: [{ pod: { hostPID: false } }],
  },
  {
    rules: [
      'trivy:KSV-0008',
      'checkov:CKV_K8S_18',
      'polaris:hostIPCSet',
      'kubelinter:host-ipc',
      'kubesec:HostIPC',
      'kubescape:C-0038',
    ],
    in: 'pod',
    bad: [{ pod: { hostIPC: true } }],
    good: [{ pod: { hostIPC: false } }],
  },
  {
    rules: [
      'trivy:KSV-0009',
      'kubescape:C-0041',
      'checkov:CKV_K8S_19',
      'polaris:hostNetworkSet',
      'kubelinter:host-network',
      'kubesec:HostNetwork',
    ],
    in: 'pod',
    bad: [{ pod: { hostNetwork: true } }],
    good: [{ pod: { hostNetwork: false } }],
  },
  {
    rules: ['trivy:KSV-0024', 'kubescape:C-0044', 'checkov:CKV_K8S_26', 'polaris:hostPortSet'],
    in: 'container',
    bad: [{ container: { ports: [{ containerPort: 80, hostPort: 80 }] } }],
    good: [
      { container: { ports: [{ containerPort: 80 }] } },
      { container: { ports: [{ containerPort: 80, hostPort: 0 }] } },
    ],
  },
  {
    rules: ['polaris:hostPathSet', 'trivy:KSV-0023', 'kubescape:C-0048'],
    in: 'container',
    bad: [
      hostPath('/data'),
      hostPath('/'),
      hostPath('/etc', { readOnly: true }),
      hostPath('/var/run/docker.sock'),
    ],
    good: [
      {
        container: { volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] },
        pod: { volumes: [{ name: 'tmp', emptyDir: {} }] },
      },
    ],
  },
  {
    rules: ['polaris:hostPathSet', 'trivy:KSV-0023'],
    in: 'pod',
    bad: [
      { pod: { volumes: [{ name: 'host', hostPath: { path: '/data' } }] } },
      { pod: { volumes: [{ name: 'host', hostPath: { path: '/' } }] } },
    ],
  },
  {
    rules: ['kubelinter:writable-host-mount', 'kubescape:C-0045'],
    in: 'container',
    bad: [hostPath('/data'), hostPath('/etc', { readOnly: false }), hostPath('/')],
    good: [hostPath('/data', { readOnly: true }), hostPath('/etc', { readOnly: true })],
  },
  {
    rules: ['kubelinter:sensitive-host-mounts', 'trivy:KSV-0121'],
    in: 'container',
    bad: [
      '/',
      '/boot',
      '/dev',
      '/etc',
      '/lib',
      '/proc',
      '/sys',
      '/usr',
      '/etc/',
      '/etc/passwd',
      '/var',
      '/root',
      '/var/lib/docker',
      '/var/log',
      '/home',
      '/bin',
      '/sbin',
      '/lib64',
      '/var/lib/kubelet',
      '/var/run',
    ].map((path) => hostPath(path, { readOnly: true })),
    good: [hostPath('/data'), hostPath('/opt/app/etc', { readOnly: true })],
  },
  {
    rules: [
      'trivy:KSV-0006',
      'kubescape:C-0074',
      'kubelinter:docker-sock',
      'kubelinter:container-runtime-sock',
      'checkov:CKV_K8S_27',
      'kubesec:DockerSock',
    ],
    in: 'container',
    bad: [
      '/var/run/docker.sock',
      '/run/docker.sock',
      '/run/containerd/containerd.sock',
      '/var/run/crio/crio.sock',
      '/var/run/containerd/containerd.sock',
      '/run/crio/crio.sock',
    ].map((path) => hostPath(path)),
    good: [hostPath('/var/lib/app.sock')],
  },
  {
    rules: [
      'trivy:KSV-0006',
      'kubescape:C-0074',
      'kubelinter:docker-sock',
      'checkov:CKV_K8S_27',
      'kubesec:DockerSock',
    ],
    in: 'pod',
    bad: [
      { pod: { volumes: [{ name: 'host', hostPath: { path: '/var/run/docker.sock', type: 'Socket' } }] } },
    ],
  },
  {
    rules: ['trivy:KSV-0026', 'kubelinter:unsafe-sysctls'],
    in: 'pod',
    bad: [
      { podSecurity: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } },
      {
        podSecurity: {
          sysctls: [
            { name: 'net.ipv4.ip_local_port_range', value: '1' },
            { name: 'net.core.somaxconn', value: '1' },
          ],
        },
      },
    ],
    good: [{ podSecurity: { sysctls: [{ name: 'net.ipv4.ip_local_port_range', value: '1' }] } }],
  },
  {
    rules: ['trivy:KSV-0103', 'polaris:hostProcess'],
    in: 'container',
    bad: [{ security: { windowsOptions: { hostProcess: true } } }],
    good: [{ security: { windowsOptions: { hostProcess: false } } }],
  },
  {
    rules: ['trivy:KSV-0103', 'polaris:hostProcess'],
    in: 'pod',
    bad: [{ podSecurity: { windowsOptions: { hostProcess: true } } }],
  },
]
