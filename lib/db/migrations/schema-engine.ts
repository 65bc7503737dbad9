import { readFile } from 'node:fs/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** No table and no enum is managed by somebody else. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | undefined

/** Loads Prisma's schema engine, compiled to WebAssembly, once in a process: 60 ms. */
function load(): Promise<void> {
  loaded ??= (async () => {
    const beside = import.meta.resolve('@prisma/schema-engine-wasm')
    const bytes = await readFile(new URL('schema_engine_bg.wasm', beside))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } })
    const start = instance.exports.__wbindgen_start
    if (typeof start !== 'function')
      throw new Error('The installed @prisma/schema-engine-wasm is not the pinned one.')
    bindings.__wbg_set_wasm(instance.exports)
    start()
  })()
  return loaded
}

/**
 * Runs a task with a schema engine on an open connection; the caller closes the connection.
 * Without a connection the engine works on memory, which is enough to compare schemas.
 * @throws what the engine throws: Error with `code` (P3006, ...) and a message of several lines.
 */
export async function withSchemaEngine<T>(
  task: (engine: bindings.SchemaEngine) => Promise<T>,
  connection?: SqlDriverAdapter,
): Promise<T> {
  await load()
  const factory = engineFactory(connection)
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await task(engine)
  } finally {
    engine.free()
  }
}

function engineFactory(connection: SqlDriverAdapter | undefined): SqlMigrationAwareDriverAdapterFactory {
  const memory = new PrismaBetterSqlite3({ url: ':memory:' })
  return {
    provider: memory.provider,
    adapterName: memory.adapterName,
    connect: async () => runningScripts(connection ?? (await memory.connect())),
    connectToShadowDb: async () => runningScripts(await memory.connectToShadowDb()),
  }
}

/** The engine sends a whole script as one statement to its shadow database, which better-sqlite3 refuses. */
function runningScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query) => adapter.queryRaw(query),
    executeRaw: async (query) => {
      if (query.args.length > 0) return adapter.executeRaw(query)
      await adapter.executeScript(query.sql)
      return 0
    },
    executeScript: async (script) => adapter.executeScript(script),
    startTransaction: async (level) => adapter.startTransaction(level),
    dispose: async () => adapter.dispose(),
  }
}
