import path from 'node:path'
import { runScript, Stop } from './stop.mjs'

const USAGE = 'Say one of: generate, migration <name>, backup [file], restore <file>.'

/** The path that a person named, relative to where they are. */
const named = (file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

const commands = {
  async generate() {
    const { generateClient } = await import('./generate-client.mjs')
    await generateClient(console.log, { always: true })
  },
  async migration(tasks, _env, name) {
    if (!name) throw new Stop('Name the migration: npm run db:migration -- add-tags')
    const { inRoot } = await import('./paths.mjs')
    const written = await tasks.writeMigration(inRoot('prisma'), name)
    console.log(
      written
        ? `Wrote ${path.relative(process.cwd(), written)}: read it before you commit it.`
        : 'The migrations agree with the schema already.',
    )
  },
  async backup(tasks, env, file) {
    const at = new Date().toISOString().replaceAll(/[:.]/g, '-')
    const target = file ? named(file) : path.join(env.dataDir, 'backups', `${at}.db`)
    console.log(
      `The backup is ${await tasks.backUp(env.databaseFile, target)}. Keep ${path.join(env.dataDir, 'secrets.json')} with it: sessions and the log need its keys.`,
    )
  },
  async restore(tasks, env, file) {
    if (!file) throw new Stop('Name the backup: npm run db:restore -- data/backups/<file>.db')
    const replaced = await tasks.restore(named(file), env.databaseFile, env.dataDir)
    console.log(`Restored ${file}.${replaced ? ` What was there before is ${replaced}.` : ''}`)
  },
}

await runScript(async () => {
  const [name = '', argument] = process.argv.slice(2)
  if (!Object.hasOwn(commands, name)) throw new Stop(USAGE)
  if (name === 'generate') return commands.generate()
  const [{ loadTasks }, { readEnv }] = [await import('./prepare-data.mjs'), await import('./read-env.mjs')]
  const env = await readEnv()
  const tasks = await loadTasks()
  await commands[name](tasks, env, argument).catch((error) => {
    throw error.code || !error.message ? error : new Stop(error.message)
  })
})
