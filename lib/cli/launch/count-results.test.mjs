import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, sum } from './count-results.mjs'

const file = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

describe('countVitest', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed'), file('failed')]
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults }, 1)).toEqual({
      passed: 2,
      failed: 2,
    })
  })

  it('is a failure when the runner ended badly after good tests, or wrote no report', () => {
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1)).toEqual({
      passed: 5,
      failed: 1,
    })
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  it('counts a test that passed at its second try as passed', () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 } }, 1)).toEqual({
      passed: 4,
      failed: 1,
    })
  })

  it('is a failure when the server did not start', () => {
    expect(
      countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: ['no server'] }, 1),
    ).toEqual({
      passed: 0,
      failed: 1,
    })
  })
})

describe('sum', () => {
  it('adds up all stages', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
  })
})
