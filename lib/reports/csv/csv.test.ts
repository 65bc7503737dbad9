import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildReport } from '@/lib/reports/build-report'
import { csvFormat } from '@/lib/reports/csv/csv'
import { escapeCsv } from '@/lib/reports/csv/escape-csv'
import { arbitraryName, hostileNames } from '@/lib/testing/hostile-model'
import { reportedModel } from '@/lib/testing/reported-model'
import { testCatalogue } from '@/lib/testing/test-pack'

/** Reads CSV as RFC 4180 has it; throws on anything else. */
function readCsv(text: string): string[][] {
  const lines = text.split('\r\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => {
    if (!/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/.test(line)) throw new Error(`Not a line: ${line}`)
    return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
  })
}

describe('csvFormat', () => {
  it('stays a table without formulas, whatever things are called', () => {
    fc.assert(
      fc.asyncProperty(arbitraryName, async (name) => {
        const model = reportedModel(name, name.slice(0, 200))
        const report = buildReport({ model, catalogue: testCatalogue(), now: '2026-01-15' })
        const rows = readCsv((await csvFormat.render(report, model))[0]?.text ?? '')
        expect(rows).toHaveLength(report.threats.length + 1)
        for (const row of rows) {
          expect(row).toHaveLength(rows[0]?.length ?? 0)
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
        }
      }),
      { numRuns: 40, examples: hostileNames.map((name) => [name]) },
    )
  })
})

describe('escapeCsv', () => {
  it('puts an apostrophe before what a spreadsheet would run', () => {
    expect(escapeCsv('=1+1')).toBe(`"'=1+1"`)
    expect(escapeCsv(' \t@SUM(1)')).toBe(`"'  @SUM(1)"`)
    expect(escapeCsv('-2')).toBe(`"'-2"`)
    expect(escapeCsv('＝1')).toBe(`"'＝1"`)
    expect(escapeCsv('\rx')).toBe(`"' x"`)
    expect(escapeCsv(-2)).toBe('"-2"')
    expect(escapeCsv('a "b", c\nd')).toBe('"a ""b"", c d"')
  })
})
