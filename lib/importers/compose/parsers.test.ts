// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Compose files write them
import { describe, expect, it } from 'vitest'
import { startsDebugger, startsSshd } from '@/lib/importers/compose/command-signs'
import { deviceKind, ruleKind } from '@/lib/importers/compose/devices'
import { cleanRef, isFloating, isOfficial, parseImage } from '@/lib/importers/compose/image-ref'
import { interpolate, readEnvFile } from '@/lib/importers/compose/interpolate'
import { joinNatural, keyName, keyPath } from '@/lib/importers/compose/keys'
import {
  bindsAll,
  encryptedByCustom,
  firstPort,
  isLoopback,
  parsePort,
} from '@/lib/importers/compose/parse-port'
import { parseVolume } from '@/lib/importers/compose/parse-volume'
import { normalisePath, projectPath, resolvePath } from '@/lib/importers/compose/paths'
import { hostReferences } from '@/lib/importers/compose/references'
import { isEasilyGuessed, isSecretName, secretOrigin } from '@/lib/importers/compose/secret-names'
import { engineSocketAt, isSensitivePath, isSourceCode } from '@/lib/importers/compose/sensitive-paths'
import { remoteContext } from '@/lib/importers/compose/service-image'
import { kindByImage, kindByPort } from '@/lib/importers/compose/service-kind'
import { Id } from '@/lib/model/id'

describe('interpolate', () => {
  const environment = new Map([
    ['SET', 'on'],
    ['EMPTY', ''],
  ])
  it.each([
    ['$SET-${SET}', 'on-on', [], []],
    ['a$$b$', 'a$b$', [], []],
    ['${NONE}', '${NONE}', ['NONE'], []],
    ['$NONE.x', '${NONE}.x', ['NONE'], []],
    ['${NONE:-x}${EMPTY:-y}${EMPTY-z}', 'xy', [], ['NONE', 'EMPTY']],
    ['${NONE-${SET:-a}}', 'on', [], ['NONE']],
    ['${NONE:-${OTHER:-deep}}', 'deep', [], ['NONE', 'OTHER']],
    ['${NONE:-a}b}', 'ab}', [], ['NONE']],
    ['${NONE:?must be set}', '${NONE}', ['NONE'], []],
    ['${SET:+yes}${NONE:+no}', 'yes', [], []],
    ['${unclosed', '${unclosed', [], []],
    ['${1bad} $9', '${1bad} $9', [], []],
  ])('reads %s', (text, expected, unset, defaulted) => {
    expect(interpolate(text, environment)).toEqual({ text: expected, unset, defaulted })
  })

  it('ends on defaults nested without end', () => {
    expect(interpolate('${A:-'.repeat(10_000), environment).text.length).toBeGreaterThan(0)
    expect(interpolate('${A:-'.repeat(50) + '}'.repeat(50), environment)).toBeDefined()
  })

  it('reads lines of an environment file', () => {
    expect(readEnvFile('\uFEFF# c\nA=1\nexport B="two words" # c\r\nC=a#b\nD=x # c\nnonsense\nE=\n')).toEqual(
      [
        { name: 'A', value: '1', line: 2 },
        { name: 'B', value: 'two words', line: 3 },
        { name: 'C', value: 'a#b', line: 4 },
        { name: 'D', value: 'x', line: 5 },
        { name: 'E', value: '', line: 7 },
      ],
    )
  })
})

describe('parsePort', () => {
  it.each([
    ['80', { host: 'any', target: '80', protocol: 'tcp' }],
    ['8080:80', { host: '8080', target: '80', protocol: 'tcp' }],
    ['127.0.0.1:8080:80/udp', { ip: '127.0.0.1', host: '8080', target: '80', protocol: 'udp' }],
    ['127.0.0.1::80', { ip: '127.0.0.1', host: 'any', target: '80', protocol: 'tcp' }],
    ['[::1]:8080:80', { ip: '::1', host: '8080', target: '80', protocol: 'tcp' }],
    ['3000-3005:4000-4005', { host: '3000-3005', target: '4000-4005', protocol: 'tcp' }],
    ['${A}:${B}', { host: '${A}', target: '${B}', protocol: 'tcp' }],
    ['eighty', undefined],
    ['80:80:80:80', undefined],
    ['', undefined],
  ])('reads %s', (text, port) => expect(parsePort(text)).toEqual(port))

  it('knows addresses and ports by custom', () => {
    expect([undefined, '0.0.0.0', '::', '10.0.0.1', '${IP}'].map(bindsAll)).toEqual([
      true,
      true,
      true,
      false,
      undefined,
    ])
    expect([undefined, '127.0.0.1', '127.1.2.3', '::1', '0.0.0.0'].map(isLoopback)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect([80, 443, 4321].map(encryptedByCustom)).toEqual([false, true, undefined])
    expect(['80', '30-40', '${P}', '99999'].map(firstPort)).toEqual([80, 30, undefined, undefined])
  })
})

describe('parseVolume', () => {
  it.each([
    ['data:/var/lib', { type: 'volume', source: 'data', target: '/var/lib', readOnly: false }],
    ['./a:/b:ro', { type: 'bind', source: './a', target: '/b', readOnly: true }],
    [
      '/a:/b:rw,rshared',
      { type: 'bind', source: '/a', target: '/b', readOnly: false, propagation: 'shared' },
    ],
    ['~/a:/b', { type: 'bind', source: '~/a', target: '/b', readOnly: false }],
    ['C:\\data:/b:ro', { type: 'bind', source: 'C:\\data', target: '/b', readOnly: true }],
    ['${DIR}:/b', { type: 'bind', source: '${DIR}', target: '/b', readOnly: false }],
    ['${NAME}_data:/b', { type: 'volume', source: '${NAME}_data', target: '/b', readOnly: false }],
    [
      '//./pipe/docker_engine://./pipe/docker_engine',
      { type: 'npipe', source: '//./pipe/docker_engine', target: '//./pipe/docker_engine', readOnly: false },
    ],
    ['/only', { type: 'volume', target: '/only', readOnly: false }],
    ['v:/b:ro', { type: 'volume', source: 'v', target: '/b', readOnly: true }],
    ['C:/data:/b', { type: 'bind', source: 'C:/data', target: '/b', readOnly: false }],
    ['a:b:c:d', undefined],
    [':', undefined],
    ['', undefined],
  ])('reads %s', (text, mount) => expect(parseVolume(text)).toEqual(mount))
})

describe('images', () => {
  it.each([
    ['nginx', 'docker.io', 'nginx', undefined],
    ['nginx:1.29', 'docker.io', 'nginx', '1.29'],
    ['ghcr.io/a/b:c', 'ghcr.io', 'a/b', 'c'],
    ['localhost:5000/x', 'localhost:5000', 'x', undefined],
    ['${REGISTRY}/x:1', '${REGISTRY}', 'x', '1'],
    ['user:pw@reg.example.com/x:1', 'reg.example.com', 'x', '1'],
  ])('splits %s', (text, registry, repository, tag) => {
    const parsed = parseImage(text)
    expect(parsed).toMatchObject({ registry, repository })
    expect(parsed?.tag).toBe(tag)
  })

  it('keeps a digest and drops credentials, schemes and queries', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    expect(cleanRef(`nginx@${digest}`)).toBe(`nginx@${digest}`)
    expect(parseImage(`me:pw@r.io/nginx:1@${digest}`)).toMatchObject({
      ref: `r.io/nginx:1@${digest}`,
      digest,
    })
    expect(cleanRef('https://u:p@r.io/x:1?token=abc')).toBe('r.io/x:1')
    expect(parseImage('')).toBeUndefined()
  })

  it('knows floating tags and official names', () => {
    const tags = ['a', 'a:latest', 'a:alpine', 'a:1-alpine', 'a:2024.1'].map((text) =>
      isFloating(parseImage(text) as never),
    )
    expect(tags).toEqual([true, true, true, false, false])
    expect(
      ['nginx', 'me/nginx', 'grafana/grafana', 'ghcr.io/x'].map((text) =>
        isOfficial(parseImage(text) as never),
      ),
    ).toEqual([true, false, true, undefined])
  })

  it('drops credentials and queries of a remote build context', () => {
    expect(remoteContext('https://u:p@git.example.com/a.git?token=x#main:dir')).toBe(
      'https://git.example.com/a.git',
    )
    expect(remoteContext('git@github.com:a/b.git#v1')).toBe('github.com:a/b.git')
  })

  it.each([
    ['postgres:16', 'database'],
    ['bitnami/redis', 'cache'],
    ['docker.elastic.co/kibana/kibana:8', 'admin-console'],
    ['portainer/portainer-ce', 'admin-console'],
    ['oliver006/redis_exporter', 'monitoring'],
    ['traefik:v3', 'proxy'],
    ['pihole/pihole', 'dns'],
    ['rabbitmq:3-management', 'queue'],
    ['gitlab/gitlab-runner', 'code-runner'],
    ['mycompany/thing', undefined],
    ['quay.io/jupyter/base-notebook', 'code-runner'],
    ['opensearchproject/opensearch:2', 'search'],
    ['node:22', 'web'],
    ['bitnami/node:22', 'web'],
    ['docker.io/calico/node:v3.28.1', undefined],
    ['registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.4.1', undefined],
  ])('tells the kind of %s', (image, kind) => expect(kindByImage(image)).toBe(kind))

  it('tells a kind by port', () =>
    expect([5432, 6379, 80, 4242].map(kindByPort)).toEqual(['database', 'cache', 'web', undefined]))
})

describe('secrets', () => {
  it.each([
    'DB_PASSWORD',
    'WEBPASSWORD',
    'apiKey',
    'SECRET_KEY_BASE',
    'AWS_SECRET_ACCESS_KEY',
    'jwt.secret',
    'GITHUB_TOKEN',
    'MYSQL_ROOT_PASSWORD',
    'PGPASS',
    'DB_PWD',
    'TLS_PRIVATE_KEY',
    'SMTP_CREDENTIALS',
  ])('takes %s for a secret', (name) => expect(isSecretName(name)).toBe(name !== 'PGPASS'))
  it.each([
    'DB_PASSWORD_FILE',
    'PWD',
    'TOKEN_TTL',
    'PASSWORD_MIN_LENGTH',
    'PUBLIC_KEY',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'AWS_ACCESS_KEY_ID',
    'KEYBOARD',
    'CACHE_KEY',
    'TOKEN_URL',
    'MONKEY',
  ])('does not take %s for one', (name) => expect(isSecretName(name)).toBe(false))

  it.each([
    ['DB_PASSWORD', 'hunter2', 'written'],
    ['DB_PASSWORD', '${PW}', 'elsewhere'],
    ['DB_PASSWORD', undefined, 'elsewhere'],
    ['DB_PASSWORD', '', undefined],
    ['DB_PASSWORD', 'true', undefined],
    ['DB_PASSWORD', '/run/secrets/x', undefined],
    ['DB_URL', 'postgres://u:pw@db/x', 'written'],
    ['DB_URL', 'postgres://u:${PW}@db/x', 'elsewhere'],
    ['DB_URL', 'postgres://u@db/x', undefined],
    ['CONN', 'Server=db;User Id=sa;Password=abc;', 'written'],
    ['GREETING', 'hello', undefined],
  ])('tells where the secret of %s=%s comes from', (name, value, origin) =>
    expect(secretOrigin(name, value)).toBe(origin),
  )

  it('knows what everybody tries first', () => {
    expect(
      [
        'postgres',
        'admin123',
        'Password1!',
        '123456',
        'aaaa',
        'app',
        'changeme',
        'change-me-in-production',
        'your-secret-here',
      ].every((secret) => isEasilyGuessed(secret, ['app'])),
    ).toBe(true)
    expect(['kT93-xx.bqpw', 'correct-horse-staple'].some((secret) => isEasilyGuessed(secret, ['app']))).toBe(
      false,
    )
  })
})

describe('paths', () => {
  it('resolves, and shows paths from the project', () => {
    expect(normalisePath('./a//b/../c/')).toBe('a/c')
    expect(normalisePath('/../a')).toBe('/a')
    expect(resolvePath('p/q', '../x.yaml')).toBe('p/x.yaml')
    expect(projectPath('p', 'p', './src/')).toBe('./src')
    expect(projectPath('p', 'p/sub', './src')).toBe('./sub/src')
    expect(projectPath('p', 'p', '..')).toBe('..')
    expect(projectPath('p', 'p', '.')).toBe('.')
    expect(projectPath('', '', 'flask')).toBe('./flask')
    expect(projectPath('', '', '/etc/')).toBe('/etc')
    expect(projectPath('a', 'a', '../b/c')).toBe('../b/c')
  })

  it.each([
    ['/', true],
    ['/etc', true],
    ['/etc/passwd', true],
    ['/etc/pihole', false],
    ['/etc/localtime', false],
    ['/var/lib/docker/volumes', true],
    ['/srv/app', false],
    ['~/.ssh', true],
    ['./.aws', true],
    ['./data', false],
    ['~', true],
    ['/home/me', true],
    ['/home/me/app', false],
    ['/proc', true],
    ['../up', undefined],
    ['${X}', undefined],
    ['C:\\', true],
    ['C:\\app', false],
    ['/var/lib', true],
  ])('tells whether %s is sensitive', (path, sensitive) => expect(isSensitivePath(path)).toBe(sensitive))

  it.each([
    ['/var/run/docker.sock', 'socket'],
    ['/run/containerd/containerd.sock', 'socket'],
    ['/run/user/1000/podman/podman.sock', 'socket'],
    ['${DOCKER_SOCK}', 'socket'],
    ['/var/run', 'folder'],
    ['/run/', 'folder'],
    ['/tmp/app.sock', undefined],
    ['\\\\.\\pipe\\docker_engine', 'socket'],
  ])('finds the engine in %s', (path, found) => expect(engineSocketAt(path)).toBe(found))

  it('knows source code by build context and by where it is mounted', () => {
    expect(isSourceCode('./vote', '/x', ['./vote'])).toBe(true)
    expect(isSourceCode('.', '/x', ['./vote'])).toBe(true)
    expect(isSourceCode('./web', '/app', [])).toBe(true)
    expect(isSourceCode('./data', '/data', ['.'])).toBe(false)
    expect(isSourceCode('./nginx.conf', '/app', ['.'])).toBe(false)
  })
})

describe('devices, commands and references', () => {
  it('tells kinds of devices', () => {
    expect(
      [
        '/dev/mem',
        '/dev/nvme0n1',
        '/dev/net/tun',
        '/dev/dri',
        '/dev/ttyUSB0',
        '/dev/fuse',
        '/dev',
        '/dev/foo',
        'nvidia.com/gpu=all',
      ].map(deviceKind),
    ).toEqual(['raw-memory', 'disk', 'network', 'graphics', 'serial', 'fuse', 'all', 'other', 'graphics'])
    expect(['a *:* rwm', 'b 8:* r', 'c 1:1 rw', 'c 189:* rwm', 'c 10:200 rwm'].map(ruleKind)).toEqual([
      'all',
      'disk',
      'raw-memory',
      'serial',
      'other',
    ])
  })

  it.each([
    ['node --inspect=0.0.0.0 a.js', true],
    ['node --inspect=0.0.0.0:9229 a.js', true],
    ['node --inspect a.js', false],
    ['node --inspect=127.0.0.1:1 a.js', false],
    ['node --inspect=9230 a.js', false],
    ['python -m debugpy --listen 0.0.0.0:5678 app.py', true],
    ['java -agentlib:jdwp=transport=dt_socket,server=y,address=*:5005', true],
    ['java -agentlib:jdwp=transport=dt_socket,server=n', false],
    ['dlv debug --headless', true],
    ['npm start', false],
  ])('sees in "%s" whether a debugger listens', (command, is) => expect(startsDebugger(command)).toBe(is))

  it('sees an SSH daemon', () => {
    expect(['/usr/sbin/sshd -D', 'sh -c "sshd"', 'service ssh start'].every(startsSshd)).toBe(true)
    expect(['ssh-agent', 'npm run sshd-docs'].some(startsSshd)).toBe(false)
  })

  it('finds hosts in values', () => {
    const hosts = (name: string, value: string) => hostReferences(name, value).map(({ host }) => host)
    expect(hosts('X', 'backend:9091')).toEqual(['backend'])
    expect(hosts('X', 'kafka1:9092,kafka2:9092')).toEqual(['kafka1', 'kafka2'])
    expect(hosts('DB_HOST', 'db')).toEqual(['db'])
    expect(hosts('PGHOST', 'db')).toEqual(['db'])
    expect(hosts('NAME', 'db')).toEqual([])
    expect(hosts('X', 'Server=sql;Port=1')).toEqual(['sql'])
    expect(hostReferences('X', 'postgres://u:p@db:5432/app?sslmode=require')[0]).toEqual({
      host: 'db',
      port: 5432,
      encrypted: true,
      authenticated: true,
      isWeb: false,
    })
    expect(hostReferences('X', 'jdbc:mysql://db/x')[0]).toEqual({ host: 'db', isWeb: false })
    expect(hostReferences('X', 'https://a.example.com/x')[0]).toMatchObject({
      host: 'a.example.com',
      encrypted: true,
      isWeb: true,
    })
  })
})

describe('natural keys', () => {
  it.each(['a b', 'a|b', 'a\u0000b', 'a\u2028b', '\u00e4', 'x'.repeat(500), '%20', '\ud800'])(
    'make an id of %j',
    (name) => {
      expect(Id.safeParse(joinNatural('compose', keyName(name))).success).toBe(true)
      expect(Id.safeParse(joinNatural('image', keyPath(name))).success).toBe(true)
    },
  )

  it('keep different names apart', () => {
    expect(keyName('a b')).not.toBe(keyName('a%20b'))
    expect(keyName('a/b')).not.toContain('/')
    expect(joinNatural('x', 'y'.repeat(400), 'a')).not.toBe(joinNatural('x', 'y'.repeat(400), 'b'))
  })
})
