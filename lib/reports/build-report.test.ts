import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { applyEdit } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import { emptyModel } from '@/lib/model/empty-model'
import { isRefusal } from '@/lib/model/refusal'
import { buildReport } from '@/lib/reports/build-report'
import { Report } from '@/lib/reports/report'
import { reportFormats } from '@/lib/reports/report-formats'
import { arbitraryEdits } from '@/lib/testing/arbitrary-model'
import { reportedModel } from '@/lib/testing/reported-model'
import { testCatalogue } from '@/lib/testing/test-pack'

const catalogue = testCatalogue()
const model = reportedModel()
const report = buildReport({ model, catalogue, now: '2026-01-15', seq: 7 })
const threat = (key: string, of = report) => of.threats.find((item) => item.key === key)

describe('buildReport', () => {
  it('gives what its schema says', () => {
    expect(Report.parse(report)).toEqual(report)
  })

  it('gives the same bytes in every format for the same model, in whatever order it was made', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEdits, async (edits) => {
        let grown = emptyModel('Random', catalogue.hash)
        for (const edit of edits) {
          const result = applyEdit(grown, edit)
          if (!isRefusal(result)) grown = result.model
        }
        const turned = structuredClone(grown)
        for (const key of ['components', 'flows', 'decisions', 'attached'] as const) {
          turned[key] = Object.fromEntries(Object.entries(turned[key]).reverse()) as never
        }
        const [one, two] = [grown, turned].map((of) =>
          buildReport({ model: of, catalogue, now: '2026-01-15' }),
        )
        expect(one && Report.safeParse(one).success).toBe(true)
        for (const format of reportFormats) {
          expect(await format.render(two as Report, turned)).toEqual(
            await format.render(one as Report, grown),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('takes an analysis as well as a model', () => {
    expect(buildReport({ analysis: analyse(model, catalogue), now: '2026-01-15', seq: 7 })).toEqual(report)
  })

  it('puts what is worst and surest first', () => {
    expect(report.threats.slice(0, 2).map(({ key, severity, state }) => [key, severity, state])).toEqual([
      ['T-PRIV|web|', 'critical', 'raised'],
      ['T-REACH|web|', 'critical', 'raised'],
    ])
    expect(report.threats.at(-1)?.state).toBe('silent')
  })

  it('tells evidence in words with file and line', () => {
    expect(threat('T-PRIV|web|')?.evidence).toEqual(['privileged: yes (test.yaml:2)'])
    expect(threat('T-CALL|f1|')?.evidence).toEqual([
      'encrypted: no (test.yaml:1)',
      'It enters "Back net"',
      'It enters "Front net"',
    ])
  })

  it('uses the day only to see which decisions have expired', () => {
    const later = buildReport({ model, catalogue, now: '2026-03-01T10:00:00.000Z', seq: 7 })
    expect(threat('T-PRIV|web|')?.review).toBe('changed')
    expect(threat('T-PRIV|web|', later)?.review).toBe('expired')
    const other = buildReport({ model, catalogue, now: '2026-01-16T23:59:59.000Z', seq: 7 })
    expect(canonicalJson(other)).toBe(canonicalJson(report))
  })

  it('names the cause of what follows from another threat', () => {
    expect(threat('T-SECCOMP|web|')?.causeKey).toBe('T-PRIV|web|')
  })

  it('asks each question once, and says how many verdicts it bears on', () => {
    const keys = report.questions.map((question) => question.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('odd|privileged')
    for (const { asks, state } of report.threats)
      if (state === 'possible') for (const ask of asks) expect(keys).toContain(ask)
  })

  it('keeps threats attached by hand, own ones and decisions that nothing needs any more', () => {
    expect(threat('T-HAND|db|')?.state).toBe('attached')
    expect(threat('a2|web|')).toMatchObject({ state: 'attached', isOwn: true, severity: 'critical' })
    expect(threat('T-CALL|f3|')).toMatchObject({ state: 'silent', decision: { status: 'not-applicable' } })
  })

  it('lists facts with value, origin and place, and flows with what they cross', () => {
    const web = report.components.find((component) => component.id === 'web')
    expect(web?.facts.find((fact) => fact.attribute === 'privileged')).toMatchObject({
      value: true,
      words: 'yes',
      origin: 'import',
      where: 'test.yaml:2',
    })
    expect(web?.facts.find((fact) => fact.attribute === 'seccomp')).toMatchObject({
      origin: 'derived',
      where: 'test.yaml:2',
    })
    expect(web?.inside.map((zone) => zone.name)).toEqual(['Front net', 'Back net'])
    expect(report.flows[0]?.crossings).toEqual([
      { id: 'back', name: 'Back net', direction: 'enters' },
      { id: 'net', name: 'Front net', direction: 'enters' },
    ])
  })

  it('tells of an empty model too', async () => {
    const empty = buildReport({ model: emptyModel('Empty', 'x'), catalogue, now: '2026-01-15' })
    expect(Report.safeParse(empty).success).toBe(true)
    for (const format of reportFormats) {
      const [file] = await format.render(empty, emptyModel('Empty', 'x'))
      expect(file?.text).not.toBe('')
    }
  })
})
