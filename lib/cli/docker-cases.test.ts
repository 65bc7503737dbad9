import { describe, expect, test } from 'vitest'
import { evaluate } from '@/lib/analysis/evaluate'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { composeImporter } from '@/lib/importers/compose/compose-importer'
import { dockerfileImporter } from '@/lib/importers/dockerfile/dockerfile-importer'
import type { Importer } from '@/lib/importers/extract'
import { planImport } from '@/lib/importers/plan-import'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { composeCases, composeFile } from '@/lib/testing/scanners/compose-cases'
import { dockerfileCases } from '@/lib/testing/scanners/dockerfile-cases'

// One setting at a time, in each of its spellings: a threat is raised where the setting is weak, and nowhere else.

const catalogue = openRepositoryCatalogue()
const idsOf = (id: string) =>
  id.includes(':')
    ? catalogue.pack.threats.filter(({ rules }) => rules.includes(id)).map((threat) => threat.id)
    : [id]

function isRaised(importer: Pick<Importer, 'read'>, path: string, text: string, id: string): boolean {
  const { extracts } = importer.read([{ path, text }])
  const empty = emptyModel('Shop', catalogue.hash)
  const { change } = planImport(empty, extracts, { newId: (key) => key, baseSeq: 0 })
  const model = change ? applyChange(empty, change).model : empty
  const ids = idsOf(id)
  return evaluate(model, catalogue).some(
    ({ state, threatId }) => state === 'raised' && ids.includes(threatId),
  )
}

describe('a Compose service', () => {
  test.each(composeCases.map((one) => [one.id, one] as const))('%s', (id, { bad, good }) => {
    const wrong = [...bad, {}, ...good].filter(
      (keys, index) =>
        isRaised(composeImporter, 'shop/compose.yaml', composeFile(keys), id) !== index < bad.length,
    )
    expect(wrong).toEqual([])
  })
})

describe('a Dockerfile', () => {
  test.each(dockerfileCases.map((one) => [one.id, one] as const))('%s', (id, { bad, good }) => {
    const wrong = [...bad, ...good].filter(
      (text, index) => isRaised(dockerfileImporter, 'shop/Dockerfile', text, id) !== index < bad.length,
    )
    expect(wrong).toEqual([])
  })
})
