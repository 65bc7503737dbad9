import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import type { Analysis } from '@/lib/analysis/analysis'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { applyChange } from '@/lib/model/apply-change'
import type { Edit } from '@/lib/model/change'
import type { ThreatModel } from '@/lib/model/threat-model'
import { arbitraryEdits, fitting, populatedModel } from '@/lib/testing/arbitrary-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const start = populatedModel(catalogue.hash)
const edited = (model: ThreatModel, edit: Edit) =>
  applyChange(model, { id: '1', label: 'x', atomic: false, edits: [fitting(model, edit)] }).model

test('analysis after each edit is what a fresh look at the model gives', () => {
  fc.assert(
    fc.property(arbitraryEdits, (edits) => {
      let model = start
      let analysis: Analysis = analyse(model, catalogue)
      for (const edit of edits) {
        model = edited(model, edit)
        const next = analyse(model, catalogue, analysis)
        expect(next.verdicts).toEqual(analyse(model, catalogue).verdicts)
        for (const id of Object.keys(model.components)) {
          // Facts read late from the analysis that was replaced must not leak into the one that replaced it.
          analysis.factOf(id, 'runsAsRoot')
          expect(next.factOf(id, 'runsAsRoot')).toEqual(analyse(model, catalogue).factOf(id, 'runsAsRoot'))
        }
        analysis = next
      }
    }),
    { numRuns: 150 },
  )
})

test('the order in which things were added makes no difference', () => {
  const reversed = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).reverse())
  fc.assert(
    fc.property(arbitraryEdits, (edits) => {
      const model = edits.reduce(edited, start)
      const mirrored: ThreatModel = {
        ...model,
        components: reversed(model.components),
        flows: reversed(model.flows),
      }
      expect(analyse(mirrored, catalogue).verdicts).toEqual(analyse(model, catalogue).verdicts)
    }),
    { numRuns: 150 },
  )
})

test('no verdict is without a reason, and every question is one that its element can answer', () => {
  fc.assert(
    fc.property(arbitraryEdits, (edits) => {
      const model = edits.reduce(edited, start)
      for (const verdict of analyse(model, catalogue).verdicts) {
        if (verdict.state !== 'possible') expect(verdict.because.length).toBeGreaterThan(0)
        for (const { elementId, attribute } of verdict.asks) {
          const type = (model.components[elementId] ?? model.flows[elementId])?.type ?? ''
          expect(catalogue.usesOf(type)).toHaveProperty(attribute)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('what depends on what grows with a cluster, not with its square', () => {
  const shipped = openRepositoryCatalogue()
  const dependencies = (secrets: number) => {
    const zoneIds = ['cluster', 'space']
    const model = buildModel(
      [
        buildComponent('cluster', 'k8s-cluster'),
        buildComponent('space', 'namespace', { parentId: 'cluster', zoneIds: ['cluster'] }),
        buildComponent('api', 'kube-apiserver', { parentId: 'cluster', zoneIds: ['cluster'] }),
        ...Array.from({ length: secrets }, (_, at) =>
          buildComponent(`s${at}`, 'secret', { parentId: 'space', zoneIds }),
        ),
      ],
      [],
    )
    const { dependents } = analyse(model, shipped).memo.context
    return [...dependents.values()].reduce((sum, of) => sum + of.size, 0)
  }
  expect(dependencies(50)).toBeGreaterThan(50)
  expect(dependencies(400)).toBeLessThan(dependencies(50) * 12)
})
