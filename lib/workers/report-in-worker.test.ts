import { beforeAll, describe, expect, it } from 'vitest'
import { emptyModel } from '@/lib/model/empty-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { buildWorker } from '@/lib/testing/build-worker'
import { testCatalogue } from '@/lib/testing/test-pack'
import { reportInWorker } from '@/lib/workers/report-in-worker'
import type { ReportSource } from '@/lib/workers/report-protocol'

// The real worker in a real thread.
beforeAll(() => buildWorker('report'))

const { pack } = testCatalogue()
const source = (document = buildModel([buildComponent('web', 'box')], [])): ReportSource => ({
  kind: 'model',
  document,
  pack: JSON.stringify(pack),
  moment: { seq: 3, now: '2026-11-29T00:00:00.000Z' },
})
const limits = { timeoutMs: 60_000, memoryMb: 512 }

describe('reportInWorker', () => {
  it('writes the report of a model, and the same of what was kept of it', async () => {
    const kept = await reportInWorker({ source: source(), wanted: { kind: 'text' } })
    if ('stopped' in kept) throw new Error(kept.stopped)
    const document = JSON.stringify(buildModel([buildComponent('web', 'box')], []))
    const files = await Promise.all(
      [source(), { kind: 'kept', document, report: kept.text } as const].map((from) =>
        reportInWorker({ source: from, wanted: { kind: 'file', format: 'markdown' } }),
      ),
    )
    expect(files[1]).toEqual(files[0])
    const [first] = files
    if (!first || 'stopped' in first) throw new Error(first?.stopped)
    expect(first.file).toMatchObject({ name: 'report.md', isMain: true })
    expect(new TextDecoder().decode(first.file?.bytes)).toContain('web')
  })

  it('gives a page no more blocks than it can show, and says so', async () => {
    const page = (maxBlocks: number) =>
      reportInWorker({ source: source(), wanted: { kind: 'view', maxBlocks } })
    const [short, whole] = await Promise.all([page(2), page(10_000)])
    if ('stopped' in short || 'stopped' in whole) throw new Error('stopped')
    expect([short.blocks.length, short.isCut, whole.isCut]).toEqual([2, true, false])
    expect(whole.basis.seq).toBe(3)
  })

  it('is refused of more than anybody can read, but the model file is written', async () => {
    const large = buildModel(
      Array.from({ length: 20_001 }, (_, at) => buildComponent(`web-${at}`, 'box')),
      [],
    )
    const of = (format: string) => reportInWorker({ source: source(large), wanted: { kind: 'file', format } })
    expect(await of('json')).toEqual({ stopped: expect.stringContaining('20,001 components') })
    const file = await of('model')
    if ('stopped' in file) throw new Error(file.stopped)
    expect(Object.keys(JSON.parse(new TextDecoder().decode(file.file?.bytes)).model.components)).toHaveLength(
      20_001,
    )
  })

  it('says that a format has no such file', async () => {
    const wanted = { kind: 'file', format: 'csv', file: 'drawing.svg' } as const
    expect(await reportInWorker({ source: source(), wanted })).toEqual({ file: undefined })
  })

  it.each([
    ['takes too long', { ...limits, timeoutMs: 1 }, 'longer than two minutes'],
    ['needs too much memory', { ...limits, memoryMb: 4 }, 'larger than'],
  ])('answers with a sentence when it %s', async (_, given, sentence) => {
    const document = buildModel(
      Array.from({ length: 2000 }, (_, at) => buildComponent(`web-${at}`, 'box')),
      [],
    )
    const answer = await reportInWorker({ source: source(document), wanted: { kind: 'text' } }, given)
    expect(answer).toEqual({ stopped: expect.stringContaining(sentence) })
  })

  it('answers with a sentence when it breaks, or was not built', async () => {
    const broken: ReportSource = { kind: 'kept', document: '{', report: '{' }
    const wanted = { kind: 'text' } as const
    expect(await reportInWorker({ source: broken, wanted })).toEqual({
      stopped: expect.stringContaining('stopped unexpectedly'),
    })
    expect(
      await reportInWorker({ source: source(emptyModel('Model', 'hash')), wanted }, limits, 'no/file.js'),
    ).toEqual({
      stopped: expect.stringContaining('was not built'),
    })
  })
})
