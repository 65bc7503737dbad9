import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inRoot, ROOT } from './paths.mjs'
import { Stop } from './stop.mjs'

/** How long requests may take to end after the server was told to stop. */
const GRACE_MS = 8000

/**
 * Serves the built pages until a signal comes, and ends with them.
 * @param {{host: string, port: number}} env
 * @param {() => void} whenReady called once the server answers
 * @returns {Promise<number>} the exit code: 0 after SIGINT or SIGTERM
 * @throws {Stop} when the server ends by itself.
 */
export function serve({ host, port }, whenReady) {
  const guard = inRoot('lib/cli/launch/guard-server.mjs')
  const next = inRoot('node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, ['--import', guard, next, 'start', '-H', host, '-p', String(port)], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!isBanner(line)) console.log(line)
  })
  child.on('message', (message) => {
    if (message === 'ready') whenReady()
  })
  return new Promise((resolve, reject) => {
    let stopping = false
    const stop = (signal) => {
      if (stopping) return
      stopping = true
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
    }
    process.on('SIGINT', () => stop('SIGINT'))
    process.on('SIGTERM', () => stop('SIGTERM'))
    child.on('exit', (code, signal) => {
      if (stopping) resolve(0)
      else
        reject(
          new Stop(
            `The server ended by itself (${signal ?? `exit code ${code}`}): see what it printed above.`,
          ),
        )
    })
  })
}

/** What Next prints about itself when it starts; the log of the server is JSON, a line each. */
function isBanner(line) {
  return /^\s*(▲|✓|- (Local|Network|Environments|Experiments)|$)/.test(line)
}
