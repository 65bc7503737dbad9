import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { CatalogueFile } from '@/lib/catalogue/entries'

const folder = path.resolve(import.meta.dirname, '../../prisma/catalogue')
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => CatalogueFile.parse(load(readFileSync(path.join(folder, file), 'utf8'))))
const controls = files.flatMap((file) => file.controls ?? [])
const mitigations = files.flatMap((file) => file.mitigations ?? [])
const threats = files.flatMap((file) => file.threats ?? [])

describe('checks of the Docker benchmark', () => {
  it('are each met by a mitigation that some threat names', () => {
    const named = new Set(threats.flatMap((threat) => threat.mitigations))
    const met = new Set(mitigations.filter(({ id }) => named.has(id)).flatMap((entry) => entry.controls))
    const docker = controls.filter(({ framework }) => framework === 'cis-docker')
    expect(docker.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
  })

  it('have a number in at least one version', () => {
    expect(controls.filter(({ numbers }) => Object.keys(numbers).length === 0)).toEqual([])
  })

  it('are the only ones that mitigations and rules name', () => {
    const known = new Set(controls.map(({ id }) => id))
    const cited = [
      ...mitigations.flatMap((entry) => entry.controls),
      ...threats.flatMap(({ rules }) => rules.filter((rule) => rule.startsWith('docker:'))),
    ]
    expect(cited.filter((id) => id.startsWith('docker:') && !known.has(id))).toEqual([])
  })
})
