import { existsSync } from 'node:fs'
import { loadBundle } from './bundle.mjs'
import { inRoot } from './paths.mjs'
import { runScript } from './stop.mjs'

/** Runs lib/cli/catalogue-check.ts, which resolves to the exit code, once there is one. */
await runScript(async () => {
  const entry = 'lib/cli/catalogue-check.ts'
  if (!existsSync(inRoot(entry))) return console.log(`There is no ${entry} yet.`)
  const { main } = await loadBundle('catalogue-check', entry)
  return main(process.argv.slice(2))
})
