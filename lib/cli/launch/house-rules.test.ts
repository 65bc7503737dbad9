import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLEAN, PLANTED } from '@/lib/cli/launch/__fixtures__/planted-violations'

interface Diagnostic {
  category: string
  message: string
  location: { path: string }
}

const root = process.cwd()
let folder: string
let found: Map<string, string[]>

/** Lints every planted file once, with the project's own configuration, in a folder of its own. */
function lintPlanted(into: string): Map<string, string[]> {
  for (const name of ['biome.json', '.biome', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(root, name), path.join(into, name), { recursive: true })
  }
  for (const { file, source } of [...PLANTED, ...CLEAN]) {
    mkdirSync(path.dirname(path.join(into, file)), { recursive: true })
    writeFileSync(path.join(into, file), `${source}\n`)
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const output = runAllowingFailure([biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], into)
  const diagnostics = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics
  const byFile = new Map<string, string[]>()
  for (const { category, message, location } of diagnostics) {
    byFile.set(location.path, [...(byFile.get(location.path) ?? []), `${category}: ${message}`])
  }
  return byFile
}

/** The linter's standard output: it exits with 1 when it found something. */
function runAllowingFailure(args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' })
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'house-rules-'))
  found = lintPlanted(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a planted violation', () => {
  it.each(PLANTED)('is caught: $rule, $file: $source', ({ file, says }) => {
    expect((found.get(file) ?? []).join('\n')).toContain(says)
  })
})

describe('a clean file', () => {
  it.each(CLEAN)('passes: $file: $source', ({ file }) => {
    expect(found.get(file)).toBeUndefined()
  })
})
