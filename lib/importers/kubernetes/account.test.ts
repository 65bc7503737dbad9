import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { filesBelow, readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const fixtures = filesBelow('lib/importers/kubernetes/__fixtures__').filter(
  ({ path: name }) => name !== 'cluster.yml',
)

describe('accounting', () => {
  it('gives every object of the fixtures one component, one fact or one reason', () => {
    const objects = accountObjects(fixtures, kubernetesImporter.read(fixtures))
    expect(objects.length).toBeGreaterThan(35)
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it('notices an object that was lost, and one that is there twice', () => {
    const result = kubernetesImporter.read(fixtures)
    const [extract] = result.extracts
    if (!extract) throw new Error('no extract')
    const without = {
      ...extract,
      components: extract.components.filter(({ key }) => key !== 'Widget/build/one'),
    }
    const lost = accountObjects(fixtures, { ...result, extracts: [without] }).filter(
      (object) => !isAccountedOnce(object),
    )
    expect(lost.map(({ title }) => title)).toEqual(['Widget/build/one'])
    const [event] = extract.skipped.filter(({ what }) => what.startsWith('Event'))
    const twice = { ...extract, skipped: [...extract.skipped, ...(event ? [event] : [])] }
    expect(
      accountObjects(fixtures, { ...result, extracts: [twice] }).filter((object) => !isAccountedOnce(object)),
    ).toHaveLength(1)
  })
})

it('tells objects on one line apart, as in the output of jq', () => {
  const meta = (name: string) => ({ metadata: { name, namespace: 'shop' } })
  const items = [
    { apiVersion: 'v1', kind: 'Event', ...meta('a') },
    { apiVersion: 'v1', kind: 'Event', ...meta('b') },
    { apiVersion: 'v1', kind: 'Secret', ...meta('c') },
  ]
  const files = [{ path: 'all.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) }]
  const objects = accountObjects(files, kubernetesImporter.read(files))
  expect(objects).toHaveLength(3)
  expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
})

it.each(['# kubectl get -o json\n', '// jq\n', '\uFEFF# one\n\n// two {\n'])(
  'counts each object of a stream of JSON that begins with %j exactly once',
  (comment) => {
    const object = (kind: string, name: string) => ({ apiVersion: 'v1', kind, metadata: { name } })
    const given = [
      object('Secret', 'a'),
      object('Event', 'b'),
      object('ServiceAccount', 'c'),
      object('Secret', 'd'),
    ]
    for (const space of [0, 2]) {
      const text = comment + given.map((one) => JSON.stringify(one, null, space)).join('\n')
      const files = [{ path: 'all.json', text }]
      expect(files.map(kubernetesImporter.detect)).toEqual(['yes'])
      const objects = accountObjects(files, kubernetesImporter.read(files))
      expect(objects.map(({ title }) => title)).toEqual(
        given.map(({ kind, metadata: { name } }) => `${kind}/default/${name}`),
      )
      expect(objects.filter((one) => !isAccountedOnce(one))).toEqual([])
    }
  },
)

// Real manifests of other projects, kept beside the checkout; without them there is nothing to read here.
const inputs = path.resolve('../shared/inputs')
describe.runIf(existsSync(inputs))('real manifests', () => {
  const catalogue = readOwnCatalogue()
  type Entry = { kind: string; name: string; objects?: number }
  const index = existsSync(inputs)
    ? (JSON.parse(readFileSync(path.join(inputs, 'INDEX.json'), 'utf8')) as Entry[])
    : []
  const sets = index.filter(({ kind }) => kind === 'k8s' || kind === 'labelled')
  // The index counts documents, a list as one. One document of kube-prometheus holds a bare "=", which the parser that it
  // was counted with refuses; its lists hold 39 objects.
  const expected = ({ name, objects = -1 }: Entry) => (name === 'kube-prometheus' ? objects + 1 : objects)
  it.each(sets.map((entry) => [entry.name, expected(entry), entry.kind] as const))(
    'reads %s and accounts for its %s documents',
    (name, documents, kind) => {
      const place = path.join(inputs, kind, name)
      const files = name.includes('.yaml')
        ? [{ path: name, text: readFileSync(place, 'utf8') }]
        : filesBelow(place).filter((file) => kubernetesImporter.detect(file) === 'yes')
      const result = testImporter(kubernetesImporter, files, catalogue)
      expect(result.unreadable).toEqual([])
      const accounted = accountObjects(files, result)
      expect(new Set(accounted.map(({ file, document }) => `${file} ${document}`)).size).toBe(documents)
      expect(accounted).toHaveLength(name === 'kube-prometheus' ? 131 : documents)
      expect(accounted.filter((object) => !isAccountedOnce(object))).toEqual([])
    },
    60_000,
  )
})
