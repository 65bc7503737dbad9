import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The files under some files and folders, sorted; what does not exist is left out.
 * @param {string} root
 * @param {string[]} names relative to root
 * @param {(file: string) => boolean} skips takes a relative path with forward slashes
 * @returns {string[]} relative paths
 */
export function filesOf(root, names, skips = () => false) {
  return names
    .flatMap((name) => {
      const full = path.join(root, name)
      if (!existsSync(full)) return []
      if (statSync(full).isFile()) return [name]
      return readdirSync(full, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !skips(file))
    .sort()
}

/**
 * One hash over the names and contents of files, and over some further texts.
 * @param {string} root
 * @param {string[]} files relative to root
 * @param {string[]} further
 */
export function hashFiles(root, files, further = []) {
  const hash = createHash('sha256').update(JSON.stringify(further))
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** Whether a stamp file holds this text. @param {string} file @param {string} text */
export function isStamped(file, text) {
  return existsSync(file) && readFileSync(file, 'utf8') === text
}

/** @param {string} file @param {string} text */
export function stamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
