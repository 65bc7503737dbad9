import type { Migration } from '@/lib/db/migrations/migration-folder'

/** A row of _prisma_migrations that counts: not rolled back. */
export interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
}

export type MigrationPlan = { pending: Migration[] } | { refused: string }

/**
 * What is still to apply, or one sentence why this code must not touch this database.
 * @param known the migrations of this code, in order.
 * @param applied the rows of the database.
 */
export function planMigrations(known: Migration[], applied: AppliedMigration[]): MigrationPlan {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  const unknown = applied.find(({ name }) => !byName.has(name))
  if (unknown) {
    return {
      refused: `The database is newer than this code, which does not know its migration ${unknown.name}: start the newer code, or restore a backup from before it.`,
    }
  }
  const failed = applied.find(({ finished }) => !finished)
  if (failed) {
    return {
      refused: `The migration ${failed.name} stopped half way: restore the backup that was made before it.`,
    }
  }
  const edited = applied.find(({ name, checksum }) => byName.get(name)?.checksum !== checksum)
  if (edited) {
    return {
      refused: `The migration ${edited.name} was changed after this database applied it: put its migration.sql back and write a new migration instead.`,
    }
  }
  const names = new Set(applied.map(({ name }) => name))
  return { pending: known.filter(({ name }) => !names.has(name)) }
}
