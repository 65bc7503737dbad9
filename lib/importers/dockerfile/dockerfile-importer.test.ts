import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'
import { factsOf, filesBelow, flowsOf, linesOf, readOwnCatalogue } from '@/lib/testing/test-importer'

const fixtures = path.resolve('lib/importers/dockerfile/__fixtures__')
const fixture = (name: string) => ({ path: name, text: readFileSync(path.join(fixtures, name), 'utf8') })

describe('a Dockerfile with every instruction', () => {
  const result = readFiles([fixture('every-instruction.Dockerfile')])
  const key = 'dockerfile/every-instruction.Dockerfile'

  it('is read whole', () => {
    expect(result.unreadable).toEqual([])
    expect(result.extracts.map(({ scope, warnings }) => [scope, warnings])).toEqual([[key, []]])
    expect(factsOf(result, `${key}/recipe`)).toEqual({
      declared: true,
      user: 'nonroot',
      baseTagLatest: false,
      pinnedDigest: false,
      baseImageTrusted: true,
      baseImageName: 'alpine',
      secretsInBuild: true,
      healthcheck: true,
      exposedPorts: ['8080', '9090/tcp'],
      unpinnedPackages: false,
    })
    expect(factsOf(result, `${key}/image`)).toEqual({
      baseImageTrusted: true,
      secretsInLayers: true,
      healthcheck: true,
      builtLocally: true,
    })
  })

  it('has the line of each fact, in continued lines too', () => {
    expect(linesOf(result, `${key}/recipe`)).toMatchObject({
      declared: 26,
      user: 44,
      pinnedDigest: 6,
      baseImageName: 26,
      secretsInBuild: 30,
      healthcheck: 42,
      exposedPorts: 39,
    })
  })

  it('connects the image with what it is made of', () => {
    expect(flowsOf(result)).toEqual([
      'flow-build recipe -> image',
      'flow-build context -> image',
      'flow-build image/alpine:3.22.2@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412 -> image',
      'flow-image-pull registry/docker.io -> image/alpine:3.22.2@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412',
      'flow-build builder -> image',
    ])
    expect(factsOf(result, `${key}/builder`)).toEqual({ buildSecretsUsed: false })
  })

  it('says what it leaves out', () => {
    expect(result.extracts[0]?.skipped.map(({ what, line }) => [what, line])).toEqual([
      ['stage test', 23],
      ['ONBUILD', 43],
    ])
  })
})

describe('a Dockerfile beside a Compose file', () => {
  const compose = `services:
  web:
    build: ./web
    ports: ["8080:80"]
  worker:
    build: { context: ./web, target: base }
  api:
    build: { context: ., dockerfile: docker/api.Dockerfile }
`
  const files = [
    { path: 'shop/compose.yaml', text: compose },
    {
      path: 'shop/web/Dockerfile',
      text: 'FROM node:22 AS base\nUSER node\nFROM base\nUSER 0\nHEALTHCHECK NONE\nCOPY . /app\n',
    },
    { path: 'shop/web/.env', text: 'PASSWORD=x\n' },
    { path: 'shop/docker/api.Dockerfile', text: 'FROM python:3.13-slim\nCOPY api /api\n' },
  ]
  const result = readFiles(files)

  it('belongs to the service that is built from it, each with its own stage', () => {
    expect(flowsOf(result).filter((flow) => flow.includes('recipe'))).toEqual([
      'flow-build web/Dockerfile/recipe -> image/shop-web',
      'flow-build web/Dockerfile/recipe/base -> image/shop-worker',
      'flow-build docker/api.Dockerfile/recipe -> image/shop-api',
    ])
    expect(factsOf(result, 'dockerfile/shop/web/Dockerfile/recipe')).toMatchObject({ user: 'root' })
    expect(factsOf(result, 'dockerfile/shop/web/Dockerfile/recipe/base')).toMatchObject({ user: 'nonroot' })
  })

  it('stands on the host of the project', () => {
    const recipe = result.extracts[1]?.components.find(({ type }) => type === 'dockerfile')
    expect(recipe).toMatchObject({ parentKey: 'compose/shop/host', zoneKeys: ['compose/shop/host'] })
  })

  it('tells of the context that it holds secrets which the whole copy takes along', () => {
    const context = result.extracts[1]?.components.find(({ key }) => key === 'compose/shop/build/./web')
    expect(context?.facts).toMatchObject({
      dockerignore: [{ value: false }],
      containsSecrets: [{ value: true }],
    })
    expect(factsOf(result, 'dockerfile/shop/web/Dockerfile/recipe')?.secretsInBuild).toBe(true)
  })

  it('makes known who the container runs as and whether its health is checked', () => {
    const catalogue = readOwnCatalogue()
    const options = { newId: (key: string) => key, baseSeq: 0 }
    const start = emptyModel('Shop', catalogue.hash)
    const plan = planImport(start, result.extracts, options)
    expect(plan.warnings).toEqual([])
    const { model } = applyChange(start, plan.change ?? { id: 'c', label: '', atomic: true, edits: [] })
    const { verdicts } = analyse(model, catalogue)
    const of = (service: string, threatId: string) =>
      verdicts.find((one) => one.elementId === `compose/shop/service/${service}` && one.threatId === threatId)
        ?.state
    const rootThreat = verdicts.find(
      ({ elementId, because }) =>
        elementId === 'compose/shop/service/web' && JSON.stringify(because).includes('"runsAsRoot"'),
    )?.threatId as string
    expect(rootThreat).toBeDefined()
    expect([of('web', rootThreat), of('worker', rootThreat), of('api', rootThreat)]).toEqual([
      'raised',
      'countered',
      'raised',
    ])
    // Reading the same files again changes nothing.
    expect(planImport(model, readFiles(files).extracts, options).change).toBeUndefined()
  })

  it('is gone when the folder no longer has it', () => {
    const options = { newId: (key: string) => key, baseSeq: 0 }
    const start = emptyModel('Shop', 'c')
    const first = planImport(start, result.extracts, options)
    const { model } = applyChange(start, first.change ?? { id: 'c', label: '', atomic: true, edits: [] })
    const fewer = files.filter(({ path: name }) => !name.endsWith('web/Dockerfile'))
    const again = planImport(model, readFiles(fewer).extracts, options)
    expect(again.gone.filter(({ kind }) => kind === 'component').map(({ elementId }) => elementId)).toEqual(
      expect.arrayContaining([
        'dockerfile/shop/web/Dockerfile/recipe',
        'dockerfile/shop/web/Dockerfile/recipe/base',
      ]),
    )
  })
})

describe('a Dockerfile beside what runs its image', () => {
  const run = (image: string) => ({ path: 'compose.yaml', text: `services:\n  a:\n    image: ${image}\n` })
  const recipe = (name: string) => ({ path: name, text: 'FROM alpine:3.22\nUSER app\n' })

  it('is joined when their names agree, and says so', () => {
    const result = readFiles([run('me/shop-cache:1'), recipe('cache/Dockerfile'), recipe('web/Dockerfile')])
    expect(flowsOf(result)).toContain('flow-build Dockerfile/recipe -> image/me/shop-cache:1')
    expect(result.extracts.flatMap(({ warnings }) => warnings).map(({ file }) => file)).toEqual([
      'cache/Dockerfile',
    ])
  })

  it('is not joined to an official image, nor when two agree as well', () => {
    const official = readFiles([run('redis:8'), recipe('redis/Dockerfile')])
    expect(flowsOf(official).join()).not.toContain('recipe -> image/redis:8')
    const two = readFiles([run('me/web:1'), recipe('a/web/Dockerfile'), recipe('b/web/Dockerfile')])
    expect(two.extracts.flatMap(({ warnings }) => warnings)).toEqual([])
  })
})

describe('an ignore file', () => {
  const read = (ignore: string) =>
    factsOf(
      readFiles([
        { path: 'a/Dockerfile', text: 'FROM alpine:3.22\nCOPY . .\n' },
        { path: 'a/.dockerignore', text: ignore },
      ]),
      'dockerfile/a/Dockerfile/context',
    )?.dockerignore

  it.each([
    ['.git\n.env\n', true],
    ['*\n!src\n', true],
    ['**/.env*\n.git/\n', true],
    ['.*\n', true],
    ['node_modules\n', false],
    ['.git\n.env\n!.env\n', false],
    ['# .git\n', false],
    ['', false],
  ])('%j keeps secrets and history out: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('alone says where it belongs', () => {
    expect(readFiles([{ path: '.dockerignore', text: '.git' }]).unreadable[0]?.sentence).toContain(
      'together with the Dockerfile',
    )
  })
})

describe('images that files are copied from', () => {
  const sources = (text: string) =>
    flowsOf(readFiles([{ path: 'app/Dockerfile', text }])).filter((flow) =>
      /^flow-(build|image-pull) (image|registry)\//.test(flow),
    )
  const into = '-> Dockerfile/image'

  it('are drawn with their registries, also under the name of a stage', () => {
    const text = `FROM docker:28 AS cli
FROM golang:1.24 AS build
RUN go build
FROM alpine:3.22
COPY --from=ghcr.io/example/tool:2 /tool /bin/
COPY --from=cli /usr/local/bin/docker /bin/
COPY --from=build /app /app
`
    expect(sources(text).toSorted()).toEqual([
      `flow-build image/alpine:3.22 ${into}`,
      `flow-build image/docker:28 ${into}`,
      `flow-build image/ghcr.io/example/tool:2 ${into}`,
      'flow-image-pull registry/docker.io -> image/alpine:3.22',
      'flow-image-pull registry/docker.io -> image/docker:28',
      'flow-image-pull registry/ghcr.io -> image/ghcr.io/example/tool:2',
    ])
  })

  it('are none when the name may be that of a further context, or is left to a variable', () => {
    const text = 'FROM alpine:3.22\nARG T\nCOPY --from=docs /a /b\nCOPY --from=example/tool:$T /a /b\n'
    expect(sources(text)).toHaveLength(2)
  })
})

it('one named Dockerfile.env is no environment file', () => {
  const text = 'FROM alpine:3.22\nENV A=1\nENV B=2\n'
  expect(readFiles([{ path: 'Dockerfile.env', text }]).outcomes[0]?.readAs).toBe('Dockerfile')
})

describe('files that are no Dockerfiles', () => {
  it.each([
    ['notes.md', '# Notes\nFROM here we go\nand on\n'],
    ['query.sql', 'SELECT 1\nFROM t\n'],
    ['mail.txt', 'From: me@example.com\nTo: you\n'],
    ['FROM', 'FROM the beginning it was clear\n'],
  ])('%s is not taken for one', (name, text) => {
    expect(readFiles([{ path: name, text }]).unreadable[0]?.sentence).toContain('does not know')
  })

  it('a file by that name without FROM gets a sentence', () => {
    expect(readFiles([{ path: 'Dockerfile', text: 'RUN x\n' }]).unreadable).toEqual([
      { file: 'Dockerfile', sentence: expect.stringContaining('no line begins with FROM') },
    ])
  })
})

const samples = path.resolve('../shared/inputs/dockerfile')

describe('the Dockerfiles of other projects', () => {
  const files = filesBelow(samples)
  it.skipIf(files.length === 0)('are read without an error, one by one and together', () => {
    for (const group of [...files.map((file) => [file]), files]) {
      const result = readFiles(group)
      expect(result.unreadable).toEqual([])
      expect(result.outcomes.every(({ readAs }) => readAs === 'Dockerfile')).toBe(true)
    }
  })
})
