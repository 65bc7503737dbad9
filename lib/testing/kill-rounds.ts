/**
 * How many processes kill.test.ts kills. Starting one takes most of a second of computing, so by default fewer than
 * the 200 that `KILL_ROUNDS=200 npx vitest run lib/services/kill.test.ts` asks for.
 */
export function killRounds(): number {
  return Number(process.env.KILL_ROUNDS ?? 30)
}
