import { existsSync, renameSync, rmSync } from 'node:fs'
import { assertSound, backUp } from '@/lib/db/backup/back-up'
import { takeDataLock } from '@/lib/db/backup/data-lock'

/**
 * Puts a backup in the place of the database and keeps what was there under another name.
 * @returns where the replaced database lies, if there was one.
 * @throws Error with one sentence when a server is running or the backup is not sound; nothing was changed then.
 */
export async function restore(
  backup: string,
  databaseFile: string,
  dataDir: string,
): Promise<string | undefined> {
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`)
  assertSound(backup)
  const letGo = takeDataLock(dataDir)
  if (!letGo) throw new Error(`A server is running on ${dataDir}: stop it before you restore.`)
  try {
    const draft = `${databaseFile}.restoring`
    rmSync(draft, { force: true })
    await backUp(backup, draft)
    const replaced = existsSync(databaseFile) ? setAside(databaseFile) : undefined
    renameSync(draft, databaseFile)
    return replaced
  } finally {
    letGo()
  }
}

/** Moves a database away with its write-ahead log, unopened: it may be the damaged one. */
function setAside(databaseFile: string): string {
  const target = `${databaseFile}.replaced-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  for (const part of ['-shm', '-wal', '']) {
    if (existsSync(databaseFile + part)) renameSync(databaseFile + part, target + part)
  }
  return target
}
