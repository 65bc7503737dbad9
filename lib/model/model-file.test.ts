import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { readModelFile, writeModelFile } from '@/lib/model/model-file'
import { arbitraryEdits } from '@/lib/testing/arbitrary-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'

test('a model written and read again is the same, and so are its bytes', () => {
  fc.assert(
    fc.property(arbitraryEdits, (edits) => {
      // Placements of removed components stay behind by design and are kept by the file too.
      const { model } = applyChange(emptyModel('Test', 'test'), { id: '1', label: 'x', atomic: false, edits })
      const text = writeModelFile(model)
      const read = readModelFile(text)
      expect(read).toEqual({ ok: true, model })
      if (read.ok) expect(writeModelFile(read.model)).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test('the order in which things were added leaves no trace in the file', () => {
  const [a, b] = [buildComponent('a', 'box'), buildComponent('b', 'box')]
  expect(writeModelFile(buildModel([a, b]))).toBe(writeModelFile(buildModel([b, a])))
})

const sentencesOf = (text: string) => {
  const read = readModelFile(text)
  return read.ok ? [] : read.sentences
}

test('every mistake in a file is a sentence that names its place', () => {
  expect(sentencesOf('{')[0]).toMatch(/^This is not JSON: /)
  expect(sentencesOf('[]')[0]).toMatch(/no "bulkhead" version/)
  expect(sentencesOf('{"bulkhead": 99}')[0]).toMatch(/newer Bulkhead/)
  const model = buildModel([buildComponent('web', 'box', { zoneIds: ['nowhere'] })])
  expect(sentencesOf(writeModelFile(model))[0]).toMatch(/^model\.components\.web: .*nowhere/)
  const renamed = writeModelFile(buildModel([buildComponent('web', 'box')])).replace('"web": {', '"other": {')
  expect(sentencesOf(renamed)[0]).toMatch(/^model\.components\.other: /)
})

test('names that every object inherits are never taken as ids', () => {
  const text = writeModelFile(buildModel([buildComponent('web', 'box')])).replaceAll('"web"', '"__proto__"')
  expect(sentencesOf(text)).not.toEqual([])
  expect(sentencesOf(text.replaceAll('__proto__', 'constructor'))).not.toEqual([])
})
