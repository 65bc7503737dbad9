import { assertNodeVersion } from './node-version.mjs'
import { runScript } from './stop.mjs'

await runScript(async () => {
  assertNodeVersion(process.versions.node)
  const { installMissing } = await import('./install.mjs')
  await installMissing(console.log)
  const { readEnv } = await import('./read-env.mjs')
  const env = await readEnv()
  const { generateClient } = await import('./generate-client.mjs')
  await generateClient(console.log)
  const { prepareData } = await import('./prepare-data.mjs')
  for (const line of await prepareData(env, console.log)) console.log(line)
  const { bundleWorkers } = await import('./bundle.mjs')
  await bundleWorkers()
  const { runNode } = await import('./run-command.mjs')
  const { inRoot } = await import('./paths.mjs')
  const next = inRoot('node_modules/next/dist/bin/next')
  return (
    await runNode([next, 'dev', '-H', env.host, '-p', String(env.port)], {
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    })
  ).code
})
