import { filesOf, hashFiles, isStamped, stamp } from './hash-files.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { Stop } from './stop.mjs'

const STAMP = 'lib/db/generated/.made-from'

/**
 * Generates the database client when the schema or Prisma changed.
 * @param {(line: string) => void} says
 * @param {{always?: boolean}} options
 * @throws {Stop} with what Prisma says about the schema.
 */
export async function generateClient(says, { always = false } = {}) {
  const hash = hashFiles(ROOT, filesOf(ROOT, ['prisma/schema.prisma', 'node_modules/prisma/package.json']))
  if (!always && isStamped(inRoot(STAMP), hash)) return
  says('Generating the database client.')
  const { code, output } = await runNode([inRoot('node_modules/prisma/build/index.js'), 'generate'], {
    quiet: true,
    // Prisma would download an engine that generating does not need: naming any program spares that.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (code !== 0) throw new Stop(`The database client could not be generated:\n${output.trim()}`)
  stamp(inRoot(STAMP), hash)
}
