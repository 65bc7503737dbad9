import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { run } from '@/lib/cli/run'

async function runOn(...args: string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const code = await run(['submission', ...args], {
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
  })
  return { code, printed: printed.join('\n'), complained: complained.join('\n') }
}

function fileWith(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'submission-')), 'text.txt')
  writeFileSync(file, text)
  return file
}

it('prints the agreed shape', async () => {
  const file = fileWith(
    'Docker Threat Modeling\n1. Spoofing: a false engine answers.\n2. Tampering: layers change.\n\n[FAIL] 5.10 memory\nnow PASS\n',
  )
  const { code, printed } = await runOn(file, '--json')
  expect(code).toBe(0)
  const result = JSON.parse(printed)
  expect(Object.keys(result)).toEqual(['sections', 'threats', 'findings', 'checks', 'claims', 'unassigned'])
  expect(Object.keys(result.threats[0])).toEqual([
    'platform',
    'categories',
    'categoryBasis',
    'component',
    'firstLine',
    'lastLine',
    'mitigationStated',
    'confidence',
  ])
  expect(result.findings).toEqual([{ id: '5.10', key: 'docker:run-memory-limit', firstLine: 5, fixed: true }])
  expect(result.checks[0]).toEqual({
    criterion: 'docker_at_least_five',
    result: false,
    evidence: [{ line: 2 }, { line: 3 }],
  })
})

it('answers a missing file, a folder and no file with a sentence', async () => {
  expect(await runOn('/nowhere/at/all.txt')).toMatchObject({
    code: 2,
    complained: expect.stringContaining('no such file'),
  })
  expect(await runOn(tmpdir())).toMatchObject({ code: 2, complained: expect.stringContaining('folder') })
  expect((await runOn()).code).toBe(2)
})

it('reads an empty file as nothing, and says so', async () => {
  const { code, printed, complained } = await runOn(fileWith(''))
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ threats: [], findings: [], unassigned: [] })
  expect(complained).toContain('empty')
})
