import { buildApp } from './build-app.mjs'
import { bundle, bundleWorker } from './bundle.mjs'
import { generateClient } from './generate-client.mjs'
import { runScript } from './stop.mjs'

/** Makes everything that a server needs ahead of its start, for an image whose file system cannot be written. */
await runScript(async () => {
  await generateClient(console.log)
  await buildApp(console.log)
  await bundleWorker()
  await bundle('server-tasks', 'lib/cli/launch/server-tasks.ts')
  await bundle('account-tasks', 'lib/cli/launch/account-tasks.ts')
  await bundle('log-tasks', 'lib/cli/launch/log-tasks.ts')
  await bundle('seed', 'prisma/seed.ts')
})
