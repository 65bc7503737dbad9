#!/usr/bin/env node
import { loadBundle } from './launch/bundle.mjs'
import { runScript } from './launch/stop.mjs'

await runScript(async () => {
  const { main } = await loadBundle('bulkhead', 'lib/cli/main.ts')
  return main(process.argv.slice(2))
})
