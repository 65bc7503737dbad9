import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { InputFile } from '@/lib/importers/extract'

/** The samples' folder, from the one that holds package.json. */
const SAMPLES_FOLDER = path.join('public', 'samples')

/** Every file of a sample, in name order, with paths as if its folder had been dropped. */
export function readSample(folder: string, root = process.cwd()): InputFile[] {
  const base = path.join(root, SAMPLES_FOLDER, folder)
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: path.relative(path.dirname(base), file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
}
