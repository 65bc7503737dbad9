import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { Database } from 'better-sqlite3'

/**
 * The one transaction that is open on a connection. It holds the connection's turn until it is closed, so no
 * other statement can fall into it. Prisma sends COMMIT and ROLLBACK as statements and then calls commit() or
 * rollback(), which end the turn.
 */
export class ExclusiveTransaction implements Transaction {
  readonly provider = 'sqlite'
  readonly adapterName: string
  readonly options = { usePhantomQuery: false }
  readonly #inner: SqlDriverAdapter
  readonly #client: Database
  readonly #endTurn: () => void
  #closed = false

  constructor(inner: SqlDriverAdapter, client: Database, endTurn: () => void) {
    this.adapterName = inner.adapterName
    this.#inner = inner
    this.#client = client
    this.#endTurn = endTurn
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.#assertOpen()
    return this.#inner.queryRaw(query)
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    if (query.sql === 'ROLLBACK' && !this.#client.inTransaction) return 0
    this.#assertOpen()
    return this.#inner.executeRaw(query)
  }

  async commit(): Promise<void> {
    this.#close()
  }

  async rollback(): Promise<void> {
    this.#close()
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`))
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`ROLLBACK TO ${name}`))
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`RELEASE SAVEPOINT ${name}`))
  }

  /** After a full disk SQLite rolls back by itself: what follows must fail, not be committed one by one. */
  #assertOpen(): void {
    if (!this.#closed && this.#client.inTransaction) return
    throw new DriverAdapterError({
      kind: 'TransactionAlreadyClosed',
      cause: 'The transaction is no longer open.',
    })
  }

  #close(): void {
    if (this.#closed) return
    this.#closed = true
    try {
      if (this.#client.inTransaction) this.#client.exec('ROLLBACK')
    } finally {
      this.#endTurn()
    }
  }
}

/** A statement without parameters. */
export function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] }
}
