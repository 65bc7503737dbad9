import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { readScan } from '@/lib/importers/scans/read-scan'

const folder = path.resolve('../shared/inputs/scan')
const samples = existsSync(folder) ? readdirSync(folder) : []
const catalogue = openRepositoryCatalogue()

// Real outputs that lie beside the repository in some checkouts; without them there is nothing to read here.
/** Checks of CIS benchmarks in all of them, and how many have a key that the catalogue knows. */
function countKeyed() {
  const checks = samples.flatMap((name) => {
    const result = readScan({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }, catalogue)
    return result.ok && result.extract.benchmark !== null ? result.extract.checks : []
  })
  const keyed = checks.filter(({ key }) => key !== null && catalogue.controls.has(key)).length
  return { keyed, all: checks.length }
}
const { keyed, all } = countKeyed()

describe('real outputs beside the repository', () => {
  it(samples.length > 0 ? 'are there' : 'are missing here, so none of them is read', () => {
    expect(samples.length === 0 || samples.length > 10).toBe(true)
  })

  it.skipIf(samples.length === 0)(`have ${keyed} of ${all} CIS checks under a key`, () => {
    expect(all).toBeGreaterThan(300)
    expect(keyed / all).toBeGreaterThanOrEqual(0.98)
  })

  for (const name of samples) {
    it(`${name} is read whole, every check of a benchmark under its key`, () => {
      const text = readFileSync(path.join(folder, name), 'utf8')
      const result = readScan({ path: name, text }, catalogue)
      if (!result.ok) throw new Error(result.sentence)
      const { checks, unexplained } = result.extract
      expect(checks.length).toBeGreaterThan(0)
      expect(unexplained).toEqual([])
      expect(checks.filter(({ key, mismatch }) => key === null || mismatch !== null)).toEqual([])
    })
  }
})
