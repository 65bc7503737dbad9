import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { samples } from '@/components/imports/samples'

const root = path.join(import.meta.dirname, '../../public/samples')

describe('samples', () => {
  it('names every file of every sample that is served', () => {
    const served = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    expect(
      samples.flatMap(({ folder, files }) => files.map((name) => path.join(folder, name))).sort(),
    ).toEqual(served.sort())
  })
})
