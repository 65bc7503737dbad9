import { ROOT } from './paths.mjs'
import { loadTasks } from './prepare-data.mjs'
import { Stop } from './stop.mjs'

/**
 * The configuration of the environment. What it resolves to is written back, absolute, so that every process
 * started from here reads the same, wherever it runs.
 * @throws {Stop} with one sentence for every mistake.
 */
export async function readEnv() {
  const { parseEnv } = await loadTasks()
  const parsed = parseEnv(process.env, ROOT)
  if (!parsed.ok) throw new Stop(parsed.mistakes.join('\n'))
  const { dataDir, databaseUrl, host, port } = parsed.env
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, HOST: host, PORT: String(port) })
  return parsed.env
}
