import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { cleanText, toLines } from '@/lib/importers/scans/clean-text'
import { readDocuments } from '@/lib/importers/scans/json/read-documents'
import { readScan } from '@/lib/importers/scans/read-scan'
import { SCAN_READERS } from '@/lib/importers/scans/scan-readers'
import { readYamlDocuments } from '@/lib/importers/scans/yaml-documents'

const root = path.resolve('lib/importers/scans')
/** Folders that readers share and that are no scanner themselves. */
const shared = new Set(['bench', 'json'])
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shared.has(entry.name))
  .map(({ name }) => name)
const fixtures = folders.flatMap((folder) => {
  const own = path.join(root, folder, '__fixtures__')
  return existsSync(own)
    ? readdirSync(own).map((name) => [folder, name, readFileSync(path.join(own, name), 'utf8')] as const)
    : []
})
const catalogue = openRepositoryCatalogue()

describe('the list of scan readers', () => {
  it.each(folders)('has the reader of the folder %s, with fixtures', (folder) => {
    expect(existsSync(path.join(root, folder, 'reader.ts')), `${folder}/reader.ts`).toBe(true)
    expect(
      SCAN_READERS.map(({ id }) => id),
      `scan-readers.ts lists ${folder}`,
    ).toContain(folder)
    expect(fixtures.filter(([name]) => name === folder).length, `${folder}/__fixtures__`).toBeGreaterThan(0)
  })

  it('has no id twice, and none without a folder', () => {
    expect(SCAN_READERS.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  })
})

describe('every fixture', () => {
  it.each(fixtures)('%s/%s is known by its own reader alone', (folder, name, raw) => {
    const text = cleanText(raw)
    const json = readDocuments(text).documents
    const documents = json.length > 0 ? json : readYamlDocuments(text)
    const input = { path: name, text, lines: toLines(text), documents }
    expect(SCAN_READERS.filter((reader) => reader.detect(input)).map(({ id }) => id)).toEqual([folder])
  })

  it.each(fixtures)('%s/%s is read whole', (folder, name, text) => {
    const result = readScan({ path: name, text }, catalogue)
    if (!result.ok) throw new Error(result.sentence)
    const { tool, checks, unexplained, warnings, run, runs } = result.extract
    if (folder !== 'sarif') expect(tool).toBe(folder)
    expect(checks.length).toBeGreaterThan(0)
    expect(unexplained).toEqual([])
    expect(run).toBe(runs)
    expect(warnings.filter((sentence) => /summary|belong together/.test(sentence))).toEqual([])
    const lines = cleanText(text).split('\n').length
    for (const check of checks) {
      expect(check.id, JSON.stringify(check)).not.toBe('')
      expect(check.title, check.id).not.toBe('')
      expect(check.line, check.id).toBeGreaterThanOrEqual(1)
      expect(check.line, check.id).toBeLessThanOrEqual(lines)
    }
  })

  it.each(fixtures.filter(([folder]) => /bench/.test(folder)))(
    '%s/%s has every check under a key that the catalogue knows',
    (_folder, name, text) => {
      const result = readScan({ path: name, text }, catalogue)
      const checks = result.ok ? result.extract.checks : []
      const unknown = checks.filter(({ key }) => key === null || !catalogue.controls.has(key))
      expect(unknown.map(({ id }) => id)).toEqual(name === 'json-eks.json' ? ['3.2.9'] : [])
      expect(checks.filter(({ mismatch }) => mismatch !== null)).toEqual([])
    },
  )
})
