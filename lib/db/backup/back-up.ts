import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

/**
 * Copies a database whole, also while a server writes to it: a plain copy of the file would lose the newest rows.
 * The copy is checked, and appears under its name only when it is complete.
 * @returns the path of the copy.
 * @throws Error with one sentence when there is no database, the target exists, or the copy is damaged.
 */
export async function backUp(databaseFile: string, target: string): Promise<string> {
  if (!existsSync(databaseFile)) throw new Error(`There is no database at ${databaseFile}.`)
  if (existsSync(target)) throw new Error(`${target} exists already: name another file.`)
  mkdirSync(path.dirname(target), { recursive: true })
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  const db = new Database(databaseFile, { readonly: true })
  try {
    // All pages in one step: in several, the copy would begin anew whenever the server writes.
    await db.backup(draft, { progress: () => 0x7fffffff })
  } finally {
    db.close()
  }
  makeSingleFile(draft)
  assertSound(draft)
  renameSync(draft, target)
  return target
}

/** Ends write-ahead logging, so that the copy is one file and can be read from a read-only medium. */
function makeSingleFile(file: string): void {
  const db = new Database(file)
  db.pragma('journal_mode = DELETE')
  db.close()
}

/**
 * Checks a database file page by page.
 * @throws Error with one sentence when it is no SQLite database or is damaged.
 */
export function assertSound(file: string): void {
  const found = quickCheck(file)
  if (found !== 'ok') throw new Error(`${file} is not a sound SQLite database: ${found}.`)
}

function quickCheck(file: string): string {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return String(db.pragma('quick_check(1)', { simple: true }))
    } finally {
      db.close()
    }
  } catch (error) {
    return (error as Error).message
  }
}
