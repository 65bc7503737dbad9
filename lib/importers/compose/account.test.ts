import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/compose/account'
import { composeImporter } from '@/lib/importers/compose/compose-importer'
import type { InputFile } from '@/lib/importers/extract'
import { readFiles } from '@/lib/importers/read-files'
import { filesBelow, readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const folder = 'lib/importers/compose/__fixtures__'
const fixture = (name: string): InputFile => ({
  path: name,
  text: readFileSync(path.join(folder, name), 'utf8'),
})
const layered = () => filesBelow(`${folder}/layered`, 'layered/')
const _service = (name: string, project = 'compose') => `compose/${project}/service/${name}`

describe('accounting', () => {
  it.each(['every-key.yaml', 'odd.yaml'])('gives every object of %s one component or one reason', (name) => {
    const files = [fixture(name)]
    const objects = accountObjects(files, readFiles(files))
    expect(objects.length).toBeGreaterThan(5)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it('counts objects of bases, overrides and includes', () => {
    const objects = accountObjects(layered(), readFiles(layered()))
    expect(objects).toHaveLength(15)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it('notices an object that was lost, and one that is there twice', () => {
    const files = [fixture('every-key.yaml')]
    const result = readFiles(files)
    const [extract] = result.extracts
    if (!extract) throw new Error('no extract')
    const lost = {
      ...result,
      extracts: [
        { ...extract, components: extract.components.filter(({ key }) => !key.endsWith('/unused')) },
      ],
    }
    expect(
      accountObjects(files, lost)
        .filter((object) => !isAccountedOnce(object))
        .map(({ name }) => name),
    ).toEqual(['unused'])
    const twice = {
      ...result,
      extracts: [
        {
          ...extract,
          skipped: [
            ...extract.skipped,
            { file: 'every-key.yaml', line: 178, what: 'volumes.unused', why: '-' },
          ],
        },
      ],
    }
    expect(accountObjects(files, twice).filter((object) => !isAccountedOnce(object))).toHaveLength(1)
  })
})

describe('accounting for services of one name', () => {
  const own = (text: string) => `services:\n  db:\n    ${text}\n`
  const extending = 'extends: {file: base.yaml, service: db}'

  it.each([
    ['a file that is only there to be extended', 'base.yaml'],
    ['a project of its own', 'base/compose.yaml'],
  ])('counts each once when one extends the other, in %s', (_, base) => {
    const files = [
      { path: 'compose.yaml', text: own(extending.replace('base.yaml', base)) },
      { path: base, text: `${own('image: postgres:17')}volumes:\n  data: {}\n` },
    ]
    const objects = accountObjects(files, readFiles(files))
    expect(objects).toHaveLength(3)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })
})

// Real files of other projects, kept beside the checkout; without them there is nothing to read here.
const inputs = path.resolve('../shared/inputs')
describe.runIf(existsSync(inputs))('real Compose files', () => {
  const catalogue = readOwnCatalogue()
  const index = existsSync(inputs)
    ? (JSON.parse(readFileSync(path.join(inputs, 'INDEX.json'), 'utf8')) as {
        kind: string
        name: string
        objects?: number
      }[])
    : []
  const names = index.filter(({ kind }) => kind === 'compose')
  it.each(names.map(({ name, objects }) => [name, objects] as const))(
    'reads %s and accounts for its %s objects',
    (name, objects) => {
      const file = { path: name, text: readFileSync(path.join(inputs, 'compose', name), 'utf8') }
      expect(composeImporter.detect(file)).toBe('yes')
      const result = testImporter(composeImporter, [file], catalogue)
      expect(result.unreadable).toEqual([])
      const accounted = accountObjects([file], result)
      expect(accounted).toHaveLength(objects ?? -1)
      expect(accounted.filter((object) => !isAccountedOnce(object))).toEqual([])
    },
  )
})
