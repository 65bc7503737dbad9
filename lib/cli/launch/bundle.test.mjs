import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundle } from './bundle.mjs'
import { inRoot } from './paths.mjs'

const name = `bundle-test-${process.pid}`
const entry = `lib/cli/dist/${name}.ts`
const part = `lib/cli/dist/${name}-part.ts`

const write = (file, text) => {
  mkdirSync(path.dirname(inRoot(file)), { recursive: true })
  writeFileSync(inRoot(file), text)
}
const made = (file) => statSync(file, { bigint: true }).ino

beforeEach(() => {
  write(entry, `export { word } from '@/${part.replace('.ts', '')}'`)
  write(part, `export const word: string = 'one'`)
})
afterEach(() => {
  for (const file of [entry, part, `lib/cli/dist/${name}.js`, `lib/cli/dist/${name}.json`])
    rmSync(inRoot(file), { force: true })
})

describe('bundle', () => {
  it('is made once, and anew when a file that it imports changed', async () => {
    const file = await bundle(name, entry)
    const first = made(file)
    expect(made(await bundle(name, entry))).toBe(first)
    write(part, `export const word: string = 'two'`)
    expect(made(await bundle(name, entry))).not.toBe(first)
    expect((await import(`${file}?two`)).word).toBe('two')
  })

  it('stops with the file that is missing, and does not keep a bundle from before', async () => {
    await bundle(name, entry)
    rmSync(inRoot(part))
    await expect(bundle(name, entry)).rejects.toThrow(`Could not resolve "./${part.replace('.ts', '')}"`)
  })
})
