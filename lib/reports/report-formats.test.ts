import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readModelFile } from '@/lib/model/model-file'
import { buildReport } from '@/lib/reports/build-report'
import { Report } from '@/lib/reports/report'
import { reportFormatOf, reportFormats } from '@/lib/reports/report-formats'
import { reportedModel } from '@/lib/testing/reported-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const model = reportedModel()
const report = buildReport({ model, catalogue: testCatalogue(), now: '2026-01-15' })
const folders = readdirSync(path.resolve('lib/reports'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
)

describe('report formats', () => {
  it.each(folders.map((folder) => folder.name))('has the folder %s in the list', (folder) => {
    expect(reportFormatOf(folder)?.id).toBe(folder)
  })

  it('has an id, a label and an extension of its own for each', () => {
    for (const key of ['id', 'label'] as const) {
      expect(new Set(reportFormats.map((format) => format[key])).size).toBe(reportFormats.length)
    }
  })

  it.each(reportFormats.map((format) => [format.id, format] as const))(
    'writes safe file names and whole text as %s',
    async (_id, format) => {
      const files = await format.render(report, model)
      expect(files[0]?.name).toMatch(
        new RegExp(`^[a-z][a-z-]*\\.${format.extension.replaceAll('.', '\\.')}$`),
      )
      expect(files[0]?.mediaType).toBe(format.mediaType)
      for (const file of files) expect(file.text.endsWith('\n')).toBe(true)
    },
  )

  it('has no format of an unknown name', () => {
    expect(reportFormatOf('constructor')).toBeUndefined()
  })

  it('gives the model back whole from the model file', async () => {
    const [file] = (await reportFormatOf('model')?.render(report, model)) ?? []
    expect(readModelFile(file?.text ?? '')).toEqual({ ok: true, model })
  })

  it('gives the report back whole from JSON', async () => {
    const [file] = (await reportFormatOf('json')?.render(report, model)) ?? []
    expect(Report.parse(JSON.parse(file?.text ?? ''))).toEqual(report)
  })
})
