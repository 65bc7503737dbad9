type Keys = Record<string, unknown>

/** Keys of a service that raise a threat, or a rule's, and keys that look alike but do not. `null` takes a key away. */
export type ComposeCase = { id: string; bad: readonly Keys[]; good: readonly Keys[] }

const digest = `@sha256:${'0123456789abcdef'.repeat(4)}`

/** A service that nothing can be said against, but for what is changed. */
export function composeFile(change: Keys): string {
  const service = {
    image: `registry.example.com/app:1.2${digest}`,
    user: '10001:10001',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    mem_limit: '128m',
    cpus: 0.5,
    pids_limit: 100,
    restart: 'on-failure:5',
    healthcheck: { test: ['CMD', 'true'] },
    networks: ['app'],
    ...change,
  }
  const app = Object.fromEntries(Object.entries(service).filter(([, value]) => value !== null))
  return JSON.stringify({ services: { app }, networks: { app: {} }, volumes: { data: {} } })
}

export const composeCases: readonly ComposeCase[] = [
  { id: 'D-E-02', bad: [{ privileged: true }, { privileged: 'true' }], good: [{ privileged: false }] },
  {
    id: 'D-E-04',
    bad: [
      { volumes: ['/var/run/docker.sock:/var/run/docker.sock'] },
      { volumes: ['/run/docker.sock:/x:ro'] },
      { volumes: [{ type: 'bind', source: '/var/run/docker.sock', target: '/var/run/docker.sock' }] },
      { volumes: ['/var/run:/var/run'] },
      { volumes: ['/run/containerd/containerd.sock:/x'] },
      { volumes: ['/run/user/1000/podman/podman.sock:/x'] },
    ],
    good: [{ volumes: ['data:/data'] }],
  },
  {
    id: 'D-E-06',
    bad: [
      { cap_add: ['SYS_ADMIN'] },
      { cap_add: ['CAP_NET_ADMIN'] },
      { cap_add: ['ALL'] },
      { cap_add: ['all'] },
    ],
    good: [{ cap_add: ['NET_BIND_SERVICE'] }],
  },
  {
    id: 'D-E-07',
    bad: [
      { security_opt: ['seccomp=unconfined'] },
      { security_opt: ['seccomp:unconfined', 'no-new-privileges:true'] },
    ],
    good: [{ security_opt: ['seccomp=./profile.json', 'no-new-privileges'] }],
  },
  {
    id: 'D-E-08',
    bad: [
      { security_opt: ['apparmor=unconfined'] },
      { security_opt: ['apparmor:unconfined'] },
      { security_opt: ['label:disable'] },
      { security_opt: ['label=disable'] },
    ],
    good: [],
  },
  {
    id: 'D-E-03',
    bad: [{ security_opt: [] }, { security_opt: null }, { security_opt: ['no-new-privileges:false'] }],
    good: [{ security_opt: ['no-new-privileges'] }, { security_opt: ['no-new-privileges=true'] }],
  },
  { id: 'D-E-26', bad: [{ security_opt: ['systempaths=unconfined', 'no-new-privileges:true'] }], good: [] },
  { id: 'D-E-09', bad: [{ pid: 'host' }], good: [{ pid: 'service:app2' }] },
  { id: 'D-E-21', bad: [{ network_mode: 'host', networks: null }], good: [] },
  { id: 'D-I-18', bad: [{ ipc: 'host' }], good: [{ ipc: 'private' }, { ipc: 'shareable' }] },
  { id: 'D-T-22', bad: [{ uts: 'host' }], good: [] },
  { id: 'D-E-10', bad: [{ userns_mode: 'host' }], good: [] },
  {
    id: 'D-E-11',
    bad: [{ devices: ['/dev/sda:/dev/sda'] }, { devices: [{ source: '/dev/sda', target: '/dev/sda' }] }],
    good: [{ devices: [] }],
  },
  {
    id: 'D-T-11',
    bad: [
      { volumes: ['/etc:/host'] },
      { volumes: ['/:/host'] },
      { volumes: [{ type: 'bind', source: '/root/.ssh', target: '/x' }] },
      { volumes: ['/var/lib/docker:/x'] },
      { volumes: ['/proc:/host/proc'] },
      { volumes: ['~/.ssh:/x'] },
      { volumes: ['$HOME/.aws:/x'] },
    ],
    good: [{ volumes: ['/etc:/host:ro'] }, { volumes: ['./data:/x'] }],
  },
  {
    id: 'D-I-07',
    bad: [
      { volumes: ['/etc:/host:ro'] },
      { volumes: ['/root:/x:ro'] },
      { volumes: ['/var/log:/x:ro'] },
      { volumes: ['/boot:/x:ro'] },
      { volumes: ['/lib/modules:/x:ro'] },
      { volumes: ['/usr:/x:ro'] },
      { volumes: ['/dev:/x:ro'] },
      { volumes: ['/sys:/x:ro'] },
    ],
    good: [
      { volumes: ['./data:/x:ro'] },
      { volumes: ['/srv/app/data:/x:ro'] },
      { volumes: ['/etc/localtime:/etc/localtime:ro'] },
      { volumes: ['/etc/timezone:/etc/timezone:ro'] },
    ],
  },
  {
    id: 'D-T-21',
    bad: [{ volumes: ['./data:/x'] }, { volumes: ['/srv/data:/x:rw'] }],
    good: [
      { volumes: ['./data:/x:ro'] },
      { volumes: ['./data:/x:ro,z'] },
      { volumes: [{ type: 'bind', source: './data', target: '/x', read_only: true }] },
    ],
  },
  { id: 'D-T-03', bad: [{ read_only: false }, { read_only: null }], good: [] },
  {
    id: 'D-E-01',
    bad: [{ user: 'root' }, { user: '0' }, { user: '0:0' }, { user: 0 }, { user: null, image: 'nginx:1.27' }],
    good: [{ user: 1000 }, { user: 'app' }],
  },
  {
    id: 'D-D-01',
    bad: [{ mem_limit: null }],
    good: [{ mem_limit: null, deploy: { resources: { limits: { memory: '50M' } } } }, { mem_limit: '1g' }],
  },
  {
    id: 'D-D-02',
    bad: [{ cpus: null }],
    good: [
      { cpus: null, deploy: { resources: { limits: { cpus: '0.5' } } } },
      { cpus: null, cpu_quota: 50000 },
    ],
  },
  {
    id: 'D-D-03',
    bad: [{ pids_limit: null }, { pids_limit: -1 }, { pids_limit: 0 }],
    good: [{ pids_limit: null, deploy: { resources: { limits: { pids: 10 } } } }],
  },
  {
    id: 'D-D-09',
    bad: [
      { healthcheck: { disable: true } },
      { healthcheck: { test: ['NONE'] } },
      { healthcheck: { test: 'NONE' } },
    ],
    good: [],
  },
  {
    id: 'D-D-04',
    bad: [
      { restart: 'always', cpus: null },
      { restart: 'unless-stopped', cpus: null },
    ],
    good: [{ restart: 'on-failure:5' }, { restart: 'no' }],
  },
  {
    id: 'D-I-01',
    bad: [
      { environment: { DB_PASSWORD: 'wJalrXUtnFEMI' } },
      { environment: ['API_TOKEN=a8f5f167f44f4964e6c998dee827110c'] },
      { environment: ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG'] },
    ],
    good: [{ environment: { DB_PASSWORD_FILE: '/run/secrets/x' } }, { environment: ['LOG_LEVEL=info'] }],
  },
  {
    id: 'D-T-10',
    bad: [{ image: 'nginx:latest' }, { image: 'nginx' }, { image: 'nginx:1.27' }],
    good: [{ image: `nginx${digest}` }],
  },
  {
    id: 'D-S-06',
    bad: [{ cap_drop: null }, { cap_drop: ['CHOWN'] }],
    good: [{ cap_drop: ['NET_RAW'] }, { cap_drop: ['CAP_NET_RAW'] }],
  },
  { id: 'D-I-15', bad: [{ command: '/usr/sbin/sshd -D' }, { ports: ['2222:22'] }], good: [] },
  { id: 'D-D-14', bad: [{ cgroup_parent: '/other' }, { ulimits: { nofile: -1 } }], good: [] },
  {
    id: 'docker:run-bind-interface',
    bad: [
      { ports: ['80:80'] },
      { ports: ['0.0.0.0:80:80'] },
      { ports: [{ target: 80, published: '8080' }] },
      { ports: ['[::]:80:80'] },
      { ports: ['8000-8010:8000-8010'] },
    ],
    good: [
      { ports: ['127.0.0.1:80:80'] },
      { ports: [{ target: 80, published: 80, host_ip: '127.0.0.1' }] },
      { expose: ['80'] },
      { ports: ['[::1]:80:80'] },
    ],
  },
  {
    id: 'docker:run-privileged-ports',
    bad: [{ ports: ['80:80'] }, { ports: ['443:8443'] }],
    good: [{ ports: ['8080:80'] }],
  },
  {
    id: 'docker:run-mount-propagation',
    bad: [
      { volumes: [{ type: 'bind', source: '/srv', target: '/x', bind: { propagation: 'shared' } }] },
      { volumes: ['/srv:/x:rshared'] },
    ],
    good: [{ volumes: ['/srv:/x'] }],
  },
]
