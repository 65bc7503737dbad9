// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Compose files write them
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeImporter } from '@/lib/importers/compose/compose-importer'
import type { InputFile } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf, filesBelow, flowsOf, read } from '@/lib/testing/test-importer'

const folder = 'lib/importers/compose/__fixtures__'
const _fixture = (name: string): InputFile => ({
  path: name,
  text: readFileSync(path.join(folder, name), 'utf8'),
})
const _layered = () => filesBelow(`${folder}/layered`, 'layered/')
const service = (name: string, project = 'compose') => `compose/${project}/service/${name}`

describe('single spellings', () => {
  it('reads a variable without a value as unknown, not as the default', () => {
    const result = read(`
      services:
        a:
          image: x:1
          user: \${UID}
          mem_limit: \${MEM}
          network_mode: \${MODE}
          cap_drop: ["\${CAP}"]
    `)
    expect(factsOf(result, service('a'))).toMatchObject({
      user: null,
      memoryLimit: null,
      hostNetwork: null,
      capDrop: null,
    })
  })

  it.each([
    ['user: 0:0', { user: 'root' }],
    ['user: root', { user: 'root' }],
    ['user: "1000"', { user: 'nonroot' }],
    ['user: ${U:-app}', { user: 'nonroot' }],
    ['security_opt: [no-new-privileges]', { noNewPrivileges: true }],
    ['security_opt: ["no-new-privileges:false"]', { noNewPrivileges: false }],
    ['security_opt: [no-new-privileges=true]', { noNewPrivileges: true }],
    ['security_opt: ["seccomp:unconfined"]', { seccompProfile: 'Unconfined' }],
    ['security_opt: [seccomp=unconfined]', { seccompProfile: 'Unconfined' }],
    ['security_opt: [apparmor=docker-default]', { appArmorProfile: 'RuntimeDefault' }],
    ['privileged: "yes"', { privileged: true }],
    ['privileged: false', { privileged: false }],
    ['restart: always', { restartPolicy: 'always' }],
    ['restart: no', { restartPolicy: 'no' }],
    ['restart: false', { restartPolicy: 'no' }],
    ['deploy: {restart_policy: {condition: any}}', { restartPolicy: 'always' }],
    ['healthcheck: {disable: true}', { healthcheckSetting: 'disabled' }],
    ['healthcheck: {test: [NONE]}', { healthcheckSetting: 'disabled' }],
    ['healthcheck: {test: x}', { healthcheckSetting: 'declared' }],
    ['mem_limit: 0', { memoryLimit: 'none' }],
    ['mem_limit: 1.5g', { memoryLimit: '1.5g' }],
    ['pids_limit: 0', { pidsLimit: 'none' }],
    ['logging: {driver: none}', { logDriver: 'none' }],
    ['logging: {driver: loki}', { logDriver: 'other' }],
    ['cap_drop: [cap_net_raw]', { capDrop: ['NET_RAW'] }],
    ['cap_add: ALL', { capAdd: ['ALL'] }],
    ['gpus: all', { devices: ['gpu'], deviceKinds: ['graphics'] }],
    ['command: /usr/sbin/sshd -D', { runsSshd: true }],
    ['ports: ["2222:22"]', { runsSshd: true }],
    ['entrypoint: [nodemon, "--inspect=0.0.0.0", a.js]', { debugPort: true }],
    [
      'environment: {JAVA_TOOL_OPTIONS: "-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005"}',
      { debugPort: true },
    ],
    ['environment: {POSTGRES_HOST_AUTH_METHOD: trust}', { defaultCredentials: true }],
    ['network_mode: bridge', { defaultBridge: true, networkCount: 1 }],
  ])('reads %s', (line, facts) => {
    const result = read(`
      services:
        a:
          image: example/x:1
          ${line}
    `)
    expect(factsOf(result, service('a'))).toMatchObject(facts)
    expect(Object.keys(factsOf(result, service('a')) ?? {}).length).toBeLessThanOrEqual(
      Object.keys(facts).length + 4,
    )
  })

  it.each([
    ['mongo:7', '', false],
    ['mongo:7', 'environment: {MONGO_INITDB_ROOT_USERNAME: a}', true],
    ['redis', 'command: redis-server --requirepass ${P}', true],
    ['memcached', '', false],
    ['elasticsearch:7.16.1', '', false],
    ['elasticsearch:8.1', '', true],
    ['elasticsearch:8.1', 'environment: [xpack.security.enabled=false]', false],
    ['mysql', 'environment: {MYSQL_ALLOW_EMPTY_PASSWORD: "yes"}', false],
    ['mariadb', '', true],
    ['mongo-express', '', undefined],
    ['oliver006/redis_exporter', '', undefined],
    ['elasticsearch:${TAG}', '', undefined],
  ])('knows whether %s with %s asks for credentials', (image, line, asks) => {
    const result = read(`
      services:
        a:
          image: ${image}
          ${line}
    `)
    expect(factsOf(result, service('a'))?.authRequired).toBe(asks)
  })

  it('keeps a socket behind a variable, in a directory and under another name', () => {
    const result = read(`
      services:
        a:
          image: x:1
          volumes:
            - \${DOCKER_SOCK}:/var/run/docker.sock:ro
        b:
          image: x:1
          volumes: [/var/run:/host/run]
        c:
          image: x:1
          volumes:
            - {type: bind, source: /run/podman/podman.sock, target: /tmp/s, read_only: true}
    `)
    for (const name of ['a', 'b', 'c'])
      expect(factsOf(result, service(name)), name).toMatchObject({ mountsDockerSocket: true })
    expect(flowsOf(result)).toContain('flow-volume bind/var/run <-> service/b')
  })

  it('takes a volume that is a host path in disguise for both', () => {
    const result = read(`
      services:
        a: {image: "x:1", volumes: ["v:/data"]}
      volumes:
        v: {driver_opts: {type: none, o: bind, device: /etc}}
    `)
    expect(flowsOf(result)).toContain('flow-volume volume/v <-> service/a')
    expect(flowsOf(result)).toContain('flow-volume bind/etc <-> service/a')
  })

  it('hardening a service only adds facts to it', () => {
    const plain = factsOf(read('services:\n  a:\n    image: nginx:1\n'), service('a'))
    const hard = factsOf(
      read(
        'services:\n  a:\n    image: nginx:1\n    read_only: true\n    cap_drop: [ALL]\n    user: "101"\n    security_opt: ["no-new-privileges:true"]\n',
      ),
      service('a'),
    )
    expect(hard).toEqual({
      ...plain,
      readOnlyRootFs: true,
      capDrop: ['ALL'],
      user: 'nonroot',
      noNewPrivileges: true,
    })
  })

  it('says what is wrong with a file that is no Compose file', () => {
    for (const text of ['services: [', 'services:\n\t- a', '- services:\n']) {
      const { extracts, unreadable } = readFiles([{ path: 'compose.yaml', text }])
      expect(extracts).toEqual([])
      expect(unreadable).toHaveLength(1)
    }
    expect(readFiles([{ path: '.env', text: 'A=1\n' }]).unreadable[0]?.sentence).toContain(
      'together with the Compose file',
    )
  })

  it('is detected by content, whatever the name', () => {
    const detect = (name: string, text: string) => composeImporter.detect({ path: name, text })
    expect(detect('anything.txt', 'services:\n  a:\n    image: x\n')).toBe('yes')
    expect(detect('x.json', '{"services": {"a": {"image": "x"}}}')).toBe('yes')
    expect(detect('compose.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {}\n')).toBe('no')
    expect(detect('values.yaml', 'image:\n  tag: 1\n')).toBe('no')
    expect(detect('docker-compose.prod.yml', 'networks:\n  a:\n')).toBe('maybe')
    expect(detect('.env', 'A=1\n')).toBe('maybe')
    expect(detect('Dockerfile', 'FROM x\n')).toBe('no')
  })

  it('reads JSON, too', () => {
    expect(
      factsOf(
        readFiles([{ path: 'c.json', text: '{"services": {"a": {"image": "x:1",\n "privileged": true}}}' }]),
        service('a'),
      ),
    ).toMatchObject({ privileged: true })
  })
})
