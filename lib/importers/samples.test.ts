import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { filesBelow } from '@/lib/testing/test-importer'

const names = readdirSync('public/samples')

describe('the templates', () => {
  it('are eight or more', () => {
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  it.each(names)('%s is imported with no warning, and importing it again changes nothing', (name) => {
    const files = filesBelow(`public/samples/${name}`, `${name}/`)
    const { extracts, unreadable, outcomes } = readFiles(files)
    expect(unreadable).toEqual([])
    expect(extracts.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(outcomes.filter(({ readAs }) => readAs === undefined)).toEqual([])
    const options = { newId: (key: string) => key, baseSeq: 0 }
    const start = emptyModel(name, 'c')
    const { change } = planImport(start, extracts, options)
    const { model, refused } = applyChange(start, change ?? { id: 'c', label: '', atomic: true, edits: [] })
    expect(refused).toEqual([])
    expect(Object.keys(model.components).length).toBeGreaterThan(10)
    expect(planImport(model, extracts, options).change).toBeUndefined()
  })
})
