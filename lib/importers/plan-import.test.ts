// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Compose files write them
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '@/lib/importers/import-plan'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { Change, type Edit } from '@/lib/model/change'
import type { Component } from '@/lib/model/elements'
import { emptyModel } from '@/lib/model/empty-model'
import { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryCompose } from '@/lib/testing/arbitrary-compose'

const options = { newId: (key: string) => key, baseSeq: 7 }
const plan = (model: ThreatModel, ...texts: string[]) =>
  planImport(
    model,
    readFiles(
      texts.map((text, at) => ({ path: texts.length === 1 ? 'compose.yaml' : `p${at}/compose.yaml`, text })),
    ).extracts,
    options,
  )

/** The model after the plan; a plan that cannot be applied whole fails the test. */
function commit(model: ThreatModel, { change }: ImportPlan): ThreatModel {
  if (!change) return model
  expect(Change.safeParse(change).error?.issues).toBeUndefined()
  expect(change.atomic).toBe(true)
  const applied = applyChange(model, change)
  expect(applied.refused).toEqual([])
  expect(ThreatModel.safeParse(applied.model).error?.issues).toBeUndefined()
  return applied.model
}

function edit(model: ThreatModel, ...edits: Edit[]): ThreatModel {
  const applied = applyChange(model, { id: 'by-hand', label: 'By hand', atomic: true, edits })
  expect(applied.refused).toEqual([])
  return applied.model
}

const empty = emptyModel('Shop', 'pack')
const shop = `services:
  web:
    image: nginx:1.29
    networks: [front]
    ports: ["80:80"]
  db:
    image: postgres:16
    networks: [back]
networks:
  front:
  back:
`
const web = 'compose/compose/service/web'
const importOf = (model: ThreatModel, id: string, attribute: string) =>
  model.components[id]?.facts[attribute]?.find(({ origin }) => origin === 'import')?.value

describe('a first import', () => {
  const first = plan(empty, shop)

  it('adds everything in one atomic change that says how much it is', () => {
    expect(first.baseSeq).toBe(7)
    expect(first.change?.label).toBe('Import 11 components')
    expect(first.change?.id).toBe('change')
    expect(first.added.filter(({ kind }) => kind === 'component')).toHaveLength(11)
    expect([first.changed, first.unchanged, first.gone]).toEqual([[], [], []])
    const model = commit(empty, first)
    expect(model.components[web]).toMatchObject({
      name: 'web',
      naturalKey: web,
      parentId: 'compose/compose/network/front',
      source: { file: 'compose.yaml', line: 2 },
    })
  })

  it('adds each component after what it stands inside of, whatever the order of the files', () => {
    const { extracts } = readFiles([{ path: 'compose.yaml', text: shop }])
    const reversed = extracts.map((extract) => ({
      ...extract,
      components: extract.components.toReversed(),
      flows: extract.flows.toReversed(),
    }))
    const model = commit(empty, planImport(empty, reversed, options))
    expect(Object.keys(model.components).toSorted()).toEqual(
      Object.keys(commit(empty, first).components).toSorted(),
    )
  })

  it('gives new elements the ids that it is told to', () => {
    let count = 0
    const numbered = planImport(empty, readFiles([{ path: 'compose.yaml', text: shop }]).extracts, {
      ...options,
      newId: () => `n${++count}`,
    })
    const model = commit(empty, numbered)
    expect(model.components[web]).toBeUndefined()
    expect(Object.values(model.components).find(({ naturalKey }) => naturalKey === web)?.id).toMatch(/^n\d+$/)
  })

  it('passes on what was skipped and warned of', () => {
    const { skipped, warnings } = plan(empty, 'version: "3"\nservices:\n  a: {image: "x:${TAG}"}\n')
    expect(skipped.map(({ what }) => what)).toEqual(['version'])
    expect(warnings).toHaveLength(1)
  })

  it('of more than one change can hold is refused with a sentence', () => {
    const services = Array.from({ length: 26_000 }, (_, at) => `  s${at}: {image: "x:${at}"}`)
    const { change, unreadable } = plan(empty, `services:\n${services.join('\n')}\n`)
    expect(change).toBeUndefined()
    expect(unreadable[0]?.sentence).toContain('Import fewer files at once.')
  }, 120_000)

  it('of nothing changes nothing', () => {
    expect(planImport(empty, [], options)).toEqual({
      baseSeq: 7,
      added: [],
      changed: [],
      unchanged: [],
      gone: [],
      skipped: [],
      warnings: [],
      unreadable: [],
    })
  })
})

describe('importing again', () => {
  const model = commit(empty, plan(empty, shop))

  it('changes nothing when the files are the same', () => {
    const again = plan(model, shop)
    expect(again.change).toBeUndefined()
    expect(again.unchanged).toHaveLength(
      Object.keys(model.components).length + Object.keys(model.flows).length,
    )
    expect([again.added, again.changed, again.gone]).toEqual([[], [], []])
  })

  it('replaces import facts and lists both values', () => {
    const next = plan(model, shop.replace('    ports', '    read_only: true\n    user: "101"\n    ports'))
    const changed = next.changed.find(({ elementId }) => elementId === web)
    expect(changed?.differences).toContainEqual({
      field: 'readOnlyRootFs',
      from: undefined,
      to: true,
      source: { file: 'compose.yaml', line: 5 },
    })
    const hardened = commit(model, next)
    expect(importOf(hardened, web, 'user')).toBe('nonroot')
    const back = plan(hardened, shop)
    expect(back.changed.find(({ elementId }) => elementId === web)?.differences).toContainEqual({
      field: 'user',
      from: 'nonroot',
      to: undefined,
    })
    expect(commit(hardened, back)).toEqual(model)
  })

  it('notes new places without calling them a change', () => {
    const moved = plan(model, `# a comment\n${shop}`)
    expect(moved.changed).toEqual([])
    expect(moved.change?.label).toBe('Note new places in files')
    expect(commit(model, moved).components[web]?.source).toEqual({ file: 'compose.yaml', line: 3 })
  })

  it('marks what the files no longer have, and takes the mark away when it comes back', () => {
    const without = shop.replace(/ {2}db:[\s\S]*?\[back\]\n/, '')
    const next = plan(model, without)
    expect(next.gone.map(({ elementId }) => elementId)).toEqual(
      expect.arrayContaining(['compose/compose/service/db', 'image/postgres:16']),
    )
    expect(next.change?.label).toContain('as gone')
    const less = commit(model, next)
    expect(less.components['compose/compose/service/db']?.gone).toBe(true)
    expect(less.components['registry/docker.io']?.gone).toBeUndefined()
    const again = plan(less, without)
    expect(again.change).toBeUndefined()
    expect(again.gone).toHaveLength(next.gone.length)
    expect(commit(less, plan(less, shop))).toEqual(model)
  })

  it('keeps names, facts, positions and boundaries of people', () => {
    const person = { who: 'ada', when: '2026-01-01T00:00:00.000Z' }
    const mine = edit(
      model,
      { type: 'set-component', id: web, field: 'name', value: 'Shop window', was: 'web' },
      {
        type: 'set-fact',
        elementId: web,
        attribute: 'privileged',
        slot: 'person',
        value: { origin: 'person', value: false, source: person },
        was: null,
      },
      {
        type: 'add-component',
        component: { id: 'dmz', type: 'bridge-network', name: 'DMZ', zoneIds: [], facts: {}, tags: [] },
      },
      {
        type: 'set-component',
        id: web,
        field: 'zoneIds',
        value: ['compose/compose/network/front', 'dmz'],
        was: ['compose/compose/network/front'],
      },
      {
        type: 'set-component',
        id: web,
        field: 'parentId',
        value: 'dmz',
        was: 'compose/compose/network/front',
      },
      { type: 'set-component', id: web, field: 'tags', value: ['mine'], was: [] },
      { type: 'place', viewId: 'main', componentId: web, value: { x: 5, y: 6 }, was: null },
    )
    expect(plan(mine, shop).change).toBeUndefined()
    const both = commit(
      mine,
      plan(
        mine,
        shop.replace(
          'networks: [front]',
          'networks: [front, back]\n    privileged: true\n    profiles: [dev]',
        ),
      ),
    )
    expect(both.components[web]).toMatchObject({
      name: 'Shop window',
      parentId: 'dmz',
      tags: ['mine', 'profile:dev'],
    })
    expect(new Set(both.components[web]?.zoneIds)).toEqual(
      new Set(['compose/compose/network/front', 'compose/compose/network/back', 'dmz']),
    )
    expect(both.components[web]?.facts.privileged?.map(({ origin, value }) => [origin, value])).toEqual([
      ['import', true],
      ['person', false],
    ])
    expect(both.views.main?.placements[web]).toEqual({ x: 5, y: 6 })
  })

  it('moves a component on the drawing when it left the network that it stood in', () => {
    const moved = commit(model, plan(model, shop.replace('networks: [front]', 'networks: [back]')))
    expect(moved.components[web]).toMatchObject({
      parentId: 'compose/compose/network/back',
      zoneIds: ['compose/compose/network/back'],
    })
  })

  it('does not move anything into itself', () => {
    const odd = edit(model, {
      type: 'set-component',
      id: 'compose/compose/network/back',
      field: 'parentId',
      value: web,
      was: 'compose/compose/host',
    })
    const next = plan(odd, shop.replace('networks: [front]', 'networks: [back]'))
    expect(commit(odd, next).components[web]?.zoneIds).toEqual(['compose/compose/network/front'])
  })

  it('adds again what a person removed', () => {
    const port = 'compose/compose/port/web/80:80/tcp'
    const flows = Object.values(model.flows).filter(({ from, to }) => from === port || to === port)
    const removed = edit(model, ...flows.map(({ id }): Edit => ({ type: 'remove-flow', id })), {
      type: 'remove-component',
      id: port,
    })
    expect(commit(removed, plan(removed, shop))).toEqual(model)
  })

  it('takes the first of two elements with one natural key', () => {
    const copy = edit(model, {
      type: 'add-component',
      component: { ...(model.components[web] as Component), id: 'zz-copy' },
    })
    expect(plan(copy, shop).change).toBeUndefined()
  })
})

describe('several projects in one model', () => {
  const a = 'name: a\nservices:\n  x: {image: "nginx:1"}\n'
  const b = 'name: b\nservices:\n  y: {image: "nginx:1"}\n  z: {image: "redis:7"}\n'
  const both = commit(empty, plan(empty, a, b))

  it('share images and registries, and nothing else', () => {
    expect(both.components['image/nginx:1']?.zoneIds).toEqual(['compose/a/host', 'compose/b/host'])
    expect(Object.values(both.components).filter(({ type }) => type === 'docker-host')).toHaveLength(2)
  })

  it('leave each other alone when one is imported again', () => {
    const again = planImport(both, readFiles([{ path: 'p0/compose.yaml', text: a }]).extracts, options)
    expect(again.change).toBeUndefined()
    const less = planImport(
      both,
      readFiles([{ path: 'p1/compose.yaml', text: b.replace(/ {2}y:.*\n/, '') }]).extracts,
      options,
    )
    const gone = less.gone.filter(({ kind }) => kind === 'component').map(({ elementId }) => elementId)
    expect(gone).toEqual(['compose/b/service/y'])
  })

  it('come to the same model together and one after the other', () => {
    const read = (path: string, text: string) => readFiles([{ path, text }]).extracts
    const first = commit(empty, planImport(empty, read('p0/compose.yaml', a), options))
    const second = commit(first, planImport(first, read('p1/compose.yaml', b), options))
    expect(Object.keys(second.components).toSorted()).toEqual(Object.keys(both.components).toSorted())
    expect(second.components['image/nginx:1']?.zoneIds).toEqual(['compose/b/host', 'compose/a/host'])
  })
})

describe('any Compose project', () => {
  it('imported twice changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryCompose, (text) => {
        const model = commit(empty, plan(empty, text))
        expect(plan(model, text).change).toBeUndefined()
      }),
      { numRuns: 200, seed: 3 },
    )
  }, 120_000)

  it('after another version is what a first import of it gives, and what went is marked', () => {
    fc.assert(
      fc.property(arbitraryCompose, arbitraryCompose, (before, after) => {
        const old = commit(empty, plan(empty, before))
        const next = commit(old, plan(old, after))
        const fresh = commit(empty, plan(empty, after))
        for (const [id, component] of Object.entries(fresh.components)) {
          expect(next.components[id]?.facts).toEqual(component.facts)
          expect(next.components[id]?.type).toBe(component.type)
          expect(new Set(next.components[id]?.zoneIds)).toEqual(new Set(component.zoneIds))
          expect(next.components[id]?.gone).toBeUndefined()
        }
        for (const [id, flow] of Object.entries(fresh.flows)) expect(next.flows[id]).toEqual(flow)
        for (const id of Object.keys(old.components))
          if (!fresh.components[id]) expect(next.components[id]?.gone, id).toBe(true)
        for (const id of Object.keys(old.flows))
          if (!fresh.flows[id]) expect(next.flows[id]?.gone, id).toBe(true)
        expect(plan(next, after).change).toBeUndefined()
      }),
      { numRuns: 200, seed: 4 },
    )
  }, 120_000)

  it('is undone whole', () => {
    fc.assert(
      fc.property(arbitraryCompose, arbitraryCompose, (before, after) => {
        const old = commit(empty, plan(empty, before))
        const { change } = plan(old, after)
        if (!change) return
        const applied = applyChange(old, change)
        const undone = applyChange(applied.model, {
          id: 'undo',
          label: 'Undo',
          atomic: true,
          edits: applied.inverse,
        })
        expect(undone.refused).toEqual([])
        expect(undone.model).toEqual(old)
      }),
      { numRuns: 150, seed: 5 },
    )
  }, 120_000)
})
