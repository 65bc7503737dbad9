import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, ROOT } from './paths.mjs'
import { Stop } from './stop.mjs'

/**
 * Loads a TypeScript module, which Node 20 cannot, through a bundle in lib/cli/dist that is made anew when one
 * of its sources changed. Packages stay outside the bundle.
 * @param {string} name of the bundle
 * @param {string} entry relative to the checkout
 * @returns {Promise<Record<string, any>>} what the module exports
 * @throws {Stop} when the source does not compile.
 */
export async function loadBundle(name, entry) {
  return import(pathToFileURL(await bundle(name, entry)).href)
}

/** The threads in which the server reads files and coursework and writes reports; it opens the bundles by these names. */
export function bundleWorkers() {
  return Promise.all(['parse', 'coursework', 'report'].map(bundleWorker))
}

/**
 * A thread's bundle holds its packages too: loading them one file after the other took longer than most of its tasks.
 * @param {string} name of the file in lib/workers @returns {Promise<string>} the absolute path of the bundle
 */
export function bundleWorker(name) {
  return bundle(`${name}-worker`, `lib/workers/${name}.worker.ts`, WHOLE)
}

/** @type {import('esbuild').BuildOptions} */
const WHOLE = {
  packages: 'bundle',
  minify: true,
  sourcemap: false,
  // A package that is no module asks for Node's own parts by `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
}

/**
 * @param {string} name @param {string} entry @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string>} the absolute path of the bundle
 */
export async function bundle(name, entry, options = {}) {
  const file = inRoot('lib/cli/dist', `${name}.js`)
  const record = `${file}on`
  if (existsSync(file) && existsSync(record) && isFresh(JSON.parse(readFileSync(record, 'utf8')))) return file
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [inRoot(entry)],
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    metafile: true,
    write: false,
    sourcemap: 'inline',
    logLevel: 'silent',
    tsconfig: inRoot('tsconfig.json'),
    plugins: [ALIAS],
    ...options,
  }).catch((error) => {
    throw new Stop(`${entry} does not compile: ${error.message}`)
  })
  const sources = Object.keys(result.metafile.inputs).filter((source) => existsSync(inRoot(source)))
  replaceFile(file, result.outputFiles[0].text)
  replaceFile(
    record,
    JSON.stringify(Object.fromEntries([...sources, ...MAKERS].map((source) => [source, hashOf(source)]))),
  )
  return file
}

/** The @/ alias: without this a file that is missing would be taken for a package, and fail only when it runs. */
const ALIAS = {
  name: 'alias',
  setup(build) {
    build.onResolve({ filter: /^@\// }, ({ path: source, kind }) =>
      build.resolve(`./${source.slice(2)}`, { resolveDir: ROOT, kind }),
    )
  },
}

/** What else decides how a bundle looks. */
const MAKERS = [
  'lib/cli/launch/bundle.mjs',
  'tsconfig.json',
  'package-lock.json',
  'node_modules/esbuild/package.json',
]

function isFresh(hashes) {
  return Object.entries(hashes).every(
    ([source, hash]) => existsSync(inRoot(source)) && hashOf(source) === hash,
  )
}

function hashOf(source) {
  return createHash('sha256')
    .update(readFileSync(inRoot(source)))
    .digest('hex')
}

/** Two processes may bundle at once: each writes its own file and the last one stays, whole. */
function replaceFile(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}
