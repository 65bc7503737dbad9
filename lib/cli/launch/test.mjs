import { assertNodeVersion } from './node-version.mjs'
import { runScript, Stop } from './stop.mjs'

/** Runs a stage; whatever it throws is one failure, and the next stages still run. */
async function countOf({ name, run }) {
  console.log(`\n== ${name}`)
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

await runScript(async () => {
  assertNodeVersion(process.versions.node)
  const part = process.argv[2] ?? 'all'
  if (!['all', 'unit', 'e2e'].includes(part))
    throw new Stop('Say npm test, npm test -- unit or npm test -- e2e.')
  const { installMissing } = await import('./install.mjs')
  await installMissing(console.log)
  const { generateClient } = await import('./generate-client.mjs')
  await generateClient(console.log)
  const { journeyStages, unitStages } = await import('./test-stages.mjs')
  const { sum } = await import('./count-results.mjs')
  const stages = [...(part === 'e2e' ? [] : unitStages()), ...(part === 'unit' ? [] : journeyStages())]
  const counts = []
  for (const stage of stages) counts.push(await countOf(stage))
  const { passed, failed } = sum(counts)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
})
