import { describe, expect, it } from 'vitest'
import { writePayload, writePayloadGently } from '@/lib/db/log-entries'
import type { Change, Edit } from '@/lib/model/change'
import { MAX_EDITS } from '@/lib/model/limits'
import { ChangesRequest } from '@/lib/model/protocol'
import { parseChanges } from '@/lib/services/parse-changes'

const place = (at: number): Edit => ({
  type: 'place',
  viewId: 'main',
  componentId: `c${at}`,
  value: { y: 2, x: at },
  was: null,
})
const change = (count: number, id = 'one'): Change => ({
  id,
  label: 'A "label" with "edits":[] in it',
  atomic: true,
  edits: Array.from({ length: count }, (_, at) => place(at)),
})
const request = (...changes: unknown[]) => ({ id: 'model', base: 1, changes })

describe('parseChanges', () => {
  it('gives what parsing all at once gives, for few edits and for many', async () => {
    const given = request(change(3), change(1234, 'two'))
    const { id: _, ...rest } = given
    expect(await parseChanges(given)).toEqual({
      ok: true,
      value: { id: 'model', ...ChangesRequest.parse(rest) },
    })
  })

  it('names the place of a mistake in the whole request', async () => {
    const bad = change(1500)
    bad.edits[1207] = { ...place(1207), componentId: 'not an id' } as Edit
    expect(await parseChanges(request(change(1), bad))).toMatchObject({
      ok: false,
      code: 'invalid',
      issues: [{ path: 'changes.1.edits.1207.componentId' }],
    })
  })

  it('refuses more edits than a change may have, none, and what is no request, before it looks at any edit', async () => {
    const many = { ...change(1), edits: new Array(MAX_EDITS + 1).fill('no edit') }
    expect(await parseChanges(request(many))).toMatchObject({ issues: [{ path: 'changes.0.edits' }] })
    expect(await parseChanges(request({ ...change(1), edits: [] }))).toMatchObject({ ok: false })
    expect(await parseChanges(request({ ...change(1), surprise: 1 }))).toMatchObject({ ok: false })
    expect(await parseChanges(null)).toMatchObject({ ok: false, code: 'invalid' })
  })
})

describe('writePayloadGently', () => {
  it('writes what writing at once writes, whatever texts say', async () => {
    for (const count of [0, 3, 1000, 1001, 4500]) {
      const payload = { change: change(count), by: 'Ann "edits":[] O', refused: [] }
      expect(await writePayloadGently(payload)).toBe(writePayload(payload))
    }
  })
})
