import { filesOf, hashFiles, isStamped, stamp } from './hash-files.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { Stop } from './stop.mjs'

const STAMP = '.next/made-from'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.js',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
]

/** What no page is made of. The generated client is made of the schema. */
const skips = (file) =>
  /^lib\/(cli|testing|db\/(generated|migrations))\//.test(file) ||
  /\.test\.[a-z]+$|__fixtures__|__snapshots__|\.md$/.test(file)

/** @returns {string} a hash that changes when a build would */
export function sourceHash() {
  return hashFiles(ROOT, filesOf(ROOT, SOURCES, skips), [process.version.split('.')[0] ?? ''])
}

/**
 * Builds the production pages when their sources changed since the last build.
 * @param {(line: string) => void} says
 * @throws {Stop} with what Next says.
 */
export async function buildApp(says) {
  const hash = sourceHash()
  if (isStamped(inRoot(STAMP), hash)) return
  says('Building the pages: half a minute after the sources changed.')
  const { code, output } = await runNode([inRoot('node_modules/next/dist/bin/next'), 'build'], {
    quiet: true,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) throw new Stop(`The pages could not be built:\n${output.trim()}`)
  stamp(inRoot(STAMP), hash)
}
