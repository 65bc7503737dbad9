import { describe, expect, it } from 'vitest'
import { analyse } from '@/lib/analysis/analyse'
import { coverageOf, coverageReasons } from '@/lib/analysis/coverage'
import { focusSteps } from '@/lib/analysis/focus'
import { openQuestions, questionsFor } from '@/lib/analysis/open-questions'
import { questionTopics } from '@/lib/analysis/question-topics'
import { threatRows } from '@/lib/analysis/threat-rows'
import { severityRank } from '@/lib/catalogue/severity'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'
import { applyChange } from '@/lib/model/apply-change'
import type { EditOf } from '@/lib/model/change'
import type { FactValue } from '@/lib/model/fact'
import { mitigationKey } from '@/lib/model/keys'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildModel } from '@/lib/testing/build-model'
import { buildScenario } from '@/prisma/scenarios/build-scenario'
import { readSample } from '@/prisma/scenarios/read-sample'
import { scenarioList } from '@/prisma/scenarios/scenario-list'

const catalogue = openRepositoryCatalogue()
const today = '2026-01-01'
const samples = scenarioList.map((source) => buildScenario(source, readSample(source.folder), catalogue))

const look = (model: ThreatModel) => {
  const analysis = analyse(model, catalogue)
  return { analysis, rows: threatRows(analysis, today) }
}

describe('every verdict of the samples', () => {
  it('has a because', () => {
    for (const model of samples) {
      const { verdicts } = analyse(model, catalogue)
      expect(verdicts.length).toBeGreaterThan(20)
      expect(verdicts.filter(({ because }) => because.length === 0)).toEqual([])
    }
  })
})

describe('openQuestions', () => {
  it('asks one question for all elements alike, and settles every possible threat once', () => {
    for (const model of samples) {
      const { rows } = look(model)
      const asking = rows.filter((row) => row.state === 'possible' && row.isOpen && row.asks.length > 0)
      const questions = openQuestions(rows, model)
      expect(new Set(questions.map(({ attribute }) => attribute)).size).toBe(questions.length)
      expect(questions.reduce((sum, { settles }) => sum + settles, 0)).toBe(asking.length)
    }
  })

  it('comes down to nothing when every question is answered, in whatever order of rows', () => {
    for (const start of samples) {
      let model = start
      const same = openQuestions([...look(model).rows].reverse(), model).map(({ attribute }) => attribute)
      expect(openQuestions(look(model).rows, model).map(({ attribute }) => attribute)).toEqual(same)
      for (let round = 0; round < 60; round++) {
        const [next] = openQuestions(look(model).rows, model)
        if (!next) break
        model = answerAll(model, next.elementIds, next.attribute)
      }
      expect(openQuestions(look(model).rows, model)).toEqual([])
    }
  })

  it('puts those first that settle most: the share that the list promises is reached', () => {
    for (const model of samples) {
      const questions = openQuestions(look(model).rows, model)
      const all = questions.reduce((sum, { settles }) => sum + settles, 0)
      const first = questionsFor(0.8, questions)
      const settled = questions.slice(0, first).reduce((sum, { settles }) => sum + settles, 0)
      expect(settled).toBeGreaterThanOrEqual(0.8 * all)
    }
  })
})

describe('questionTopics', () => {
  it('holds every question once, and saying that all of a topic holds raises nothing', () => {
    for (const start of samples) {
      const questions = openQuestions(look(start).rows, start)
      const topics = questionTopics(questions, catalogue)
      expect(topics.length).toBeLessThanOrEqual(15)
      expect(
        topics.flatMap(({ statements, rest }) => [...statements.map(({ question }) => question), ...rest])
          .length,
      ).toBe(questions.length)
      let model = start
      for (const { question, value } of topics.flatMap(({ statements }) => statements))
        model = answerAll(model, question.elementIds, question.attribute, value)
      const raised = (of: ThreatModel) =>
        new Set(look(of).rows.flatMap((row) => (row.state === 'raised' ? [row.key] : [])))
      const before = raised(start)
      expect([...raised(model)].filter((key) => !before.has(key))).toEqual([])
      const possible = (of: ThreatModel) => look(of).rows.filter((row) => row.state === 'possible').length
      expect(possible(model)).toBeLessThan(0.2 * possible(start))
    }
  })
})

/** Any answer that fits the attribute, as a person gives it. */
function answerAll(
  model: ThreatModel,
  elementIds: readonly string[],
  attribute: string,
  given?: FactValue,
): ThreatModel {
  const entry = catalogue.attributes.get(attribute)
  const values = {
    boolean: true,
    number: 1,
    list: [],
    text: 'x',
    quantity: '1G',
    enum: entry?.values?.[0] ?? 'x',
  }
  const source = { who: 'Ann', when: '2026-01-01T00:00:00.000Z' }
  const edits = elementIds.map(
    (elementId): EditOf<'set-fact'> => ({
      type: 'set-fact',
      elementId,
      attribute,
      slot: 'person',
      value: { origin: 'person', value: given ?? values[entry?.type ?? 'boolean'], source },
      was: null,
    }),
  )
  return applyChange(model, { id: 'answer', label: 'Answer', atomic: true, edits }).model
}

describe('focusSteps', () => {
  it('begins with the worst threats, and no threat stands under two steps', () => {
    for (const model of samples) {
      const { rows } = look(model)
      const steps = focusSteps(rows, model, 100)
      const worst = steps.map((step) => severityRank(step.rows[0]?.severity ?? 'info'))
      expect(worst).toEqual(worst.toSorted((a, b) => b - a))
      const keys = steps.flatMap((step) => step.rows.map(({ key }) => key))
      expect(new Set(keys).size).toBe(keys.length)
      const open = rows.filter((row) => row.isOpen && row.state !== 'possible' && row.causeId === undefined)
      expect(keys.length).toBe(open.length)
    }
  })

  it('goes on to the next mitigation once one is in place', () => {
    const [model] = samples
    if (!model) throw new Error('no sample')
    const [first] = focusSteps(look(model).rows, model)
    const done = { ...model, mitigationStates: { ...model.mitigationStates } }
    for (const { elementId } of first?.rows ?? []) {
      const state = {
        elementId,
        mitigationId: first?.mitigationId ?? '',
        status: 'implemented',
        by: 'Ann',
      } as const
      done.mitigationStates[mitigationKey(state)] = { ...state, at: '2026-01-01T00:00:00.000Z' }
    }
    const places = new Set(first?.rows.map(({ elementId }) => elementId))
    const again = focusSteps(look(done).rows, done, 100).filter(
      (step) => step.mitigationId === first?.mitigationId,
    )
    expect(again.flatMap((step) => step.rows).filter((row) => places.has(row.elementId))).toEqual([])
  })
})

describe('coverageOf', () => {
  const model = buildModel([
    buildComponent('web', 'container', {}, { declared: true, privileged: true }),
    buildComponent('old', 'container', { outOfScope: { reason: 'Switched off.' } }, { privileged: true }),
    buildComponent('odd', 'no-such-type'),
  ])
  const { analysis, rows } = look(model)
  const on = (id: string) => rows.filter((row) => row.elementId === id)
  const [web, old, odd] = coverageOf(analysis, on, ['web', 'old', 'odd'])

  it('tells a threat, one that is not there, and what nobody looked at apart', () => {
    expect(web?.cells.E).toMatchObject({ state: 'threat', worst: 'critical' })
    expect(old?.cells.E.state).toBe('not-applicable')
    expect(odd?.cells.E.state).toBe('not-considered')
  })

  it('has evidence for all that was looked at and is not there', () => {
    let reasons = 0
    for (const sample of samples) {
      const seen = look(sample)
      for (const elementId of Object.keys(sample.components)) {
        const own = seen.rows.filter((row) => row.elementId === elementId)
        for (const reason of coverageReasons(seen.analysis, own, elementId, 'E')) {
          reasons += 1
          expect(reason.because.length + (reason.words?.length ?? 0), reason.title).toBeGreaterThan(0)
        }
      }
    }
    expect(reasons).toBeGreaterThan(50)
  })
})
