import { describe, expect, it } from 'vitest'
import { draftOf, metaEdits } from '@/components/models/meta-edits'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'

const model = emptyModel('Shop', 'pack')
const meta = { ...model.meta, scope: 'The shop and its database.', assumptions: ['The host is patched.'] }

describe('metaEdits', () => {
  it('gives no edits for what stays as it is', () => {
    expect(metaEdits(meta, draftOf(meta))).toEqual({ edits: [] })
  })

  it('gives edits that the model takes, with what was there before', () => {
    const draft = { ...draftOf(meta), name: ' Shop 2 ', scope: '', assumptions: 'One\n\n  Two  ' }
    const result = metaEdits(meta, draft)
    if (!('edits' in result)) throw new Error('refused')
    const change = { id: 'c1', label: 'Settings', atomic: true, edits: result.edits }
    const applied = applyChange({ ...model, meta }, change)
    expect(applied.refused).toEqual([])
    expect(applied.model.meta).toEqual({ name: 'Shop 2', assumptions: ['One', 'Two'] })
  })

  it('says what is wrong with a field', () => {
    const result = metaEdits(meta, { ...draftOf(meta), name: '   ', assumptions: 'x'.repeat(1001) })
    expect(result).toEqual({
      problems: { name: 'This is empty.', assumptions: 'This is longer than 1000 characters.' },
    })
  })
})
