import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { type Migration, migrationList } from '@/lib/db/migrations/migration-folder'
import { NO_FILTERS, withSchemaEngine } from '@/lib/db/migrations/schema-engine'

/**
 * The SQL that leads from what the migrations make to what a Prisma schema says; empty when they agree.
 * @throws Error of the engine when a migration or the schema is wrong.
 */
export async function missingSql(migrations: Migration[], schema: string): Promise<string> {
  const from: DiffTarget =
    migrations.length > 0 ? { tag: 'migrations', ...migrationList(migrations) } : { tag: 'empty' }
  const to: DiffTarget = { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] }
  const { stdout, exitCode } = await withSchemaEngine((engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: NO_FILTERS }),
  )
  return exitCode === 2 ? (stdout ?? '') : ''
}
