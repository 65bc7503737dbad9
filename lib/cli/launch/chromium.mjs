import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'
import { Stop } from './stop.mjs'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium for the tests: the one that CHROMIUM_PATH names, the system's, or the one that Playwright downloaded.
 * As root on a build machine Debian's package is installed.
 * @returns {Promise<string>} the path of the program
 * @throws {Stop} when there is none, saying how to get one.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Stop(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const found = named || (await existing())
  if (found) return found
  if (process.env.CI && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await runCommand('apt-get', ['update', '-qq'], { quiet: true })
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const installed = await existing()
  if (installed) return installed
  throw new Stop(
    'There is no Chromium to test with: run "npx playwright install chromium" or "apt-get install chromium", or name one with CHROMIUM_PATH.',
  )
}

async function existing() {
  const { chromium } = await import('@playwright/test')
  return [...SYSTEM, chromium.executablePath()].find((file) => existsSync(file))
}
