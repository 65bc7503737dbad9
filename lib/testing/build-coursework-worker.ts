import path from 'node:path'
import { build } from 'esbuild'

/** Builds the thread that reads coursework to where the server looks for it, as the launcher does it before serving. */
export async function buildCourseworkWorker(): Promise<void> {
  await build({
    entryPoints: [path.resolve('lib/workers/coursework.worker.ts')],
    outfile: path.resolve('lib/cli/dist/coursework-worker.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': path.resolve('.') },
    logLevel: 'silent',
  })
}
