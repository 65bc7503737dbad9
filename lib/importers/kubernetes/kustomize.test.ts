import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { kubernetesImporter } from '@/lib/importers/kubernetes/kubernetes-importer'
import { readFiles } from '@/lib/importers/read-files'

type Files = Readonly<Record<string, string>>

function read(given: Files) {
  const files = Object.entries(given).map(([path, text]) => ({ path, text }))
  const result = readFiles(files)
  const all = result.extracts.flatMap(({ components }) => components)
  const web = all.find(({ key }) => key === 'Deployment/default/web')
  const whyOf = (path: string) =>
    result.extracts.flatMap(({ skipped }) => skipped).find(({ file }) => file === path)?.why
  const objects = files.filter(({ path }) => !path.endsWith('kustomization.yaml'))
  const lost = accountObjects(objects, kubernetesImporter.read(files)).filter((one) => !isAccountedOnce(one))
  return { result, web, whyOf, lost }
}

const web = (replicas: number) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: ${replicas}, template: {spec: {containers: [{name: a, image: "web:1"}]}}}\n`

const base: Files = {
  'k/base/kustomization.yaml': 'resources: [web.yaml]\n',
  'k/base/web.yaml': web(1),
}
const prod: Files = {
  'k/prod/kustomization.yaml': 'resources: [../base, web.yaml]\n',
  'k/prod/web.yaml': web(5),
}
const reversed = (files: Files): Files => Object.fromEntries(Object.entries(files).toReversed())

describe('a base and its overlay', () => {
  it.each([
    ['the base first', { ...base, ...prod }],
    ['the overlay first', reversed({ ...base, ...prod })],
  ])('of one object are that of the overlay, with a reason for the base: %s', (_, files) => {
    const { web: found, whyOf, lost } = read(files)
    expect(found).toMatchObject({ source: { file: 'k/prod/web.yaml' }, facts: { replicas: [{ value: 5 }] } })
    expect(whyOf('k/base/web.yaml')).toBe(
      'The same object stands in k/prod/web.yaml, line 2, which counts: the kustomization.yaml of k/prod takes this folder as its base. Run "kustomize build k/prod" and import the result to see what is deployed.',
    )
    expect(lost).toEqual([])
  })

  it('are so over several folders', () => {
    const files = {
      ...base,
      'k/mid/kustomization.yaml': 'bases: [../base]\n',
      'k/prod/kustomization.yaml': 'resources: [../mid/, ./web.yaml]\n',
      'k/prod/web.yaml': web(5),
    }
    expect(read(files).web?.source.file).toBe('k/prod/web.yaml')
  })

  it.each(['patches: [{path: web.yaml}]', 'patchesStrategicMerge: [web.yaml]'])(
    'are that of the base where the other is a patch of it: %s',
    (patches) => {
      const files = { ...prod, 'k/prod/kustomization.yaml': `resources: [../base]\n${patches}\n`, ...base }
      const { web: found, whyOf, lost } = read(files)
      expect(found?.source.file).toBe('k/base/web.yaml')
      expect(whyOf('k/prod/web.yaml')).toMatch(
        /It is a patch .*k\/base\/web\.yaml, line 2.*"kustomize build k\/prod"/,
      )
      expect(lost).toEqual([])
    },
  )

  it('of which there are several are that of the first file, and the reason says that they are variants', () => {
    const dev = {
      'k/dev/kustomization.yaml': 'resources: [../base, web.yaml]\n',
      'k/dev/web.yaml': web(2),
    }
    const { web: found, whyOf, lost } = read({ ...base, ...prod, ...dev })
    expect(found?.source.file).toBe('k/base/web.yaml')
    expect(whyOf('k/prod/web.yaml')).toMatch(/"kustomize build" for the one that is deployed/)
    expect(whyOf('k/dev/web.yaml')).toMatch(/"kustomize build" for the one that is deployed/)
    expect(lost).toEqual([])
  })
})

describe('files of Kustomize', () => {
  it('that name no kind are told to be built, once each', () => {
    const { result } = read({ ...base, 'k/other/kustomization.yaml': 'kind: Kustomization\nresources: []\n' })
    const skipped = result.extracts.flatMap((extract) => extract.skipped)
    expect(skipped.map(({ file }) => file)).toEqual([
      'k/base/kustomization.yaml',
      'k/other/kustomization.yaml',
    ])
    for (const { why } of skipped) expect(why).toContain('kustomize build')
  })

  it.each<[string, Files]>([
    ['take each other as a base', { 'k/base/kustomization.yaml': 'resources: [web.yaml, ../prod]\n' }],
    ['take themselves as a base', { 'k/prod/kustomization.yaml': 'resources: [., web.yaml, ../prod]\n' }],
    ['are broken', { 'k/prod/kustomization.yaml': 'resources: [\n' }],
    [
      'are of wrong types',
      { 'k/prod/kustomization.yaml': 'resources: {a: 1}\npatches: [1, {path: [x]}]\nbases: [[1], null]\n' },
    ],
    [
      'name what is elsewhere',
      {
        'k/prod/kustomization.yaml':
          'resources: ["https://example.org/x", "git@example.org:x", "../../../../x", "|\\n a: b"]\n',
      },
    ],
    [
      'are a long chain',
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, at) => [
          `k/c${at}/kustomization.yaml`,
          `resources: [../c${at + 1}]\n`,
        ]),
      ),
    ],
  ])('that %s keep no object from being read', (_, files) => {
    const { web: found, whyOf, lost } = read({ ...base, ...prod, ...files })
    expect(found).toBeDefined()
    expect([whyOf('k/base/web.yaml'), whyOf('k/prod/web.yaml')].filter(Boolean)).toEqual([
      expect.stringMatching(/^The same object stands in k\/(base|prod)\/web\.yaml, line 2, which /),
    ])
    expect(lost).toEqual([])
  })
})
