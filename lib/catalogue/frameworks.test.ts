import { describe, expect, it } from 'vitest'
import { type FrameworkId, frameworkItems, frameworkVersions, inVersion } from '@/lib/catalogue/frameworks'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'

const catalogue = openRepositoryCatalogue()

describe('the ids of a framework', () => {
  it('are numbered as each version of a benchmark numbers them', () => {
    const [newest = '', ...older] = frameworkVersions(catalogue, 'cis-docker')
    const items = frameworkItems(catalogue, 'cis-docker')
    const numbered = inVersion(items, newest)
    expect(numbered.length).toBeGreaterThan(80)
    for (const { id, numbers } of numbered) expect(numbers?.[newest]).toBe(id)
    for (const version of older) expect(inVersion(items, version).length).toBeGreaterThan(0)
  })

  it('name every threat that a check reports or whose mitigation meets it', () => {
    let named = 0
    for (const { numbers, label, threatIds, mitigationIds } of frameworkItems(catalogue, 'cis-docker')) {
      const control = catalogue.pack.controls.find((each) => each.numbers === numbers && each.label === label)
      const key = control?.id ?? ''
      named += threatIds.length
      for (const threatId of threatIds) {
        const threat = catalogue.threats.get(threatId)
        const meets = threat?.mitigations.some((id) => mitigationIds.includes(id))
        expect(meets || threat?.rules.includes(key), `${threatId} at ${key}`).toBe(true)
      }
    }
    expect(named).toBeGreaterThan(100)
  })

  it('of lists are the references of threats and mitigations', () => {
    for (const framework of ['attack', 'cwe', 'nist800190'] as FrameworkId[]) {
      const items = frameworkItems(catalogue, framework)
      expect(items.length).toBeGreaterThan(3)
      expect(frameworkVersions(catalogue, framework)).toEqual([])
      for (const { threatIds, mitigationIds } of items)
        expect(threatIds.length + mitigationIds.length).toBeGreaterThan(0)
    }
  })
})
