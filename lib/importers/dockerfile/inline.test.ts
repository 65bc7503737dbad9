import { describe, expect, it } from 'vitest'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { emptyModel } from '@/lib/model/empty-model'

const compose = {
  path: 'shop/compose.yaml',
  text: `services:
  web:
    build:
      context: .
      dockerfile_inline: |
        FROM nginx:latest
        ENV API_TOKEN=hunter2canary
        RUN curl https://example.com/install.sh | sh
  job:
    build: { context: ., dockerfile_inline: "FROM scratch" }
  odd:
    build:
      context: .
      dockerfile_inline: COPY . .
`,
}

const read = (...files: { path: string; text: string }[]) => readFiles(files)
const all = (result: ReturnType<typeof read>) => result.extracts.flatMap(({ components }) => components)

describe('a Dockerfile inside of a Compose file', () => {
  it('is read as one, with the lines of the Compose file, and builds the image of its service', () => {
    const result = read(compose)
    const recipe = all(result).find(({ key }) => key === 'dockerfile/shop/compose.yaml/web/recipe')
    expect(recipe).toMatchObject({ type: 'dockerfile', source: { file: 'shop/compose.yaml', line: 6 } })
    const base = all(result).find(({ key }) => key === 'image/nginx:latest')
    expect(base?.facts.imageTagLatest?.[0]).toMatchObject({
      value: true,
      source: { file: 'shop/compose.yaml', line: 6 },
    })
    const flows = result.extracts.flatMap((extract) => extract.flows)
    expect(flows.map(({ from, to }) => [from, to])).toContainEqual([
      'dockerfile/shop/compose.yaml/web/recipe',
      'image/shop-web',
    ])
    const job = all(result).find(({ key }) => key === 'dockerfile/shop/compose.yaml/job/recipe')
    expect(job?.source.line).toBe(10)
  })

  it('is no image of its own, and is joined to nothing by its name', () => {
    const images = all(read(compose)).filter(({ type }) => type === 'image')
    expect([...new Set(images.map(({ key }) => key))].sort()).toEqual([
      'image/nginx:latest',
      'image/shop-job',
      'image/shop-odd',
      'image/shop-web',
    ])
  })

  it('gives away no secret, and leaves the file readable when it is broken', () => {
    const result = read(compose)
    expect(JSON.stringify(result)).not.toContain('canary')
    expect(result.unreadable).toEqual([
      { file: 'shop/compose.yaml', sentence: expect.stringContaining('no line begins with FROM') },
    ])
  })

  it('is unchanged when it comes again', () => {
    const start = emptyModel('Model', 'hash')
    const plan = (model: typeof start, text: string) =>
      planImport(model, read({ ...compose, text }).extracts, { newId: (key) => key, baseSeq: 0 })
    const { change } = plan(start, compose.text)
    const model = change ? applyChange(start, change).model : start
    expect(plan(model, compose.text).change).toBeUndefined()
  })
})
