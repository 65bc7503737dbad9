import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { missingSql } from '@/lib/db/migrations/compare-schema'
import { readMigrations } from '@/lib/db/migrations/migration-folder'

/** The name of the next migration: four digits that sort after all others, then its own name. */
export function nextMigrationName(existing: string[], name: string): string {
  const last = Math.max(0, ...existing.map((folder) => Number.parseInt(folder, 10) || 0))
  return `${String(last + 1).padStart(4, '0')}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`
}

/**
 * Writes the migration that leads from the last one to the schema.
 * @param prismaFolder holds schema.prisma and migrations/.
 * @returns the path of its SQL, or undefined when the migrations agree with the schema already.
 * @throws Error of the engine when the schema is wrong.
 */
export async function writeMigration(prismaFolder: string, name: string): Promise<string | undefined> {
  const folder = path.join(prismaFolder, 'migrations')
  const migrations = readMigrations(folder)
  const sql = await missingSql(migrations, readFileSync(path.join(prismaFolder, 'schema.prisma'), 'utf8'))
  if (!sql) return undefined
  const next = path.join(
    folder,
    nextMigrationName(
      migrations.map((each) => each.name),
      name,
    ),
  )
  mkdirSync(next, { recursive: true })
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "sqlite"\n')
  writeFileSync(path.join(next, 'migration.sql'), sql)
  return path.join(next, 'migration.sql')
}
