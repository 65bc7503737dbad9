import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'

/** One folder of prisma/migrations: its name, its SQL and the checksum that Prisma records. */
export interface Migration {
  name: string
  script: string
  checksum: string
}

/** The migrations of a folder in the order of their names; a folder that does not exist holds none. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => migration(name, readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')))
}

/** A migration of a name and its SQL. */
export function migration(name: string, script: string): Migration {
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
}

/** The same migrations as the schema engine wants them. */
export function migrationList(migrations: Migration[]): MigrationList {
  return {
    baseDir: '/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}
