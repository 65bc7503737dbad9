import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkExamples } from '@/lib/analysis/check-examples'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import { main } from '@/lib/cli/catalogue-check'
import { readCatalogue } from '@/lib/cli/read-catalogue'

let out = ''
let folder = ''

beforeEach(() => {
  out = ''
  const keep = (text: string | Uint8Array) => {
    out += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

test('the catalogue of this project lints clean', () => {
  const result = readCatalogue()
  expect(result.ok ? [] : result.problems).toEqual([])
})

test('every example of every threat holds', () => {
  const result = readCatalogue()
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const { ran, problems } = checkExamples(openCatalogue(result.pack))
  expect(problems).toEqual([])
  expect(ran).toBeGreaterThan(result.pack.threats.length)
})

test('a sound catalogue is described and exits with 0', async () => {
  expect(await main([])).toBe(0)
  expect(out).toMatch(/is sound\.[\s\S]*Threats +\d+[\s\S]*Examples that hold +\d+/)
})

test('problems are printed with their file and exit with 1', async () => {
  writeFileSync(join(folder, 'a.yaml'), 'threats: [{ id: T-1 }]\n')
  expect(await main([folder])).toBe(1)
  expect(out).toMatch(/^a\.yaml: .+\n/)
  expect(out).toMatch(/The catalogue has \d+ problems?\.\n$/)
})

test('a folder that is missing or empty exits with 2 and a sentence', async () => {
  expect(await main([join(folder, 'nowhere')])).toBe(2)
  expect(out).toContain('cannot be read')
  out = ''
  expect(await main([folder])).toBe(2)
  expect(out).toContain('There is no threat')
})

test('files are read in name order, so that the same files give the same hash', () => {
  const [a, b] = [readCatalogue(), readCatalogue()]
  expect(a.ok && b.ok && a.pack.hash === b.pack.hash).toBe(true)
})
