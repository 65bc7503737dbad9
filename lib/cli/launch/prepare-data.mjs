import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadBundle } from './bundle.mjs'
import { prepareDataFolder } from './data-folder.mjs'
import { inRoot } from './paths.mjs'
import { Stop } from './stop.mjs'

/**
 * Brings a data folder to where a server can run on it: secrets, migrations, seed.
 * @param {{dataDir: string, databaseFile: string, databaseUrl: string}} env
 * @param {(line: string) => void} says
 * @returns {Promise<string[]>} lines for the person who starts the server, such as the link to set it up
 * @throws {Stop} when the folder cannot be written, a server runs on it, or its database is refused.
 */
export async function prepareData(env, says) {
  prepareDataFolder(env.dataDir)
  const { applyMigrations, secrets, takeDataLock } = await loadTasks()
  const letGo = takeDataLock(env.dataDir)
  if (!letGo)
    throw new Stop(
      `Another server is running on ${env.dataDir}: stop it, or name another folder with DATA_DIR.`,
    )
  try {
    stopping(() => secrets(env.dataDir))
    const migrated = await applyMigrations(env.databaseFile, inRoot('prisma/migrations'))
    if ('refused' in migrated) throw new Stop(`${migrated.refused} (${env.databaseFile})`)
    if (migrated.backup)
      says(
        `The database was brought up to date; a copy from before is ${path.relative(process.cwd(), migrated.backup)}.`,
      )
    return await seed(env)
  } finally {
    letGo()
  }
}

/** The TypeScript of the launch scripts. */
export function loadTasks() {
  return loadBundle('server-tasks', 'lib/cli/launch/server-tasks.ts')
}

/** An Error of a task that is one sentence already. */
function stopping(task) {
  try {
    return task()
  } catch (error) {
    throw new Stop(error.message)
  }
}

async function seed({ databaseUrl, dataDir }) {
  if (!existsSync(inRoot('prisma/seed.ts'))) return []
  const module = await loadBundle('seed', 'prisma/seed.ts')
  return module.seed({ databaseUrl, dataDir })
}
