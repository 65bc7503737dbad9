import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

/** Locks in use: one whose object is collected would be let go. */
const held = new Set<Database.Database>()

/**
 * Takes the lock of a data folder, which one server holds as long as it runs. The operating system holds it, so
 * it is gone with its process, also after kill -9.
 * @returns the function that lets go, or undefined when another process holds it.
 * @throws Error of SQLite when the folder cannot be written.
 */
export function takeDataLock(dataDir: string): (() => void) | undefined {
  mkdirSync(dataDir, { recursive: true })
  const db = new Database(path.join(dataDir, 'server.lock'), { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    held.add(db)
    return () => {
      held.delete(db)
      db.close()
    }
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}
