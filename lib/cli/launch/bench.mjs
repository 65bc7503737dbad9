import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { buildApp } from './build-app.mjs'
import { loadBundle } from './bundle.mjs'
import { generateClient } from './generate-client.mjs'
import { inRoot } from './paths.mjs'
import { runScript, Stop } from './stop.mjs'

/** Runs one benchmark of e2e/bench by name; it prints a table. */
await runScript(async () => {
  const [name = ''] = process.argv.slice(2)
  const entry = `e2e/bench/${name}.bench.ts`
  if (!/^[a-z-]+$/.test(name) || !existsSync(inRoot(entry))) {
    const names = readdirSync(inRoot('e2e/bench')).flatMap(
      (file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? [],
    )
    throw new Stop(`Name a benchmark: npm run bench -- ${names.join(' | ')}.`)
  }
  await generateClient(console.log)
  // What is measured against the real server needs its pages built.
  if (readFileSync(inRoot(entry), 'utf8').includes('@/e2e/own-server')) await buildApp(console.log)
  await loadBundle(`bench-${name}`, entry)
})
