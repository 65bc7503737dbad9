import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { backUp } from '@/lib/db/backup/back-up'
import { appliedMigrations } from '@/lib/db/migrations/applied-migrations'
import { type Migration, migrationList, readMigrations } from '@/lib/db/migrations/migration-folder'
import { planMigrations } from '@/lib/db/migrations/plan-migrations'
import { NO_FILTERS, withSchemaEngine } from '@/lib/db/migrations/schema-engine'

/** What was applied and where the copy from before lies; or one sentence why nothing was changed. */
export type Migrated = { applied: string[]; backup?: string } | { refused: string }

/**
 * Brings a SQLite file up to the migrations of a folder, all of them or none, and makes the file if there is
 * none. A database that has rows of migrations is copied to `backups` beside it first.
 * @param databaseFile absolute path.
 * @throws Error of SQLite when the file cannot be opened or written.
 */
export async function applyMigrations(databaseFile: string, migrationsFolder: string): Promise<Migrated> {
  const known = readMigrations(migrationsFolder)
  const isNew = !existsSync(databaseFile)
  mkdirSync(path.dirname(databaseFile), { recursive: true })
  const applied = isNew ? [] : readApplied(databaseFile)
  const plan = planMigrations(known, applied)
  if ('refused' in plan) return plan
  const [next] = plan.pending
  if (!next) return { applied: [] }
  const backup =
    applied.length > 0 ? await backUp(databaseFile, backupFile(databaseFile, next.name)) : undefined
  const failure = await applyAllOrNothing(databaseFile, known)
  if (failure) return { refused: `${failure} The database was left as it was.` }
  return { applied: plan.pending.map(({ name }) => name), ...(backup && { backup }) }
}

function readApplied(databaseFile: string) {
  const db = new Database(databaseFile, { readonly: true })
  try {
    return appliedMigrations(db)
  } finally {
    db.close()
  }
}

function backupFile(databaseFile: string, name: string): string {
  const at = new Date().toISOString().replaceAll(/[:.]/g, '-')
  return path.join(path.dirname(databaseFile), 'backups', `${at}-before-${name}.db`)
}

/**
 * Runs the engine inside one transaction. References are not enforced meanwhile, because SQLite changes a table
 * by dropping it, which would delete the rows that refer to it; they are checked before the commit.
 * @returns a sentence when it failed.
 */
async function applyAllOrNothing(databaseFile: string, known: Migration[]): Promise<string | undefined> {
  const connection = await new PrismaBetterSqlite3({ url: `file:${databaseFile}`, timeout: 5000 }).connect()
  try {
    await connection.executeScript(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;',
    )
    await withSchemaEngine(
      (engine) => engine.applyMigrations({ migrationsList: migrationList(known), filters: NO_FILTERS }),
      notClosing(connection),
    )
    const broken = await brokenReference(connection)
    if (!broken) await connection.executeScript('COMMIT')
    return broken
  } catch (error) {
    return sentence(error)
  } finally {
    await connection.dispose()
  }
}

/** The engine must not close the connection before the commit. Closing without one rolls everything back. */
function notClosing(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => connection.queryRaw(query),
    executeRaw: (query) => connection.executeRaw(query),
    executeScript: (script) => connection.executeScript(script),
    startTransaction: (level) => connection.startTransaction(level),
    dispose: async () => {},
  }
}

async function brokenReference(connection: SqlDriverAdapter): Promise<string | undefined> {
  const { rows } = await connection.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] })
  const [first] = rows
  return (
    first && `The migration would leave ${rows.length} rows that refer to nothing, the first in ${first[0]}.`
  )
}

/** "Migration 2_bad failed: table a already exists." from the several lines that the engine gives. */
function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const name = /migration_name="([^"]+)"/.exec(text)?.[1] ?? ''
  const [reason = ''] = text.split('\n').filter((line) => line.trim())
  return `The migration ${name} failed: ${reason.trim().replace(/\.$/, '')}.`.replace('  ', ' ')
}
