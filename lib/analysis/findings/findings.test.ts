import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { compareRuns, countOutcomes } from '@/lib/analysis/findings/compare-runs'
import { learnEdits, learnFacts } from '@/lib/analysis/findings/learn-facts'
import { findingLinks, listFindings, unplacedTargets } from '@/lib/analysis/findings/list-findings'
import { placeChecks } from '@/lib/analysis/findings/place-checks'
import { proofEdits, proveMitigations } from '@/lib/analysis/findings/prove-mitigations'
import { rankFindings } from '@/lib/analysis/findings/rank-findings'
import { threatRows } from '@/lib/analysis/threat-rows'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { Component } from '@/lib/model/elements'
import { emptyModel } from '@/lib/model/empty-model'
import type { CheckStatus, RunCheck, RunHead, ScanPlaces } from '@/lib/model/scan-run'
import type { ThreatModel } from '@/lib/model/threat-model'

const catalogue = openRepositoryCatalogue()
const AT = '2025-03-02T10:00:00.000Z'

function component(id: string, type: string, over: Partial<Component> = {}): Component {
  return { id, type, name: id, zoneIds: [], facts: {}, tags: [], ...over }
}

function modelOf(...components: Component[]): ThreatModel {
  const model = emptyModel('Shop', catalogue.hash)
  return { ...model, components: Object.fromEntries(components.map((one) => [one.id, one])) }
}

const shop = modelOf(
  component('web', 'container', { naturalKey: 'compose/shop/service/web' }),
  component('db', 'container', {
    naturalKey: 'compose/shop/service/db',
    facts: {
      privileged: [{ origin: 'import', value: false, source: { file: 'compose.yaml', line: 9 } }],
    },
  }),
  component('daemon', 'docker-daemon', { name: 'Docker engine' }),
)

function check(key: string, status: CheckStatus, resource: string | null = null): RunCheck {
  const [id = ''] = Object.values(catalogue.controls.get(key)?.numbers ?? {})
  return {
    id,
    key,
    status,
    word: '',
    title: key,
    line: 7,
    details: null,
    resource,
    severity: null,
    mismatch: null,
  }
}

const head: RunHead = {
  id: 'run-1',
  number: 3,
  tool: 'docker-bench-security',
  toolVersion: '1.6.0',
  benchmark: null,
  benchmarkVersion: null,
  versionWhy: null,
  startedAt: 'Initializing 2025-03-01T09:00:00+00:00',
  run: 1,
  runs: 1,
  file: { name: 'bench.log', digest: '', length: 0 },
  counts: {},
  importedAt: AT,
  importedBy: 'Ann',
}

const place = (checks: RunCheck[], model = shop, places: ScanPlaces = {}, tool = head.tool) =>
  placeChecks({ tool, checks }, model, catalogue, places)
const places = (checks: RunCheck[], model = shop, said: ScanPlaces = {}) =>
  place(checks, model, said).map(({ elementId, verdict }) => `${elementId}:${verdict}`)

function findings(checks: RunCheck[], model = shop) {
  const analysis = analyse(model, catalogue)
  const links = findingLinks(catalogue, threatRows(analysis, AT))
  return { analysis, list: listFindings(place(checks, model), links, catalogue) }
}

function apply(model: ThreatModel, edits: Edit[]): ThreatModel {
  const done = applyChange(model, { id: 'c', label: 'c', atomic: true, edits })
  expect(done.refused).toEqual([])
  return done.model
}

describe('a check', () => {
  it('is placed at the containers it names, as the engine calls them; the others it has seen pass', () => {
    expect(
      places([
        check('docker:run-privileged', 'warn', 'shop-web-1'),
        check('docker:run-memory-limit', 'warn', 'shop_db_1, shop-web-1'),
      ]),
    ).toEqual(['web:fail', 'db:pass', 'db:fail', 'web:fail'])
  })

  it('of the engine is placed at the one engine; with two of them a person says which', () => {
    const icc = [check('docker:daemon-icc', 'warn')]
    expect(places(icc)).toEqual(['daemon:fail'])
    const two = modelOf(...Object.values(shop.components), component('other', 'docker-daemon'))
    expect(places(icc, two)).toEqual(['null:fail'])
    expect(unplacedTargets(place(icc, two)).map(({ target }) => target)).toEqual(['any docker-daemon'])
    expect(places(icc, two, { 'any docker-daemon': ['other'] })).toEqual(['other:fail'])
  })

  it('that names what nobody drew is listed, and says nothing of the others', () => {
    const placed = place([
      check('docker:run-privileged', 'warn', 'stranger'),
      check('docker:run-host-pid', 'warn', 'shop-web-1'),
    ])
    expect(
      placed.filter(({ key }) => key === 'docker:run-privileged').map(({ elementId }) => elementId),
    ).toEqual([null])
    expect(unplacedTargets(placed)).toMatchObject([{ target: 'stranger' }])
    expect(
      places([check('docker:run-privileged', 'warn', 'stranger')], shop, { stranger: ['db', 'gone'] }),
    ).toEqual(['db:fail'])
    // One name may mean several, and what a person said of it stays there to be changed.
    const both = { stranger: ['db', 'web'] }
    const said = place([check('docker:run-privileged', 'warn', 'stranger')], shop, both)
    expect(said.map(({ elementId }) => elementId)).toEqual(['db', 'web'])
    expect(unplacedTargets(said)).toEqual([])
    expect(unplacedTargets(said, both)).toMatchObject([{ target: 'stranger' }])
  })

  it('of a workload is placed by namespace, kind and name', () => {
    const ns = (id: string) => component(id, 'namespace')
    const cluster = modelOf(
      ns('prod'),
      ns('test'),
      component('a', 'deployment', { name: 'api', parentId: 'prod' }),
      component('b', 'deployment', { name: 'api', parentId: 'test' }),
      component('c', 'statefulset', { name: 'api', parentId: 'prod' }),
    )
    const found = (resource: string) =>
      place([check('trivy:KSV-0017', 'fail', resource)], cluster, {}, 'trivy')
    expect(found('prod/Deployment/api').map(({ elementId }) => elementId)).toEqual(['a'])
    expect(found('prod/StatefulSet/api').map(({ elementId }) => elementId)).toEqual(['c'])
    expect(found('dev/Deployment/api').map(({ elementId }) => elementId)).toEqual([null])
  })
})

describe('a run', () => {
  it('teaches facts with tool, run and date, and shows what contradicts a file', () => {
    const placed = place([
      check('docker:run-privileged', 'warn', 'shop-db-1'),
      check('docker:daemon-icc', 'pass'),
    ])
    const learnt = learnFacts(placed, head.tool, shop, catalogue)
    expect(learnt).toMatchObject([
      {
        elementId: 'db',
        attribute: 'privileged',
        value: true,
        contradicts: [{ origin: 'import', value: false }],
      },
      { elementId: 'daemon', attribute: 'icc', value: false, contradicts: [] },
    ])
    const after = apply(shop, learnEdits(learnt, head))
    const raised = analyse(after, catalogue).verdicts.find(
      ({ elementId, threatId }) =>
        elementId === 'db' && catalogue.threats.get(threatId)?.rules.includes('docker:run-privileged'),
    )
    expect(raised).toMatchObject({ state: 'raised' })
    expect(JSON.stringify(raised?.because)).toContain('"run":"3 of 2025-03-01"')
    expect(learnEdits(learnFacts(placed, head.tool, after, catalogue), head)).toEqual([])
  })

  it('links a failed check to the threats that it confirms and to what counters them', () => {
    const { list } = findings([check('docker:run-privileged', 'warn', 'shop-web-1')])
    const [first] = list
    expect(first?.mitigationIds.length).toBeGreaterThan(0)
    expect(first?.threats.every((key) => key.includes('web'))).toBe(true)
  })

  it('is ranked by the risk that the repair of each finding removes', () => {
    const checks = [
      check('docker:run-restart-policy', 'warn', 'shop-web-1'),
      check('docker:run-privileged', 'warn', 'shop-web-1'),
    ]
    const model = apply(shop, learnEdits(learnFacts(place(checks), head.tool, shop, catalogue), head))
    const { analysis, list } = findings(checks, model)
    const [first, second] = rankFindings(list, analysis)
    expect(first?.finding.key).toBe('docker:run-privileged')
    expect(first?.removed).toBeGreaterThan(second?.removed ?? 0)
  })
})

describe('a run after another', () => {
  const before = [
    check('docker:run-privileged', 'warn', 'shop-web-1'),
    check('docker:run-memory-limit', 'warn', 'shop-web-1, shop-db-1'),
    check('docker:daemon-icc', 'warn'),
    check('docker:daemon-live-restore', 'warn'),
  ]
  const after = [
    check('docker:run-privileged', 'pass'),
    check('docker:run-memory-limit', 'warn', 'shop-db-1'),
    check('docker:daemon-live-restore', 'warn'),
    check('docker:run-host-pid', 'warn', 'shop-web-1'),
  ].map((one) => ({ ...one, id: `9.${one.id}` }))

  it('tells what is fixed, still failing, new and not run, whatever the numbers', () => {
    const compared = compareRuns(findings(before).list, findings(after).list)
    expect(countOutcomes(compared)).toEqual({ fixed: 2, still: 2, new: 1, 'not-run': 1 })
    expect(compared.find(({ outcome }) => outcome === 'not-run')?.before?.key).toBe('docker:daemon-icc')
  })

  it('calls a finding fixed when its check passes as a whole, also where the re-run names that container nowhere', () => {
    const first = [check('docker:run-privileged', 'warn', 'shop-web-1')]
    const second = [
      check('docker:run-privileged', 'pass'),
      check('docker:run-memory-limit', 'warn', 'shop-db-1'),
    ]
    const compared = compareRuns(findings(first).list, findings(second).list)
    expect(compared.map(({ outcome }) => outcome)).toEqual(['fixed', 'new'])
  })

  it('proves the mitigations that people meant to take, with the run as evidence, and disproves what fails', () => {
    const mitigation = catalogue.pack.mitigations.find(({ controls }) =>
      controls.includes('docker:run-privileged'),
    )
    const state = {
      elementId: 'web',
      mitigationId: mitigation?.id ?? '',
      status: 'planned' as const,
      by: 'Ann',
      at: AT,
    }
    const planned = apply(shop, [
      { type: 'set-mitigation', elementId: 'web', mitigationId: state.mitigationId, value: state, was: null },
    ])
    const proved = apply(
      planned,
      proofEdits(proveMitigations(place(after, planned), planned, catalogue), 'run-2'),
    )
    expect(Object.values(proved.mitigationStates)).toMatchObject([
      { status: 'verified', evidence: ['run-2'] },
    ])
    const disproved = apply(
      proved,
      proofEdits(proveMitigations(place(before, proved), proved, catalogue), 'run-3'),
    )
    const [again] = Object.values(disproved.mitigationStates)
    expect(again?.status).toBe('planned')
    expect(again?.evidence).toBeUndefined()
    expect(proveMitigations(place(after), shop, catalogue)).toEqual([])
  })
})
