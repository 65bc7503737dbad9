import { existsSync, readFileSync } from 'node:fs'
import { missingPackages } from './missing-packages.mjs'
import { inRoot } from './paths.mjs'
import { runCommand, runNode } from './run-command.mjs'
import { Stop } from './stop.mjs'

/**
 * Installs what package-lock.json asks for and node_modules lacks, and sees that SQLite's driver runs here.
 * @param {(line: string) => void} says
 * @throws {Stop} when npm or the compiler failed.
 */
export async function installMissing(says) {
  if (missing().length > 0) {
    says('Installing packages: this takes a few minutes the first time.')
    const { code, output } = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
    })
    if (code !== 0) throw new Stop(installProblem(output))
  }
  if (await driverRuns()) return
  says('Building the SQLite driver for this Node.')
  const { output } = await runCommand('npm', ['rebuild', 'better-sqlite3'], { quiet: true })
  if (!(await driverRuns())) throw new Stop(installProblem(output))
}

function missing() {
  const installed = inRoot('node_modules/.package-lock.json')
  if (!existsSync(installed)) return ['node_modules']
  return missingPackages(packagesOf(inRoot('package-lock.json')), packagesOf(installed))
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** In a process of its own, because a driver that was built for another Node can only be loaded anew there. */
async function driverRuns() {
  const script = `new (require('better-sqlite3'))(':memory:').close()`
  return (await runNode(['-e', script], { quiet: true })).code === 0
}

/**
 * One sentence for what npm printed.
 * @param {string} output
 */
export function installProblem(output) {
  if (/EUSAGE/.test(output))
    return 'package-lock.json does not fit package.json: run "npm run lock" and start again.'
  if (/gyp ERR|node-gyp|not found: make|g\+\+|find Python/i.test(output)) {
    return `The SQLite driver could not be compiled: install a compiler ("apt-get install python3 make g++" on Debian and Ubuntu, "xcode-select --install" on macOS) and start again.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(output)) {
    return 'The packages could not be downloaded: check the connection to the npm registry and start again.'
  }
  if (/EACCES|EROFS/.test(output))
    return 'The packages could not be written: give yourself write access to this folder and start again.'
  return `npm could not install the packages:\n${output.trim()}`
}
