import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDataFolder } from './data-folder.mjs'
import { filesOf, hashFiles, isStamped, stamp } from './hash-files.mjs'
import { installProblem } from './install.mjs'
import { missingPackages } from './missing-packages.mjs'
import { assertNodeVersion } from './node-version.mjs'
import { assertPortFree, freePort, portProblem } from './port.mjs'

let folder
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'launch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('assertNodeVersion', () => {
  it.each(['18.20.4', '20.18.9', '0.12.0'])('refuses Node %s', (version) => {
    expect(() => assertNodeVersion(version)).toThrow('needs Node 20.19 or newer')
  })

  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow()
  })
})

describe('missingPackages', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  it('finds what is not there or is there in another version', () => {
    expect(missingPackages(wanted, {})).toEqual(['node_modules/a'])
    expect(missingPackages(wanted, { 'node_modules/a': { version: '1.0.1' } })).toEqual(['node_modules/a'])
  })

  it('misses no optional package of another system, but an old version of one', () => {
    const a = { 'node_modules/a': { version: '1.0.0' } }
    expect(missingPackages(wanted, a)).toEqual([])
    expect(missingPackages(wanted, { ...a, 'node_modules/b': { version: '1.0.0' } })).toEqual([
      'node_modules/b',
    ])
  })
})

describe('installProblem', () => {
  it.each([
    ['gyp ERR! stack Error: not found: make', 'apt-get install python3 make g++'],
    ['npm error code ENOTFOUND', 'check the connection'],
    ['npm error EACCES: permission denied', 'write access'],
    ['npm error code EUSAGE', 'npm run lock'],
    ['something else', 'something else'],
  ])('says what to do about: %s', (output, says) => {
    expect(installProblem(output)).toContain(says)
  })
})

describe('assertPortFree', () => {
  it('refuses a port that another server has', async () => {
    const server = createServer()
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address()
    await expect(assertPortFree(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is in use`)
    await new Promise((resolve) => server.close(resolve))
    await assertPortFree(port, '127.0.0.1')
  })

  it('refuses an address of another machine', async () => {
    await expect(assertPortFree(await freePort(), '192.0.2.1')).rejects.toThrow('cannot listen on 192.0.2.1')
  })

  it('says which ports ordinary users may have', () => {
    expect(portProblem('EACCES', 80, '127.0.0.1')).toContain('above 1023')
  })
})

describe('prepareDataFolder', () => {
  it('makes the folder', () => {
    prepareDataFolder(path.join(folder, 'a/b'))
    expect(filesOf(folder, ['a'])).toEqual([])
  })

  it('refuses a file in its place', () => {
    writeFileSync(path.join(folder, 'data'), '')
    expect(() => prepareDataFolder(path.join(folder, 'data'))).toThrow('is not a folder')
    expect(() => prepareDataFolder(path.join(folder, 'data/deeper'))).toThrow('is not a folder')
  })
})

describe('hashFiles', () => {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const hash = () =>
    hashFiles(
      folder,
      filesOf(folder, ['src', 'one.json'], (file) => file.endsWith('.test.ts')),
    )

  it('changes with a content, a name and a new file, not with what is skipped', () => {
    write('src/a.ts', 'a')
    const before = hash()
    write('src/a.test.ts', 'test')
    write('elsewhere.ts', 'x')
    expect(hash()).toBe(before)
    write('src/a.ts', 'b')
    const changed = hash()
    write('one.json', '{}')
    expect(new Set([before, changed, hash()]).size).toBe(3)
  })

  it('is kept in a stamp', () => {
    const file = path.join(folder, 'deep/stamp')
    expect(isStamped(file, 'a')).toBe(false)
    stamp(file, 'a')
    expect([isStamped(file, 'a'), isStamped(file, 'b')]).toEqual([true, false])
  })
})
