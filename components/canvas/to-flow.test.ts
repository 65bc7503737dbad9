import { describe, expect, test } from 'vitest'
import { type FlowView, toFlow } from '@/components/canvas/to-flow'
import { toZones } from '@/components/canvas/to-zones'
import { analyse } from '@/lib/analysis/analyse'
import { indexRows, type RowIndex } from '@/lib/client/row-index'
import type { Placement } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel, importFacts } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()

function placed(model: ThreatModel, placements: Record<string, Placement>): ThreatModel {
  return { ...model, views: { main: { id: 'main', name: 'Main view', placements } } }
}

const model = placed(
  buildModel(
    [
      // A child before its parent, as a document may have it.
      buildComponent('web', 'box', { parentId: 'front', zoneIds: ['front', 'back'] }, { privileged: true }),
      buildComponent('front', 'zone'),
      buildComponent('back', 'zone'),
      buildComponent('db', 'box', { parentId: 'back', zoneIds: ['back'] }),
      buildComponent('user', 'outsider'),
    ],
    [
      buildFlow('f1', 'call', 'user', 'web', { encrypted: false }),
      buildFlow('f2', 'call', 'web', 'db'),
      buildFlow('self', 'call', 'web', 'web'),
    ],
  ),
  {
    front: { x: 300, y: 0, width: 300, height: 200 },
    back: { x: 700, y: 0, width: 300, height: 200 },
    web: { x: 40, y: 60 },
    db: { x: 40, y: 60 },
    user: { x: 0, y: 60 },
  },
)

type Drawn = FlowView & { index: RowIndex }

function draw(of: ThreatModel, previous?: Drawn): Drawn {
  const analysis = analyse(of, catalogue, previous?.index.analysis)
  const index = indexRows(analysis, '2026-06-15', previous?.index)
  const input = { model: of, catalogue, byElement: index.byElement, viewId: 'main' }
  return { ...toFlow({ ...input, nameOf: ({ name }) => name }, previous), index }
}

const nodeOf = (view: FlowView, id: string) => view.nodes.find((node) => node.id === id)

describe('toFlow', () => {
  test('puts parents before their children', () => {
    const ids = draw(model).nodes.map((node) => node.id)
    expect(ids.indexOf('front')).toBeLessThan(ids.indexOf('web'))
  })

  test('gives every node its size and ports, so that nothing has to be measured', () => {
    for (const node of draw(model).nodes) {
      expect(node.measured).toEqual({ width: node.width, height: node.height })
      expect(node.handles).toBeDefined()
    }
  })

  test('names the boundaries that are not drawn around a component', () => {
    expect(nodeOf(draw(model), 'web')?.data.furtherZones).toEqual(['back'])
    expect(nodeOf(draw(model), 'db')?.data.furtherZones).toEqual([])
  })

  test('takes crossings from the model and not from the drawing', () => {
    const crossings = (id: string) =>
      draw(model)
        .edges.find((edge) => edge.id === id)
        ?.data?.crossings.map(({ zoneId, direction }) => `${direction} ${zoneId}`)
    expect(crossings('f1')).toEqual(['enters back', 'enters front'])
    // The container is in both networks: reaching the database only leaves the first.
    expect(crossings('f2')).toEqual(['leaves front'])
  })

  test('leaves out what has no place, and flows to it', () => {
    const { user: _gone, ...rest } = model.views.main?.placements ?? {}
    const view = draw(placed(model, rest))
    expect(nodeOf(view, 'user')).toBeUndefined()
    expect(view.edges.map((edge) => edge.id)).toEqual(['f2'])
  })

  test('keeps what an edit did not concern', () => {
    const before = draw(model)
    const moved = placed(model, { ...model.views.main?.placements, user: { x: 0, y: 61 } })
    const after = draw(moved, before)
    expect(nodeOf(after, 'db')).toBe(nodeOf(before, 'db'))
    expect(nodeOf(after, 'user')).not.toBe(nodeOf(before, 'user'))
    expect(after.edges.find((edge) => edge.id === 'f2')).toBe(before.edges.find((edge) => edge.id === 'f2'))
  })

  test('draws a component anew when its threats changed', () => {
    const before = draw(model)
    const { db, ...others } = model.components
    if (!db) throw new Error('There is no database.')
    const open = {
      ...model,
      components: { ...others, db: { ...db, facts: importFacts({ privileged: true }) } },
    }
    const after = draw(open, before)
    expect(nodeOf(after, 'db')).not.toBe(nodeOf(before, 'db'))
    expect(nodeOf(after, 'web')).toBe(nodeOf(before, 'web'))
  })
})

describe('toZones', () => {
  const far = toZones(draw(model))

  test('keeps boundaries and what stands in none', () => {
    expect(far.nodes.map((node) => node.id).sort()).toEqual(['back', 'front', 'user'])
  })

  test('counts the open threats of everything inside', () => {
    const front = far.nodes.find((node) => node.id === 'front')
    if (front?.type !== 'zone') throw new Error('The boundary is not a card.')
    expect(front.data.inside).toBe(1)
    expect(front.data.open.critical).toBeGreaterThan(0)
  })

  test('takes a boundary in which nothing is drawn as a component of the one around it', () => {
    const policy = buildComponent('policy', 'zone', { parentId: 'front', zoneIds: ['front'] })
    const components = { ...model.components, policy }
    const main = model.views.main
    if (!main) throw new Error('There is no main view.')
    const placements = { ...main.placements, policy: { x: 40, y: 150, width: 100, height: 40 } }
    const { nodes } = toZones(draw({ ...model, components, views: { main: { ...main, placements } } }))
    expect(nodes.map((node) => node.id).sort()).toEqual(['back', 'front', 'user'])
    const front = nodes.find((node) => node.id === 'front')
    expect(front?.type === 'zone' && front.data.isInnermost).toBe(true)
  })

  test('joins the flows between two boundaries to one line', () => {
    expect(far.edges.map(({ source, target }) => `${source} ${target}`)).toEqual(['user front', 'front back'])
  })
})
