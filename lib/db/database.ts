import { safeSqliteAdapter } from '@/lib/db/adapter/safe-sqlite-adapter'
import { createDocumentCache, type DocumentCache } from '@/lib/db/document-cache'
import { type Prisma, PrismaClient } from '@/lib/db/generated/client'
import { env } from '@/lib/env/env'
import { type Secrets, secrets } from '@/lib/env/secrets'

/** The open database, with what belongs to it: its keys, the documents at hand, and the queues of its models. */
export type Database = Secrets & {
  client: PrismaClient
  documents: DocumentCache
  queues: Map<string, Promise<unknown>>
}

/** The client, or the same inside a transaction. */
export type Queries = Prisma.TransactionClient

// On globalThis, because a bundler may give pages and route handlers a copy each of this module, and there must be one
// connection, one cache and one queue.
const holder = globalThis as typeof globalThis & { bulkheadDatabase?: Database | undefined }

/** Opens a database. Most code wants `database()`, the one of this process. */
export function openDatabase(of: { databaseUrl: string; dataDir: string }): Database {
  return {
    ...secrets(of.dataDir),
    client: new PrismaClient({ adapter: safeSqliteAdapter(of.databaseUrl) }),
    documents: createDocumentCache(),
    queues: new Map(),
  }
}

/** The database of this process, opened at the first call as the environment says. */
export function database(): Database {
  holder.bulkheadDatabase ??= openDatabase(env())
  return holder.bulkheadDatabase
}

/** Makes this the database of the process, for a seed or a test; `undefined` goes back to the environment's. */
export function setDatabase(opened: Database | undefined): void {
  holder.bulkheadDatabase = opened
}
