// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Compose files write them
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { Change } from '@/lib/model/change'
import { emptyModel } from '@/lib/model/empty-model'
import { filesBelow } from '@/lib/testing/test-importer'

const canary = (number: number) => `zq7canary${String(number).padStart(2, '0')}x`

/** A Compose project with a secret in every place that can hold one. `@` stands for the next canary. */
const places = `
# a comment with @
x-secrets: &@
  top: "@"
name: canaries
services:
  map:
    image: https://user:@@registry.example.com/app:1
    build:
      context: https://user:@@git.example.com/app.git?token=@
      args: { NPM_TOKEN: "@" }
      labels: { a: "@" }
      ssh: ["default=@"]
      secrets: ["@"]
      cache_from: ["user:@@registry.example.com/cache"]
    command: serve --password @ --url http://u:@@api:80
    entrypoint: ["/bin/sh", "-c", "login @"]
    environment:
      DB_PASSWORD: "@"
      DB_URL: postgres://app:@@list:5432/app
      DB_CONNECTION: Server=list;Password=@;
      FALLBACK_TOKEN: \${TOKEN:-@}
      REQUIRED_TOKEN: \${TOKEN:?ask for @}
      PEM_KEY: |
        -----BEGIN KEY-----
        @
      DOLLARS: "$$@"
      HARMLESS: "@"
    labels: { "com.example.token": "@" }
    annotations: { a: "@" }
    healthcheck: { test: "curl -u admin:@ localhost" }
    logging: { driver: splunk, options: { splunk-token: "@" } }
    extra_hosts: { legacy: "@" }
    sysctls: { kernel.domainname: "@" }
    storage_opt: { size: "@" }
    credential_spec: { config: "@" }
    post_start: [{ command: "register @" }]
    develop: { watch: [{ action: sync, path: "@", target: /x }] }
    deploy: { labels: { a: "@" }, placement: { constraints: ["@"] } }
    x-own: "@"
    nonsense: "@"
    mem_limit: "@"
    restart: "@"
    volumes:
      - type: bind
        source: //user:@@server/share
        target: /mnt
    ports: ["@"]
    cap_add: ["@"]
    security_opt: ["@:@"]
    device_cgroup_rules: ["@"]
    secrets: [{ source: file, target: "@" }]
  list:
    image: user:@@registry.example.com/db:1@sha256:0123456789abcdef0123456789abcdef
    environment: ["POSTGRES_PASSWORD=@", "plain @", "=@"]
    labels: ["token=@"]
    command: ["--requirepass", "@"]
    healthcheck: { test: ["CMD", "redis-cli", "-a", "@", "ping"] }
    build: { context: "git@github.com:me/x.git#@", args: ["SECRET=@"] }
    extra_hosts: ["x:@"]
    env_file: secret.env
    volumes: [data:/data]
networks:
  default: { driver_opts: { key: "@" }, labels: { a: "@" }, ipam: { options: { a: "@" } } }
volumes:
  data: { driver: local, driver_opts: { type: cifs, o: "username=u,password=@", device: "//user:@@nas/share" } }
secrets:
  file: { file: ./s.txt, labels: { a: "@" }, driver_opts: { a: "@" } }
  content: { content: "@" }
configs:
  inline: { content: "password: @" }
unknown: { deep: ["@"] }
`

function fill(text: string, from = 1): { text: string; count: number } {
  let count = from - 1
  // An "@" in front of a host ends user and password: there a real one stands after the canary.
  return {
    text: text.replace(/@(@?)/g, (match, second: string, offset: number) => {
      const isReal =
        second === '' &&
        /(?:sha256|registry|git|nas|server|list|github)/.test(text.slice(offset + 1, offset + 8)) &&
        /[\w.]/.test(text[offset - 1] ?? '')
      if (isReal) return match
      return canary(++count) + second
    }),
    count,
  }
}

const options = { newId: (key: string) => key, baseSeq: 0 }

describe('secrets in Compose files', () => {
  const compose = fill(places)
  const dotEnv = fill('TOKEN=@\nUNUSED_SECRET=@\n', compose.count + 1)
  const envFile = fill('API_KEY=@\nnot a line @\n', dotEnv.count + 1)
  const files = [
    { path: 'shop/compose.yaml', text: compose.text },
    { path: 'shop/.env', text: dotEnv.text },
    { path: 'shop/secret.env', text: envFile.text },
  ]

  it('are planted in more than 60 places', () => {
    expect(envFile.count).toBeGreaterThan(60)
    expect(compose.text).toContain(`user:${canary(4)}@registry.example.com`)
  })

  it('are in nothing that is read or planned', () => {
    const result = readFiles(files)
    expect(result.unreadable).toEqual([])
    const plan = planImport(emptyModel('M', 'c'), result.extracts, options)
    expect(JSON.stringify({ result, plan })).not.toContain('zq7canary')
  })

  it('are told by the names of their variables', () => {
    const { extracts } = readFiles(files)
    const facts = (name: string) =>
      extracts[0]?.components.find(({ key }) => key === `compose/canaries/service/${name}`)?.facts
    expect(facts('map')?.envSecrets?.[0].value).toEqual([
      'DB_PASSWORD',
      'DB_URL',
      'DB_CONNECTION',
      'FALLBACK_TOKEN',
      'PEM_KEY',
    ])
    expect(facts('map')?.envSecretNames?.[0].value).toEqual(['REQUIRED_TOKEN'])
    expect(facts('list')?.envSecretNames?.[0].value).toEqual(['API_KEY'])
    expect(facts('list')?.envSecrets?.[0].value).toEqual(['POSTGRES_PASSWORD'])
  })

  it('are in no sentence about a broken file', () => {
    const lines = compose.text.split('\n')
    for (let at = 1; at < lines.length; at++) {
      for (const broken of ['\t- x', '  ] ', ' "', '*nothing', 'a: b: c']) {
        const text = [...lines.slice(0, at), broken + (lines[at] ?? ''), ...lines.slice(at + 1)].join('\n')
        expect(JSON.stringify(readFiles([{ path: 'compose.yaml', text }]))).not.toContain('zq7canary')
      }
    }
  })
})

describe('any text at all', () => {
  const seeds = filesBelow('lib/importers/compose/__fixtures__').map(({ text }) => text)
  const pieces = [
    '\n',
    '  ',
    ': ',
    '- ',
    '"',
    "'",
    '&a ',
    '*a ',
    '<<: *a\n',
    '${',
    '}',
    '{',
    '[',
    '\0',
    '\t',
    '\ud800',
    '__proto__: ',
    '!reset ',
    '!override ',
    '999999999999999999999',
    '.nan',
    '-1',
    '|',
    '# ',
    '? ',
    'extends: web\n',
    'null',
    '[]',
    '{}',
  ]
  const mutation = fc.record({
    at: fc.nat({ max: 1_000_000 }),
    cut: fc.nat({ max: 30 }),
    piece: fc.constantFrom(...pieces),
    from: fc.nat({ max: 1_000_000 }),
    length: fc.nat({ max: 60 }),
  })

  it('gives a sound plan that can be applied, or a sentence: 10,000 mutations', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (seed, mutations) => {
          let text = seed
          for (const { at, cut, piece, from, length } of mutations) {
            const place = at % (text.length + 1)
            const copied = length > 40 ? seed.slice(from % seed.length, (from % seed.length) + length) : piece
            text = text.slice(0, place) + copied + text.slice(place + cut)
          }
          const result = readFiles([{ path: 'compose.yaml', text }])
          for (const { sentence } of result.unreadable) expect(sentence).toMatch(/[.]$/)
          const plan = planImport(emptyModel('M', 'c'), result.extracts, options)
          if (!plan.change) return
          const parsed = Change.safeParse(plan.change)
          if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues.slice(0, 3)))
          const applied = applyChange(emptyModel('M', 'c'), plan.change)
          expect(applied.refused).toEqual([])
          expect(planImport(applied.model, result.extracts, options).change).toBeUndefined()
        },
      ),
      { numRuns: 10_000, seed: 20_261_121 },
    )
  }, 240_000)

  it('reads a service with 100,000 settings and a file with 20,000 services', () => {
    const many = `services:\n${Array.from({ length: 20_000 }, (_, i) => `  s${i}:\n    image: nginx:1\n    depends_on: [s${(i + 1) % 20_000}]\n`).join('')}`
    const { extracts } = readFiles([{ path: 'compose.yaml', text: many }])
    expect(extracts[0]?.components.length).toBeGreaterThan(20_000)
    const wide = `services:\n  a:\n    image: nginx:1\n    environment:\n${Array.from({ length: 100_000 }, (_, i) => `      TOKEN_${i}: x${i}\n`).join('')}`
    expect(readFiles([{ path: 'compose.yaml', text: wide }]).unreadable).toEqual([])
  }, 120_000)
})
