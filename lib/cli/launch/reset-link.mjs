import { runScript, Stop } from './stop.mjs'

/** Prints a one-time link by which a person chooses a new password. */
await runScript(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new Stop('Name the person: npm run user:reset-link -- ada')
  const { readEnv } = await import('./read-env.mjs')
  const env = await readEnv()
  const { loadBundle } = await import('./bundle.mjs')
  const { resetLink } = await loadBundle('account-tasks', 'lib/cli/launch/account-tasks.ts')
  const path = await resetLink(env, name).catch((error) => {
    throw error.code ? error : new Stop(error.message)
  })
  console.log(`For ${name}, once, within an hour: ${env.appOrigin}${path}`)
})
