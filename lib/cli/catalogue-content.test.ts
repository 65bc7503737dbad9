import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import * as simpleIcons from 'simple-icons'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '@/lib/cli/read-catalogue'

const result = readCatalogue()
if (!result.ok) throw new Error(result.problems[0]?.sentence)
const { pack } = result

test('every icon is one that the icon libraries have', () => {
  const lucide = path.resolve('node_modules/lucide-react/dist/esm/icons')
  const missing = pack.componentTypes
    .map(({ icon }) => icon)
    .filter((icon) => {
      const slug = icon.replace(/^simple:/, '')
      if (slug === icon)
        return !existsSync(path.join(lucide, `${icon}.mjs`)) && !existsSync(path.join(lucide, `${icon}.js`))
      return !(`si${slug[0]?.toUpperCase()}${slug.slice(1)}` in simpleIcons)
    })
  expect(missing).toEqual([])
})

test('every attribute that an importer may set on a container says how', () => {
  const container = pack.componentTypes.find(({ id }) => id === 'container')
  const closed = Object.entries(container?.attributes ?? {}).filter(([, use]) => use.default !== undefined)
  expect(closed.length).toBeGreaterThan(20)
  expect(closed.filter(([, use]) => !use.reason).map(([id]) => id)).toEqual([])
})

test('no default makes a container exposed before its declaration was read', () => {
  const always = pack.componentTypes
    .filter(({ id }) => id === 'container')
    .flatMap(({ attributes }) => Object.entries(attributes))
    .filter(([, use]) => use.closedBy === null)
  expect(always).toEqual([])
})

const draftFile = path.resolve('../shared/catalogue/draft.yaml')

// The draft is not part of the project; without it there is nothing to compare with.
describe.runIf(existsSync(draftFile))('against the draft that the catalogue grew out of', () => {
  test('every threat for Docker and what both platforms share is an entry or replaced by one', () => {
    const draft = load(readFileSync(draftFile, 'utf8')) as { threats: { id: string }[] }
    const known = new Set(pack.threats.flatMap(({ id, replaces }) => [id, ...replaces]))
    const lost = draft.threats.map(({ id }) => id).filter((id) => !id.startsWith('K-') && !known.has(id))
    expect(lost).toEqual([])
  })
})
