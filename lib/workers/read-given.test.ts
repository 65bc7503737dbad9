import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '@/lib/testing/test-importer'
import { PARSE_LIMITS } from '@/lib/workers/parse-in-worker'
import { readGiven } from '@/lib/workers/read-given'

const inputs = path.resolve('../shared/inputs')
// The settings of a database, in a folder of manifests: no system is declared in it, and alone it is told so.
const noManifest = /__cassandra\.yaml$/

const limits = { ...PARSE_LIMITS.unpack, files: 5000 }
const asBytes = (file: { path: string; text: string }) => ({
  path: file.path,
  bytes: new TextEncoder().encode(file.text),
})

// As a browser sends them: bytes, whose kind is found out here.
describe.skipIf(!existsSync(inputs))('the files of other projects', () => {
  it.each(['compose', 'dockerfile', 'k8s', 'labelled'])(
    'of the kind %s are read without an error, one by one and together',
    async (kind) => {
      const folder = path.join(inputs, kind)
      const files = filesBelow(folder, `${kind}/`)
      expect(files.length).toBeGreaterThan(0)
      const bad: string[] = []
      const read = async (given: typeof files) => {
        const { unreadable } = await readGiven({ files: given.map(asBytes), beside: [] }, limits)
        bad.push(...unreadable.map(({ file, sentence }) => `${file}: ${sentence}`))
      }
      for (const file of files.filter(({ path: name }) => !noManifest.test(name))) await read([file])
      for (const name of readdirSync(folder))
        await read(files.filter(({ path: own }) => own.startsWith(`${kind}/${name}`)))
      expect(bad).toEqual([])
    },
  )
})

describe('readGiven', () => {
  it('tells of pictures and sources that they were passed over, and counts many', async () => {
    const beside = Array.from({ length: 400 }, (_, at) => `app/${at}.py`)
    const files = [asBytes({ path: 'app/Dockerfile', text: 'FROM alpine:3.22\n' })]
    const { outcomes, unreadable } = await readGiven({ files, beside }, limits)
    expect(unreadable).toEqual([])
    expect(outcomes[0]).toMatchObject({ file: 'app/Dockerfile', readAs: 'Dockerfile' })
    expect(outcomes).toHaveLength(302)
    expect(outcomes.at(-1)?.file).toBe('100 more files')
  })

  it('takes the names of files beside a Dockerfile as what its context holds', async () => {
    const files = [asBytes({ path: 'app/Dockerfile', text: 'FROM alpine:3.22\nCOPY . .\n' })]
    const { extracts } = await readGiven({ files, beside: ['app/id_rsa.png', 'app/server.key'] }, limits)
    const context = extracts[0]?.components.find(({ type }) => type === 'build-context')
    expect(context?.facts).toMatchObject({ containsSecrets: { value: true }, dockerignore: { value: false } })
  })
})
