/** @typedef {{passed: number, failed: number}} Count */

/**
 * @param {{numPassedTests: number, numFailedTests: number, testResults: {status: string, assertionResults: {status: string}[]}[]} | undefined} report
 * of Vitest's JSON reporter; undefined when it wrote none
 * @param {number} exitCode
 * @returns {Count} where a file that could not be loaded counts as one failure
 */
export function countVitest(report, exitCode) {
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length
  const failed = (report?.numFailedTests ?? 0) + unloaded
  return atLeastOneFailure({ passed: report?.numPassedTests ?? 0, failed }, exitCode)
}

/**
 * @param {{stats: {expected: number, unexpected: number, flaky: number}, errors?: unknown[]} | undefined} report
 * of Playwright's JSON reporter; undefined when it wrote none
 * @param {number} exitCode
 * @returns {Count} where a test that passed at its second try counts as passed; the list names it as flaky
 */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected }, exitCode)
}

/** A suite that ended badly without a failed test has failed all the same. */
function atLeastOneFailure(count, exitCode) {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}
