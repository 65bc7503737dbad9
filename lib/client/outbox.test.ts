import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acknowledge,
  addPending,
  dropPending,
  enqueue,
  nextBatch,
  type Outbox,
  openOutbox,
} from '@/lib/client/outbox'
import { applyChange } from '@/lib/model/apply-change'
import type { Change, Edit } from '@/lib/model/change'
import type { ChangesAnswer, ChangesRequest, SavedChange } from '@/lib/model/protocol'
import { isSame } from '@/lib/model/same'
import type { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryEdit, fitting, populatedModel } from '@/lib/testing/arbitrary-model'

const start = populatedModel('test')

/** An authority that keeps to the protocol: one order, a change id counts once. */
function authority(model: ThreatModel) {
  const log: SavedChange[] = []
  let current = model
  return {
    current: () => current,
    seq: () => log.length,
    post({ base, changes }: ChangesRequest): ChangesAnswer {
      const accepted: string[] = []
      const refused: ChangesAnswer['refused'] = []
      for (const change of changes) {
        if (log.some((entry) => entry.change.id === change.id)) {
          accepted.push(change.id)
          continue
        }
        const result = applyChange(current, change)
        refused.push(...result.refused)
        if (result.applied.length === 0) continue
        current = result.model
        accepted.push(change.id)
        const saved = { ...change, edits: result.applied }
        log.push({ seq: log.length + 1, change: saved, by: 'Ada', at: '2026-06-15T08:00:00.000Z' })
      }
      return { seq: log.length, since: log.slice(base), accepted, refused }
    },
  }
}

const rename = (id: string, componentId: string, value: string, was: string): Change => ({
  id,
  label: `Rename ${componentId}`,
  atomic: false,
  edits: [{ type: 'set-component', field: 'name', id: componentId, value, was }],
})

const nameOf = (outbox: Outbox, id: string) => outbox.model.components[id]?.name

function send(outbox: Outbox, server: ReturnType<typeof authority>) {
  return acknowledge(outbox, server.post({ base: outbox.seq, changes: [...outbox.pending] }))
}

describe('a change of my own', () => {
  test('shows at once and leaves the queue when the server took it', () => {
    const server = authority(start)
    const { outbox } = enqueue(openOutbox(start, 0), rename('1', 'a', 'Web', 'a'))
    expect([nameOf(outbox, 'a'), outbox.pending.length]).toEqual(['Web', 1])
    const after = send(outbox, server).outbox
    expect([nameOf(after, 'a'), after.pending.length, after.seq]).toEqual(['Web', 0, 1])
  })

  test('that does not apply here is reported and not kept', () => {
    const result = enqueue(openOutbox(start, 0), rename('1', 'a', 'Web', 'another name'))
    expect(result.change).toBeUndefined()
    expect(result.outbox.pending).toEqual([])
    expect(result.refused[0]?.refusal).toMatchObject({ code: 'changed', current: 'a' })
  })

  test('counts once when its answer was lost and it is sent again', () => {
    const server = authority(start)
    const { outbox } = enqueue(openOutbox(start, 0), rename('1', 'a', 'Web', 'a'))
    send(outbox, server)
    const reloaded = addPending(openOutbox(server.current(), server.seq()), outbox.pending)
    expect(reloaded.pending).toHaveLength(1)
    const after = send(reloaded, server)
    expect([after.refused, after.outbox.pending, server.seq()]).toEqual([[], [], 1])
  })

  test('stays on top of what others did meanwhile', () => {
    const server = authority(start)
    server.post({ base: 0, changes: [rename('other', 'b', 'Database', 'b')] })
    const { outbox } = enqueue(openOutbox(start, 0), rename('mine', 'a', 'Web', 'a'))
    const after = send(outbox, server).outbox
    expect([nameOf(after, 'a'), nameOf(after, 'b')]).toEqual(['Web', 'Database'])
  })

  test('that somebody forestalled comes back with the value that stands', () => {
    const server = authority(start)
    server.post({ base: 0, changes: [rename('other', 'a', 'Shop', 'a')] })
    const { outbox } = enqueue(openOutbox(start, 0), rename('mine', 'a', 'Web', 'a'))
    const after = send(outbox, server)
    expect(nameOf(after.outbox, 'a')).toBe('Shop')
    expect(after.refused[0]).toMatchObject({
      refusal: { code: 'changed', current: 'Shop' },
      edit: { value: 'Web' },
    })
    expect(after.outbox.pending).toEqual([])
  })

  test('that is all or nothing comes back whole', () => {
    const both = [rename('x', 'a', 'Web', 'a').edits[0], rename('x', 'b', 'Shop', 'b').edits[0]] as Edit[]
    const server = authority(start)
    server.post({ base: 0, changes: [rename('other', 'b', 'Database', 'b')] })
    const { outbox } = enqueue(openOutbox(start, 0), { id: 'mine', label: 'Two', atomic: true, edits: both })
    const after = send(outbox, server)
    expect(after.refused[0]?.change.edits).toHaveLength(2)
    expect(nameOf(after.outbox, 'a')).toBe('a')
  })

  test('that will never be taken is dropped without the others', () => {
    let { outbox } = enqueue(openOutbox(start, 0), rename('1', 'a', 'Web', 'a'))
    outbox = enqueue(outbox, rename('2', 'b', 'Shop', 'b')).outbox
    outbox = dropPending(outbox, '1')
    expect([nameOf(outbox, 'a'), nameOf(outbox, 'b')]).toEqual(['a', 'Shop'])
  })
})

test('a late answer does not take the document back', () => {
  const server = authority(start)
  const first = enqueue(openOutbox(start, 0), rename('1', 'a', 'Web', 'a')).outbox
  const late = server.post({ base: 0, changes: [...first.pending] })
  const second = send(enqueue(first, rename('2', 'a', 'Shop', 'Web')).outbox, server).outbox
  expect(nameOf(acknowledge(second, late).outbox, 'a')).toBe('Shop')
})

test('a document fetched anew becomes the base, with my edits on top', () => {
  const { outbox } = enqueue(openOutbox(start, 0), rename('mine', 'a', 'Web', 'a'))
  const document = applyChange(start, rename('other', 'b', 'Database', 'b')).model
  const answer: ChangesAnswer = { seq: 9, since: [], reload: true, accepted: [], refused: [] }
  const after = acknowledge(outbox, answer, { seq: 9, document }).outbox
  expect([nameOf(after, 'a'), nameOf(after, 'b'), after.seq]).toEqual(['Web', 'Database', 9])
})

test('a batch holds one large change alone', () => {
  const edits = Array.from({ length: 3000 }, () => rename('x', 'a', 'Web', 'a').edits[0] as Edit)
  const large: Change = { id: 'large', label: 'Large', atomic: false, edits }
  const outbox = addPending(openOutbox(start, 0), [large, rename('small', 'a', 'Web', 'a')])
  expect(nextBatch(outbox).map((change) => change.id)).toEqual(['large'])
})

test('two browsers that send in any order end with the document of the server', () => {
  const turn = fc.record({ who: fc.constantFrom(0, 1), edit: arbitraryEdit, sends: fc.boolean() })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 30 }), (turns) => {
      const server = authority(start)
      const browsers = [openOutbox(start, 0), openOutbox(start, 0)]
      for (const [index, { who, edit, sends }] of turns.entries()) {
        let mine = browsers[who] as Outbox
        const change = { id: `c${index}`, label: 'Edit', atomic: false, edits: [fitting(mine.model, edit)] }
        mine = enqueue(mine, change).outbox
        if (sends && mine.pending.length > 0) mine = send(mine, server).outbox
        browsers[who] = mine
      }
      const sync = (mine: Outbox) =>
        acknowledge(mine, server.post({ base: mine.seq, changes: [...mine.pending] })).outbox
      const done = browsers.map(sync).map(sync)
      for (const mine of done) {
        expect(mine.pending).toEqual([])
        expect(isSame(mine.model, server.current())).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
