import type { Change } from '@/lib/model/change'

// Edits that the server has not acknowledged, in IndexedDB: one row a change, so that two tabs never overwrite each
// other. Sending a change twice is harmless, because the server knows its id.

const DATABASE = 'bulkhead'
/** The form of the database; a store added later makes it one more. */
const VERSION = 2
const STORE = 'pending'
const STEPS = 'steps'
/** The form of a row. A row of another version is left alone: a newer tab will send it. */
const FORMAT = 1

type Row = { format: number; owner: string; changeId: string; change: unknown; order?: number }

/** Whose edits these are: one model of one account. */
export type Owner = { userId: string; modelId: string }

/** Keeps a change until it is acknowledged. Resolves once it is on disk. */
export async function keepPending(owner: Owner, change: Change): Promise<void> {
  await inStore('readwrite', (store) =>
    store.add({ format: FORMAT, owner: ownerKey(owner), changeId: change.id, change } satisfies Row),
  )
}

/** Forgets changes that the server has settled. */
export async function forgetPending(owner: Owner, changeIds: readonly string[]): Promise<void> {
  const settled = new Set(changeIds)
  await eachRow(ownerKey(owner), (row, cursor) => {
    if (settled.has(row.changeId)) cursor.delete()
  })
}

/** What an earlier visit or another tab kept, in the order it was made. Rows that cannot be read are left where they are. */
export async function loadPending(owner: Owner): Promise<Change[]> {
  const rows: Row[] = []
  await eachRow(ownerKey(owner), (row) => {
    if (row.format === FORMAT) rows.push(row)
  })
  if (rows.length === 0) return []
  // Loaded when there is something to read: mostly there is not.
  const { Change } = await import('@/lib/model/change')
  return rows
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ change }) => {
      const parsed = Change.safeParse(change)
      return parsed.success ? [parsed.data] : []
    })
}

/** Empties everything that one account kept; called when it signs out. */
export async function forgetAccount(userId: string): Promise<void> {
  await eachRow(undefined, (row, cursor) => {
    if (row.owner.startsWith(`${userId}|`)) cursor.delete()
  })
  await inStore(
    'readwrite',
    (store) => store.delete(IDBKeyRange.bound(`${userId}|`, `${userId}|\uffff`)),
    STEPS,
  )
}

/** Keeps one value of an owner's, in the place of what was kept before. */
export async function keepValue(owner: Owner, value: unknown): Promise<void> {
  await inStore('readwrite', (store) => store.put({ format: FORMAT, owner: ownerKey(owner), value }), STEPS)
}

/** The value kept last; undefined when there is none or it is of another version. */
export async function loadValue(owner: Owner): Promise<unknown> {
  let found: { format: number; value: unknown } | undefined
  await inStore(
    'readonly',
    (store) => {
      const request = store.get(ownerKey(owner))
      request.onsuccess = () => {
        found = request.result
      }
    },
    STEPS,
  )
  return found?.format === FORMAT ? found.value : undefined
}

function ownerKey(owner: Owner): string {
  return `${owner.userId}|${owner.modelId}`
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result } = request
      if (oldVersion < 1) {
        const store = result.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true })
        store.createIndex('owner', 'owner')
      }
      result.createObjectStore(STEPS, { keyPath: 'owner' })
    }
    request.onsuccess = () => {
      // A newer page must not have to wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => void,
  name = STORE,
): Promise<void> {
  const database = await open()
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' })
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
      work(transaction.objectStore(name))
    })
  } finally {
    database.close()
  }
}

function eachRow(
  owner: string | undefined,
  visit: (row: Row, cursor: IDBCursorWithValue) => void,
): Promise<void> {
  return inStore('readwrite', (store) => {
    const request =
      owner === undefined ? store.openCursor() : store.index('owner').openCursor(IDBKeyRange.only(owner))
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return
      visit(cursor.value as Row, cursor)
      cursor.continue()
    }
  })
}
