import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'
import { CATALOGUE_FOLDER, readCatalogue } from '@/lib/cli/read-catalogue'

/** The folder that holds the project: upwards from this file, whether it runs from source or from the bundle. */
export function projectFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, CATALOGUE_FOLDER)) && path.dirname(folder) !== folder)
    folder = path.dirname(folder)
  return folder
}

/** The project's own catalogue. Throws when it does not compile, which `npm run catalogue:check` would have said. */
export function openRepositoryCatalogue(): Catalogue {
  const read = readCatalogue(path.join(projectFolder(), CATALOGUE_FOLDER))
  if (read.ok) return openCatalogue(read.pack)
  const [first] = read.problems
  throw new Error(
    `The catalogue does not compile. Run "npm run catalogue:check". First: ${first?.file}: ${first?.sentence}`,
  )
}
