import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { Database } from 'better-sqlite3'
import { ExclusiveTransaction, statement } from '@/lib/db/adapter/exclusive-transaction'
import { retryWhileBusy } from '@/lib/db/adapter/retry-while-busy'
import { TurnQueue } from '@/lib/db/adapter/turn-queue'

/** Durable at every commit, readers beside the writer, references enforced. */
const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;'

/** For the connection that reads: a statement that writes after all fails instead of going past the queue. */
const READ_ONLY = 'PRAGMA query_only = ON;'

/** How long SQLite itself waits for another process's lock; it blocks the event loop meanwhile, so: not long. */
const BLOCKING_WAIT_MS = 250

/**
 * Prisma's adapter for better-sqlite3, made safe for one server with many requests.
 *
 * The stock adapter has one connection and locks only around BEGIN: a statement of another request runs inside
 * whatever transaction is open and is rolled back with it, after it was acknowledged. Here every statement and
 * every transaction waits for its turn, and a transaction takes the write lock when it begins. What only reads has a
 * connection of its own and waits for nobody: it sees what is committed, whatever is being written beside it.
 */
export function safeSqliteAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url, timeout: BLOCKING_WAIT_MS })
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => {
      const writer = await prepared(await stock.connect(), PRAGMAS)
      return new QueuedAdapter(writer, await prepared(await stock.connect(), READ_ONLY))
    },
    connectToShadowDb: async () => {
      const shadow = await prepared(await stock.connectToShadowDb(), PRAGMAS)
      return new QueuedAdapter(shadow, shadow)
    },
  }
}

async function prepared(connection: SqlDriverAdapter, pragmas: string): Promise<SqlDriverAdapter> {
  await retryWhileBusy(async () => connection.executeScript(pragmas))
  return connection
}

/** The connection inside the stock adapter, which its types do not show. */
function connectionOf(inner: SqlDriverAdapter): Database {
  const { client } = inner as unknown as { client?: Database }
  if (typeof client?.inTransaction !== 'boolean') {
    throw new Error(
      'The installed @prisma/adapter-better-sqlite3 is not the pinned one: its connection is not found.',
    )
  }
  return client
}

class QueuedAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite'
  readonly adapterName: string
  readonly #inner: SqlDriverAdapter
  readonly #client: Database
  readonly #reader: SqlDriverAdapter
  readonly #turns = new TurnQueue()

  constructor(inner: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.adapterName = inner.adapterName
    this.#inner = inner
    this.#client = connectionOf(inner)
    this.#reader = reader
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (/^\s*SELECT\b/i.test(query.sql)) return retryWhileBusy(async () => this.#reader.queryRaw(query))
    return this.#turns.run(() => retryWhileBusy(async () => this.#inner.queryRaw(query)))
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#turns.run(() => retryWhileBusy(async () => this.#inner.executeRaw(query)))
  }

  executeScript(script: string): Promise<void> {
    return this.#turns.run(async () => this.#inner.executeScript(script))
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel })
    }
    const endTurn = await this.#turns.take()
    try {
      await retryWhileBusy(async () => this.#inner.executeRaw(statement('BEGIN IMMEDIATE')))
      return new ExclusiveTransaction(this.#inner, this.#client, endTurn)
    } catch (error) {
      endTurn()
      throw error
    }
  }

  dispose(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#reader !== this.#inner) await this.#reader.dispose()
      await this.#inner.dispose()
    })
  }
}
