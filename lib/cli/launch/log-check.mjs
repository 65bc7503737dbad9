import { loadBundle } from './bundle.mjs'
import { readEnv } from './read-env.mjs'
import { runScript } from './stop.mjs'

/** Checks the log of every model and says what is wrong; exits with 1 when something is. A server may be running. */
await runScript(async () => {
  const env = await readEnv()
  const { checkLogs } = await loadBundle('log-tasks', 'lib/cli/launch/log-tasks.ts')
  const logs = await checkLogs(env)
  for (const { name, id, entries, head, fault } of logs) {
    const found = fault ? `NOT WHOLE at entry ${fault.seq}: ${fault.sentence}` : 'whole'
    console.log(`${id}  ${entries} entries, head ${head.slice(0, 16)}, ${found}  ${JSON.stringify(name)}`)
  }
  const faults = logs.filter(({ fault }) => fault).length
  console.log(`${logs.length} logs checked, ${faults} not whole.`)
  return faults > 0 ? 1 : 0
})
