/** How many mutated files a test tries: FUZZ_RUNS, or the few that every run of the suite has time for. */
export function fuzzRuns(usual: number): number {
  const given = Number(process.env.FUZZ_RUNS)
  return Number.isInteger(given) && given > 0 ? given : usual
}
