import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type PackResult, readPack } from '@/lib/catalogue/read-pack'

/** Where the project keeps its catalogue, from the folder that holds package.json. */
export const CATALOGUE_FOLDER = join('prisma', 'catalogue')

/**
 * Reads every YAML file of a catalogue folder, subfolders too, into one pack. Files are taken in name order, so the same
 * files always give the same pack. Throws what Node throws when the folder cannot be read.
 */
export function readCatalogue(folder: string = CATALOGUE_FOLDER): PackResult {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const path = join(folder, name)
      return { file: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
    })
  return readPack(files)
}
