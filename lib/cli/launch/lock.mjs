import { readFileSync, writeFileSync } from 'node:fs'
import { lockfileGaps } from './lockfile-gaps.mjs'
import { inRoot } from './paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript, Stop } from './stop.mjs'

/** Brings package-lock.json up to package.json, complete for every system. */
await runScript(async () => {
  const { code } = await runCommand('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'])
  if (code !== 0) throw new Stop('package-lock.json was not changed.')
  const file = inRoot('package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const gaps = lockfileGaps(lock.packages)
  const { '': self, ...others } = { ...lock.packages, ...gaps }
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = { '': self, ...Object.fromEntries(sorted) }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`Added ${Object.keys(gaps).length} programs for other systems.`)
})
