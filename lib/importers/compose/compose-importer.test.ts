import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputFile } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf, filesBelow, flowsOf, linesOf } from '@/lib/testing/test-importer'

const folder = 'lib/importers/compose/__fixtures__'
const fixture = (name: string): InputFile => ({
  path: name,
  text: readFileSync(path.join(folder, name), 'utf8'),
})
const layered = () => filesBelow(`${folder}/layered`, 'layered/')
const service = (name: string, project = 'compose') => `compose/${project}/service/${name}`

describe('a file with every key', () => {
  const result = readFiles([fixture('every-key.yaml')])
  const [extract] = result.extracts
  const facts = (key: string) => factsOf(result, `compose/every-key/${key}`)

  it('is one project under its name', () => {
    expect(result.unreadable).toEqual([])
    expect(extract?.scope).toBe('compose/every-key')
    expect(extract?.warnings).toEqual([])
  })

  it('gives a hardened service its facts, each with its line', () => {
    expect(facts('service/web')).toEqual({
      declared: true,
      networkCount: 2,
      readOnlyRootFs: true,
      capAdd: ['NET_BIND_SERVICE'],
      capDrop: ['ALL'],
      user: 'nonroot',
      noNewPrivileges: true,
      seccompProfile: 'Localhost',
      appArmorProfile: 'Unconfined',
      seLinuxDisabled: true,
      procMount: 'Unmasked',
      memoryLimit: '128M',
      cpuLimit: '0.50',
      pidsLimit: 100,
      restartPolicy: 'on-failure',
      healthcheckSetting: 'declared',
      replicas: 2,
      logDriver: 'fluentd',
      serviceKind: 'proxy',
    })
    expect(linesOf(result, service('web', 'every-key'))).toMatchObject({
      declared: 11,
      capAdd: 45,
      capDrop: 44,
      memoryLimit: 60,
      logDriver: 6,
      noNewPrivileges: 47,
    })
  })

  it('gives a service with power over the host its facts', () => {
    expect(facts('service/agent')).toEqual({
      declared: true,
      networkCount: 0,
      privileged: true,
      hostNetwork: true,
      hostPID: true,
      hostIPC: true,
      hostUTS: true,
      hostUserns: true,
      devices: ['/dev/sda', '/dev/net/tun', 'rule a *:* rwm'],
      deviceKinds: ['disk', 'network', 'all'],
      cgroupParent: '/ops',
      mountsDockerSocket: true,
    })
  })

  it('names secrets of the environment and keeps none', () => {
    expect(facts('service/api')).toMatchObject({
      envSecrets: ['DATABASE_URL', 'SESSION_SECRET'],
      envSecretNames: ['API_TOKEN'],
      debugPort: true,
      pidsLimit: 'none',
      ulimitsUnlimited: true,
      cpuLimit: '1.5',
    })
    expect(facts('service/db')).toMatchObject({
      envSecrets: ['POSTGRES_PASSWORD'],
      defaultCredentials: true,
      authRequired: true,
    })
    expect(facts('service/cache')).toMatchObject({ authRequired: false, serviceKind: 'cache' })
  })

  it('states nothing that the file does not say', () => {
    expect(facts('service/cache')).toEqual({
      declared: true,
      networkCount: 1,
      serviceKind: 'cache',
      authRequired: false,
    })
  })

  it('puts services into their networks, the host into none', () => {
    const zones = (key: string) =>
      extract?.components.find((component) => component.key === `compose/every-key/${key}`)
    expect(zones('service/web')).toMatchObject({
      parentKey: 'compose/every-key/network/public',
      zoneKeys: ['compose/every-key/network/public', 'compose/every-key/network/inner'],
    })
    expect(zones('service/sidecar')).toMatchObject({
      zoneKeys: ['compose/every-key/network/public', 'compose/every-key/network/inner'],
    })
    expect(zones('service/agent')).toMatchObject({
      parentKey: 'compose/every-key/host',
      zoneKeys: ['compose/every-key/host'],
    })
    expect(zones('service/lonely')).toMatchObject({ zoneKeys: ['compose/every-key/host'] })
    expect(zones('network/inner')).toMatchObject({
      parentKey: 'compose/every-key/host',
      zoneKeys: ['compose/every-key/host'],
    })
    expect(zones('host')).toMatchObject({ zoneKeys: [] })
    expect(facts('service/sidecar')).toMatchObject({ sharedNamespaces: ['network', 'pid'], networkCount: 0 })
  })

  it('reads networks of every kind', () => {
    expect(facts('network/inner')).toEqual({ declared: true, internal: true, attachable: true })
    expect(facts('network/backplane')).toEqual({ declared: true, overlayEncrypted: true })
    expect(facts('network/corporate')).toEqual({ external: true })
    expect(extract?.components.find(({ key }) => key.endsWith('/backplane'))?.type).toBe('overlay-network')
  })

  it('reads ports in short, long, ranged and loopback form', () => {
    expect(facts('port/web/80:8080/tcp')).toEqual({
      hostPort: 80,
      containerPort: 8080,
      protocol: 'tcp',
      bindAllInterfaces: true,
      encrypted: false,
    })
    expect(facts('port/web/192.168.0.10:5300:53/udp')).toMatchObject({
      hostPort: 5300,
      protocol: 'udp',
      bindAllInterfaces: false,
    })
    expect(facts('port/web/3000-3002:3000-3002/tcp')).toMatchObject({ hostPort: 3000, containerPort: 3000 })
    expect(facts('port/web/any:9000/tcp')).not.toHaveProperty('hostPort')
    const flows = flowsOf(result)
    expect(flows).toContain('flow-http clients -> port/web/80:8080/tcp')
    expect(flows).toContain('flow-http port/web/80:8080/tcp -> service/web')
    expect(flows.some((flow) => flow.includes('clients -> port/web/127.0.0.1'))).toBe(false)
    expect(flows.some((flow) => flow.includes('clients -> port/web/::1'))).toBe(false)
  })

  it('reads mounts of every kind', () => {
    const flows = flowsOf(result)
    expect(flows).toContain('flow-volume bind/./conf/nginx.conf -> service/web')
    expect(flows).toContain('flow-volume volume/assets <-> service/web')
    expect(flows).toContain('flow-volume bind/./conf/nginx.conf -> service/sidecar')
    expect(flows).toContain('flow-volume volume/assets -> service/sidecar')
    expect(flows).toContain('flow-docker-api service/agent -> socket/var/run/docker.sock')
    expect(flows).toContain('flow-docker-api socket/var/run/docker.sock -> engine')
    expect(flows).toContain('flow-volume anonymous/db/%2Fvar%2Flib%2Fpostgresql <-> service/db')
    expect(facts('bind/%2F')).toMatchObject({ path: '/', sensitivePath: true })
    expect(facts('volume/assets')).toEqual({ external: true, sharedByMany: true })
    expect(facts('volume/unused')).toEqual({})
    expect(factsOf(result, 'compose/every-key/flow/volume/bind/srv/uploads->service/web')).toEqual({
      readOnly: false,
      mountPropagation: 'shared',
    })
  })

  it('reads images, registries and builds', () => {
    expect(factsOf(result, 'image/postgres')).toEqual({
      builtLocally: false,
      imageName: 'postgres',
      imageTagLatest: true,
      floatingTag: true,
      pinnedDigest: false,
      official: true,
      publicRegistry: true,
    })
    expect(factsOf(result, 'image/registry.example.com:5000/ops/agent:latest')).toEqual({
      builtLocally: false,
      imageName: 'registry.example.com:5000/ops/agent',
      imageTagLatest: true,
      floatingTag: true,
      pinnedDigest: false,
    })
    expect(factsOf(result, 'image/every-key-api')).toEqual({ builtLocally: true })
    const flows = flowsOf(result)
    expect(flows).toContain('flow-build build/./api -> image/every-key-api')
    expect(flows).toContain(
      'flow-image-pull registry/docker.elastic.co -> image/docker.elastic.co/elasticsearch/elasticsearch:8.15.0',
    )
    expect(flows).toContain('flow-image-run image/redis:7 -> service/cache')
  })

  it('draws what a service refers to, with the right traffic', () => {
    const flows = flowsOf(result)
    expect(flows).toContain('flow-db service/api -> service/db')
    expect(flows).toContain('flow-db service/api -> service/cache')
    expect(flows).toContain('flow-generic service/web -> service/api')
    expect(factsOf(result, 'compose/every-key/flow/call/service/api->service/db')).toEqual({
      encrypted: false,
      authenticated: true,
    })
    expect(factsOf(result, 'compose/every-key/flow/call/service/api->service/search')).toEqual({
      encrypted: true,
    })
    expect(factsOf(result, 'compose/every-key/flow/call/service/web->service/api')).toEqual({})
    expect(flows).toContain('flow-secret secret/tls_key -> service/api')
    expect(flows).toContain('flow-config config/app_config -> service/api')
    expect(flows).toContain('flow-config env-file/./api.env -> service/api')
  })

  it('lists every key that it passed over, with the line and the reason', () => {
    const skipped = extract?.skipped.map(({ line, what }) => `${line} ${what}`)
    expect(skipped).toEqual([
      '1 version',
      '4 x-logging',
      '68 services.api.build.args',
      '101 services.api.extra_hosts',
      '103 services.api.external_links',
      '104 services.api.dns',
      '105 services.api.init',
      '108 services.api.group_add',
      '152 services.sidecar.labels',
      '154 services.sidecar.stop_signal',
      '155 services.sidecar.nonsense',
    ])
  })
})

describe('several files of one project', () => {
  const result = readFiles(layered())
  const [extract] = result.extracts

  it('become one project named after the folder', () => {
    expect(result.extracts.map(({ scope }) => scope)).toEqual(['compose/layered'])
  })

  it('take values from the .env file, defaults, and say what is unknown', () => {
    expect(factsOf(result, 'image/example/web:2.4.1')).toMatchObject({ imageTagLatest: false })
    expect(factsOf(result, 'compose/layered/port/web/8088:80/tcp')).toMatchObject({ hostPort: 8088 })
    expect(factsOf(result, service('web', 'layered'))).toMatchObject({ privileged: null })
    const sentences = extract?.warnings.map(({ sentence }) => sentence).join(' ')
    expect(sentences).toContain('PRIVILEGED has no value')
    expect(sentences).toContain('DEBUG_TAG has no value in these files. Its default was taken.')
    expect(sentences).not.toContain('2.4.1')
  })

  it('keep the file and line of the base that a service extends', () => {
    const web = extract?.components.find(({ key }) => key === service('web', 'layered'))
    expect(web?.facts.capDrop?.[0]).toEqual({
      origin: 'import',
      value: ['ALL'],
      source: { file: 'layered/common/base.yaml', line: 6 },
    })
    expect(web?.source).toEqual({ file: 'layered/compose.yaml', line: 5 })
    expect(factsOf(result, 'compose/layered/build/./common/src')).toEqual({ path: './common/src' })
  })

  it('lay overrides on, reset and override included', () => {
    expect(factsOf(result, service('web', 'layered'))).toMatchObject({ debugPort: true })
    expect(factsOf(result, 'compose/layered/network/back')).toMatchObject({ internal: true })
    expect(extract?.components.some(({ key }) => key.startsWith('compose/layered/port/worker'))).toBe(false)
    expect(extract?.components.find(({ key }) => key === service('worker', 'layered'))?.zoneKeys).toEqual([
      'compose/layered/network/back',
    ])
    expect(extract?.components.some(({ key }) => key === service('looping', 'layered'))).toBe(false)
  })

  it('read included files with paths of their own folder', () => {
    expect(factsOf(result, 'compose/layered/bind/./monitoring/prometheus.yml')).toMatchObject({
      path: './monitoring/prometheus.yml',
    })
  })

  it('leave the defaults of a service open whose base is missing', () => {
    expect(factsOf(result, service('orphan', 'layered'))).toEqual({})
    expect(factsOf(result, service('looped', 'layered'))).not.toHaveProperty('declared')
    expect(
      extract?.skipped.filter(({ what }) => what === 'extends' || what === 'include').map(({ line }) => line),
    ).toEqual([3, 21, 29, 26])
  })

  it('name secrets of environment files', () => {
    expect(factsOf(result, service('web', 'layered'))).toMatchObject({
      envSecretNames: ['SIGNING_KEY', 'DB_PASSWORD'],
    })
    expect(factsOf(result, 'compose/layered/env-file/./common/app.env')).toEqual({
      path: './common/app.env',
      containsSecrets: true,
    })
  })
})

describe('projects', () => {
  const text = 'services:\n  a:\n    image: x:1\n'
  const scopes = (...files: InputFile[]) => readFiles(files).extracts.map(({ scope }) => scope)

  it('are named by "name", the folder or "compose"', () => {
    expect(scopes({ path: 'compose.yaml', text })).toEqual(['compose/compose'])
    expect(scopes({ path: 'a/shop/compose.yaml', text })).toEqual(['compose/shop'])
    expect(scopes({ path: 'a/shop/compose.yaml', text: `name: My shop\n${text}` })).toEqual([
      'compose/My%20shop',
    ])
    expect(scopes({ path: 'a/compose.yaml', text: `name: \${UNSET}\n${text}` })).toEqual(['compose/a'])
  })

  it('stay apart when their files are only neighbours', () => {
    expect(scopes({ path: 'all/elk.yaml', text }, { path: 'all/web.yaml', text })).toEqual([
      'compose/all-elk',
      'compose/all-web',
    ])
    expect(scopes({ path: 'a/compose.yaml', text }, { path: 'b/compose.yaml', text })).toEqual([
      'compose/a',
      'compose/b',
    ])
    expect(scopes({ path: 'x/a/compose.yaml', text }, { path: 'y/a/compose.yaml', text })).toEqual([
      'compose/a',
      'compose/a-compose',
    ])
  })

  it('are one when a file only adds to services of another', () => {
    const prod = { path: 'prod.yml', text: 'services:\n  a:\n    read_only: true\n' }
    const result = readFiles([{ path: 'base.yml', text }, prod])
    expect(result.extracts).toHaveLength(1)
    expect(factsOf(result, service('a'))).toMatchObject({ readOnlyRootFs: true })
  })

  it('are read when their files only include each other', () => {
    const circle = (other: string, name: string) =>
      `include: [${other}]\nservices:\n  ${name}:\n    image: x:1\n`
    const result = readFiles([
      { path: 'a.yaml', text: circle('b.yaml', 'a') },
      { path: 'b.yaml', text: circle('a.yaml', 'b') },
    ])
    expect(result.extracts).toHaveLength(1)
    expect(factsOf(result, service('b'))).toBeDefined()
  })

  it('are not made of files that only share a word with Compose', () => {
    const strangers = [
      { path: 'a/.gitlab-ci.yml', text: 'services:\n  - docker:dind\nbuild:\n  script: [make]\n' },
      { path: 'a/values.yaml', text: 'configs:\n  main: {a: 1}\nvolumes: []\n' },
      { path: 'a/broken.yaml', text: 'volumes:\n  - {{ .Values.x }}\n' },
    ]
    const beside = readFiles([...strangers, { path: 'a/compose.yaml', text }])
    expect(beside.unreadable).toEqual([])
    expect(beside.extracts.map(({ scope }) => scope)).toEqual(['compose/a'])
    expect(beside.extracts[0]?.skipped.map(({ file }) => file).toSorted()).toEqual(
      strangers.map(({ path: name }) => name).toSorted(),
    )
    const alone = readFiles(strangers)
    expect(alone.extracts).toEqual([])
    expect(alone.unreadable.map(({ file }) => file).toSorted()).toEqual(
      strangers.map(({ path: name }) => name).toSorted(),
    )
  })

  it('of the first format are read with a warning', () => {
    const result = readFiles([fixture('first-format.yml')])
    expect(flowsOf(result)).toContain('flow-db service/web -> service/db')
    expect(result.extracts[0]?.warnings[0]?.sentence).toContain('first format')
  })

  it('of the first format are known by services that only extend, and by overrides that only add', () => {
    const extending = {
      path: 'docker-compose.yml',
      text: 'web:\n  extends: {file: base.yml, service: web}\n',
    }
    expect(factsOf(readFiles([extending]), service('web'))).toBeDefined()
    const files = [
      { path: 'docker-compose.yml', text: 'web:\n  image: nginx:1\n' },
      { path: 'docker-compose.override.yml', text: 'web:\n  privileged: true\n' },
    ]
    expect(factsOf(readFiles(files), service('web'))?.privileged).toBe(true)
  })

  it('by a Compose name are of no first format when their top is no map of services', () => {
    const files = [{ path: 'compose.yaml', text: 'web:\n  colour: red\n' }]
    expect(readFiles(files).extracts).toEqual([])
  })
})
