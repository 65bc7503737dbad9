import { accessSync, constants, mkdirSync } from 'node:fs'
import { Stop } from './stop.mjs'

/**
 * Makes the data folder if there is none and sees that it can be written.
 * @param {string} folder absolute path
 * @throws {Stop} when it cannot.
 */
export function prepareDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = error.code === 'ENOTDIR' || error.code === 'EEXIST' ? 'is not a folder' : 'cannot be written'
    throw new Stop(
      `The data folder ${folder} ${why}: give yourself write access, or name another with DATA_DIR.`,
    )
  }
}
