import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** What a process that starts now reads: the module keeps what it has read. */
async function secretsOfNewProcess() {
  vi.resetModules()
  const { secrets } = await import('@/lib/env/secrets')
  return secrets(dataDir)
}

describe('secrets', () => {
  it('are made once, stay the same and differ from each other', async () => {
    const first = await secretsOfNewProcess()
    expect(first.authSecret).not.toBe(first.logKey)
    expect(first.authSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(await secretsOfNewProcess()).toEqual(first)
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
  })

  it('are readable by their owner only, even after somebody opened them up', async () => {
    await secretsOfNewProcess()
    const file = path.join(dataDir, 'secrets.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o644)
    await secretsOfNewProcess()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each(['', '{', '{"authSecret":"short"}'])('are never replaced when damaged: %s', async (text) => {
    const file = path.join(dataDir, 'secrets.json')
    writeFileSync(file, text)
    await expect(secretsOfNewProcess()).rejects.toThrow('secrets.json is damaged')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
