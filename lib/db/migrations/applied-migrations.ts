import type { Database } from 'better-sqlite3'
import type { AppliedMigration } from '@/lib/db/migrations/plan-migrations'

/** The migrations that a database has, in the order of applying; a new database has none. */
export function appliedMigrations(db: Database): AppliedMigration[] {
  const table = db
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'")
    .get()
  if (!table) return []
  const rows = db
    .prepare(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
    )
    .all() as { name: string; checksum: string; finished: number | bigint }[]
  return rows.map(({ name, checksum, finished }) => ({ name, checksum, finished: Boolean(finished) }))
}
