import { describe, expect, it } from 'vitest'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { removalEdits } from '@/lib/model/removal'
import type { ThreatModel } from '@/lib/model/threat-model'

const component = (id: string, parentId?: string, zoneIds: string[] = []) => ({
  id,
  type: 'container',
  name: id,
  zoneIds,
  facts: {},
  tags: [],
  ...(parentId !== undefined && { parentId }),
})
const flow = (id: string, from: string, to: string) => ({
  id,
  type: 'flow-http',
  from,
  to,
  dataIds: [],
  facts: {},
})

function model(): ThreatModel {
  const parts = [
    component('host'),
    component('net', 'host', ['host']),
    component('inner', 'net', ['net', 'host']),
    component('web', 'inner', ['inner', 'net', 'host']),
    component('db', 'host', ['host']),
  ]
  return {
    ...emptyModel('M', 'c'),
    components: Object.fromEntries(parts.map((part) => [part.id, part])),
    flows: { a: flow('a', 'web', 'db'), b: flow('b', 'db', 'host') },
  }
}

const without = (...ids: string[]) => {
  const before = model()
  const change = { id: 'x', label: 'Remove', atomic: true, edits: removalEdits(before, new Set(ids)) }
  const result = applyChange(before, change)
  expect(result.refused).toEqual([])
  return result.model
}

describe('removalEdits', () => {
  it('takes a component out with the flows that end at it', () => {
    const after = without('db')
    expect(Object.keys(after.components)).toEqual(['host', 'net', 'inner', 'web'])
    expect(after.flows).toEqual({})
  })

  it('moves what stands inside to what is around it', () => {
    const after = without('net', 'inner')
    expect(after.components.web).toMatchObject({ parentId: 'host', zoneIds: ['host'] })
  })

  it('takes out a boundary together with all in it', () => {
    expect(Object.keys(without('host', 'net', 'inner', 'web').components)).toEqual(['db'])
  })

  it('takes out a flow alone, and nothing for an id that is not there', () => {
    expect(Object.keys(without('a', 'nobody').flows)).toEqual(['b'])
  })
})
