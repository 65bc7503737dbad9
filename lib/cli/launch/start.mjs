import { writeFileSync } from 'node:fs'
import { assertNodeVersion } from './node-version.mjs'
import { runScript } from './stop.mjs'

const says = (line) => console.log(line)

/** With --lines=<file> what is printed once, such as the link to set the server up, is kept for another program. */
function keepLines(lines) {
  const file = process.argv.find((argument) => argument.startsWith('--lines='))?.slice('--lines='.length)
  if (file) writeFileSync(file, lines.join('\n'), { mode: 0o600 })
}

await runScript(async () => {
  assertNodeVersion(process.versions.node)
  const isPrepared = process.argv.includes('--prepared')
  const { installMissing } = await import('./install.mjs')
  if (!isPrepared) await installMissing(says)
  const { readEnv } = await import('./read-env.mjs')
  const env = await readEnv()
  const { assertPortFree } = await import('./port.mjs')
  await assertPortFree(env.port, env.host)
  if (!isPrepared) {
    const { generateClient } = await import('./generate-client.mjs')
    await generateClient(says)
  }
  const { prepareApart } = await import('./prepare-apart.mjs')
  const lines = await prepareApart()
  if (!isPrepared) {
    const { buildApp } = await import('./build-app.mjs')
    await buildApp(says)
  }
  const { bundleWorkers } = await import('./bundle.mjs')
  await bundleWorkers()
  const { serve } = await import('./serve.mjs')
  return serve(env, () => {
    says(`Bulkhead is at ${env.appOrigin}`)
    for (const line of lines) says(line)
    keepLines(lines)
  })
})
