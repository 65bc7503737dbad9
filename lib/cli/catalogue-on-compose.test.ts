import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import type { Verdict } from '@/lib/analysis/verdict'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import { severityRank } from '@/lib/catalogue/severity'
import { readCatalogue } from '@/lib/cli/read-catalogue'
import { composeImporter } from '@/lib/importers/compose/compose-importer'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import type { ThreatModel } from '@/lib/model/threat-model'

const result = readCatalogue()
if (!result.ok) throw new Error(result.problems[0]?.sentence)
const catalogue = openCatalogue(result.pack)

function importCompose(text: string): ThreatModel {
  const { extracts } = composeImporter.read([{ path: 'shop/compose.yaml', text }])
  const model = emptyModel('Shop', catalogue.hash)
  const { change } = planImport(model, extracts, { newId: (key) => key, baseSeq: 0 })
  return change ? applyChange(model, change).model : model
}

const open = `
services:
  web:
    image: nginx
    privileged: true
    pid: host
    ipc: host
    user: root
    ports: ["80:80"]
    restart: always
    volumes: ["/var/run/docker.sock:/var/run/docker.sock", "/etc:/host/etc", "./src:/app"]
    environment: { API_TOKEN: not-a-real-one }
    security_opt: [seccomp=unconfined, apparmor=unconfined]
    cap_add: [SYS_ADMIN]
    devices: ["/dev/sda:/dev/sda"]
    logging: { driver: none }
    healthcheck: { disable: true }
    networks: [front, back]
  db:
    image: postgres
    ports: ["5432:5432"]
    environment: { POSTGRES_PASSWORD: postgres }
    networks: [back]
networks: { front: {}, back: {} }
`

const limits = `
    read_only: true
    security_opt: ["no-new-privileges:true"]
    cap_drop: [ALL]
    user: "1001"
    mem_limit: 100m
    cpus: 0.5
    pids_limit: 50
    healthcheck: { test: [CMD, "true"] }`

const digest = '@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'

const hardened = `
services:
  web:
    image: nginx${digest}
    ports: ["127.0.0.1:8080:8443"]
    volumes: ["./src:/app:ro"]
    networks: [front]${limits}
  db:
    image: postgres${digest}
    environment: { POSTGRES_PASSWORD_FILE: /run/secrets/password }
    secrets: [password]
    volumes: ["data:/var/lib/postgresql/data"]
    networks: [back]${limits}
networks: { front: {}, back: {} }
volumes: { data: {} }
secrets: { password: { file: ./password.txt } }
`

const containersOf = (model: ThreatModel) =>
  Object.values(model.components).filter(({ type }) => type === 'container')

const raisedOn = (verdicts: readonly Verdict[], elementId: string) =>
  verdicts.filter((verdict) => verdict.elementId === elementId && verdict.state === 'raised')

test('an open service raises what an engineer would name, with consequences under their cause', () => {
  const model = importCompose(open)
  const verdicts = evaluate(model, catalogue)
  const [db, web] = containersOf(model).sort((a, b) => (a.name < b.name ? -1 : 1))
  const onWeb = raisedOn(verdicts, web?.id ?? '')
  const ids = onWeb.map(({ threatId }) => threatId)
  expect(ids).toEqual(expect.arrayContaining(['D-E-02', 'D-E-04', 'D-E-09', 'D-T-11', 'D-I-01', 'D-E-01']))
  const under = (threatId: string) =>
    onWeb.find((verdict) => verdict.threatId === threatId)?.causeId?.split('|')[0]
  expect(['D-E-06', 'D-E-07', 'D-E-08', 'D-E-11', 'D-E-26', 'D-S-06'].map(under)).toEqual(
    Array(6).fill('D-E-02'),
  )
  expect(raisedOn(verdicts, db?.id ?? '').find(({ threatId }) => threatId === 'X-I-05')?.severity).toBe(
    'critical',
  )
})

test('hardening turns every raised threat of a service into a countered one; none vanishes', () => {
  const before = evaluate(importCompose(open), catalogue)
  const model = importCompose(hardened)
  const after = evaluate(model, catalogue)
  for (const { id } of containersOf(model)) {
    const now = new Map(
      after.filter(({ elementId }) => elementId === id).map((verdict) => [verdict.threatId, verdict.state]),
    )
    const raised = raisedOn(before, id).map(({ threatId }) => threatId)
    expect(raised.length).toBeGreaterThan(9)
    expect(raised.filter((threatId) => now.get(threatId) !== 'countered')).toEqual([])
    expect(raisedOn(after, id)).toEqual([])
  }
})

const inputs = path.resolve('../shared/inputs/compose')

// Real files that are not part of the project; without them there is nothing to measure.
describe.runIf(existsSync(inputs))('on real Compose files', () => {
  const models = existsSync(inputs)
    ? readdirSync(inputs).map((name) => importCompose(readFileSync(path.join(inputs, name), 'utf8')))
    : []

  test('an importer states no fact that its type does not have', () => {
    const strange = models.flatMap(({ components, flows }) =>
      [...Object.values(components), ...Object.values(flows)].flatMap(({ type, facts }) =>
        Object.keys(facts)
          .filter((attribute) => !Object.hasOwn(catalogue.usesOf(type) ?? {}, attribute))
          .map((attribute) => `${type}.${attribute}`),
      ),
    )
    expect([...new Set(strange)]).toEqual([])
  })

  test('the median service has at most seven raised rows, at most a third of them high or critical', () => {
    const services = models.flatMap((model) => {
      const verdicts = evaluate(model, catalogue).filter(({ causeId }) => causeId === undefined)
      return containersOf(model).map(({ id }) => raisedOn(verdicts, id))
    })
    const shares = services.map(
      (rows) =>
        rows.filter(({ severity }) => severityRank(severity) >= severityRank('high')).length /
        Math.max(1, rows.length),
    )
    expect(median(services.map((rows) => rows.length))).toBeLessThanOrEqual(7)
    expect(median(shares)).toBeLessThanOrEqual(1 / 3)
  })

  test('what is possible says what it waits for', () => {
    const silent = models.flatMap((model) =>
      evaluate(model, catalogue).filter(({ state, asks }) => state === 'possible' && asks.length === 0),
    )
    expect(silent.map(({ threatId, elementId }) => `${threatId} on ${elementId}`)).toEqual([])
  })
})

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
