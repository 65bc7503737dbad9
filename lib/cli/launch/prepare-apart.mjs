import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Stop } from './stop.mjs'

/**
 * Runs prepareData in a process of its own, so that the launcher, which stays as long as the server, does not
 * keep the memory of migrating and seeding.
 * @returns {Promise<string[]>} lines for the person who starts the server
 * @throws {Stop} see prepareData; an unexpected failure has printed its stack already.
 */
export function prepareApart() {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url))
    let answer
    child.on('message', (message) => {
      answer = message
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (answer?.lines) resolve(answer.lines)
      else reject(new Stop(answer?.stop ?? 'The data could not be prepared: see above.'))
    })
  })
}

/** What the process of its own does. */
async function prepareHere() {
  const [{ readEnv }, { prepareData }] = await Promise.all([
    import('./read-env.mjs'),
    import('./prepare-data.mjs'),
  ])
  try {
    return { lines: await prepareData(await readEnv(), console.log) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { stop: error.message }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = await prepareHere()
  process.send?.(answer, () => process.exit(0))
}
