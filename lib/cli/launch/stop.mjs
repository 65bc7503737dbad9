/** A failure that one sentence explains: printed without a stack, and the exit code is 1. */
export class Stop extends Error {}

/**
 * Runs a script: a Stop ends it with its sentence, anything else with its stack, both with exit code 1.
 * @param {() => Promise<number | void>} script resolves to the exit code; nothing means 0.
 */
export async function runScript(script) {
  try {
    process.exitCode = (await script()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}
