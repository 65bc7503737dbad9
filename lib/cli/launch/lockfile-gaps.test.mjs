import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lockfileGaps } from './lockfile-gaps.mjs'

describe('lockfileGaps', () => {
  it('names the programs for other systems, each for its own', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { '@tool/darwin-arm64': '1.0.0', '@tool/x-linux-x64-musl': '1.0.0' },
      },
      'node_modules/@tool/darwin-arm64': { version: '1.0.0' },
    }
    expect(lockfileGaps(packages)).toEqual({
      'node_modules/@tool/x-linux-x64-musl': {
        version: '1.0.0',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
    })
  })

  it('finds a package that lies in an outer folder', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } },
      'node_modules/c': { version: '1.0.0' },
    }
    expect(lockfileGaps(packages)).toEqual({})
  })

  it('finds none in the lockfile of this project, which every system can install from', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect(lockfileGaps(packages)).toEqual({})
  })
})
