import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { countPlaywright, countVitest } from './count-results.mjs'
import { inRoot } from './paths.mjs'
import { freePort } from './port.mjs'
import { runNode } from './run-command.mjs'
import { Stop } from './stop.mjs'

/** @typedef {import('./count-results.mjs').Count} Count */
/** @typedef {{name: string, run: () => Promise<Count>}} Stage */

const bin = (...parts) => inRoot('node_modules', ...parts)

/** One check that passes or fails as a whole and prints what it finds. */
function check(name, ...args) {
  return { name, run: async () => passedIf((await runNode(args)).code === 0) }
}

const passedIf = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** @returns {Stage[]} everything that needs no browser */
export function unitStages() {
  return [
    check('lint and format', bin('@biomejs/biome/bin/biome'), 'ci', '.'),
    { name: 'types', run: checkTypes },
    check('unused code', bin('knip/bin/knip.js'), '--no-progress'),
    check('catalogue', inRoot('lib/cli/launch/catalogue-check.mjs')),
    { name: 'unit tests', run: runVitest },
  ]
}

/** @returns {Stage[]} the pages, and the journeys of people through them */
export function journeyStages() {
  return [
    { name: 'build', run: build },
    { name: 'journeys', run: runPlaywright },
  ]
}

/** Next writes the types of routes and style sheets that the compiler asks for. */
async function checkTypes() {
  const typegen = await runNode([bin('next/dist/bin/next'), 'typegen'], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (typegen.code !== 0) console.error(typegen.output)
  const { code } = await runNode([bin('typescript/bin/tsc'), '--noEmit'])
  return passedIf(typegen.code === 0 && code === 0)
}

async function build() {
  const { buildApp } = await import('./build-app.mjs')
  try {
    await buildApp(console.log)
    return passedIf(true)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    return passedIf(false)
  }
}

function runVitest() {
  return inTemporaryFolder(async (folder) => {
    const report = path.join(folder, 'vitest.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await runNode([bin('vitest/vitest.mjs'), 'run', ...reporters])
    return countVitest(readJson(report), code)
  })
}

function runPlaywright() {
  return inTemporaryFolder(async (folder) => {
    const report = path.join(folder, 'playwright.json')
    const { code } = await runNode([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
      env: {
        CHROMIUM_PATH: await findChromium(),
        E2E_PORT: String(await freePort()),
        E2E_DATA_DIR: path.join(folder, 'data'),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    })
    return countPlaywright(readJson(report), code)
  })
}

async function inTemporaryFolder(task) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bulkhead-test-'))
  try {
    return await task(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
