import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { safeSqliteAdapter } from '@/lib/db/adapter/safe-sqlite-adapter'
import { PrismaClient } from '@/lib/db/generated/client'

let folder: string
let file: string
let prisma: PrismaClient

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'adapter-'))
  file = path.join(folder, 'test.db')
  const db = new Database(file)
  db.exec('CREATE TABLE note (id TEXT PRIMARY KEY NOT NULL)')
  db.exec('CREATE TABLE reply (id TEXT PRIMARY KEY NOT NULL, noteId TEXT NOT NULL REFERENCES note (id))')
  db.close()
})
afterEach(async () => {
  await prisma.$disconnect()
  rmSync(folder, { recursive: true, force: true })
})

function open(adapter: SqlDriverAdapterFactory): void {
  prisma = new PrismaClient({ adapter })
}

const insert = (client: Pick<PrismaClient, '$executeRaw'>, id: string) =>
  client.$executeRaw`INSERT INTO note (id) VALUES (${id})`

async function idsOf(client: Pick<PrismaClient, '$queryRaw'>): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT id FROM note ORDER BY id`
  return rows.map((row) => row.id)
}

/** What another process would read now: only what is committed. */
function committedIds(): Set<string> {
  const db = new Database(file, { readonly: true })
  const rows = db.prepare('SELECT id FROM note').all() as { id: string }[]
  db.close()
  return new Set(rows.map((row) => row.id))
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** A transaction that writes, lets others run, and fails: half of them interactive, half as a list. */
async function failingTransaction(n: number): Promise<void> {
  const failed = new Error('rolled back on purpose')
  const twice = `failing-${n}`
  const work =
    n % 2
      ? prisma.$transaction([insert(prisma, twice), insert(prisma, twice)])
      : prisma.$transaction(
          async (tx) => {
            await insert(tx, twice)
            await pause()
            throw failed
          },
          { maxWait: 30_000, timeout: 30_000 },
        )
  await work.then(
    () => expect.unreachable('a failing transaction was committed'),
    () => undefined,
  )
}

/** 30 failing transactions beside 10 writers of 30 rows: what was acknowledged, what was read on the way. */
async function runTogether(): Promise<{ acknowledged: string[]; dirty: string[] }> {
  const acknowledged: string[] = []
  const dirty: string[] = []
  const writers = Array.from({ length: 10 }, async (_, writer) => {
    for (let row = 0; row < 30; row++) {
      const id = `written-${writer}-${row}`
      await insert(prisma, id)
      acknowledged.push(id)
      await pause()
    }
  })
  const readers = Array.from({ length: 30 }, async () => {
    dirty.push(...(await idsOf(prisma)).filter((id) => id.startsWith('failing')))
    await pause()
  })
  const failing = Array.from({ length: 30 }, (_, n) => failingTransaction(n))
  await Promise.all([...writers, ...readers, ...failing])
  return { acknowledged, dirty }
}

describe('30 failing transactions beside 10 writers', () => {
  it('lose no acknowledged write and are never seen from outside', async () => {
    open(safeSqliteAdapter(`file:${file}`))
    const { acknowledged, dirty } = await runTogether()
    const kept = committedIds()
    expect(acknowledged).toHaveLength(300)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(dirty).toEqual([])
    expect([...kept].filter((id) => id.startsWith('failing'))).toEqual([])
  })

  it('lose acknowledged writes with the stock adapter, so this test can fail', async () => {
    open(new PrismaBetterSqlite3({ url: `file:${file}` }))
    const { acknowledged } = await runTogether()
    const kept = committedIds()
    expect(acknowledged.filter((id) => !kept.has(id)).length).toBeGreaterThan(0)
  })
})

describe('the safe adapter', () => {
  beforeEach(() => open(safeSqliteAdapter(`file:${file}`)))

  it('writes ahead, syncs at every commit and enforces references', async () => {
    expect(await prisma.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }])
    expect(await prisma.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }])
    await expect(prisma.$executeRaw`INSERT INTO reply (id, noteId) VALUES ('r', 'nobody')`).rejects.toThrow()
  })

  it('keeps the statements of a successful transaction and answers after it', async () => {
    const inside = prisma.$transaction(async (tx) => {
      await insert(tx, 'a')
      await pause()
      await insert(tx, 'b')
      return idsOf(tx)
    })
    expect(await inside).toEqual(['a', 'b'])
    expect(committedIds()).toEqual(new Set(['a', 'b']))
  })

  it('reads what is committed while a transaction is open, without waiting for its end', async () => {
    await insert(prisma, 'before')
    const seen: string[][] = []
    await prisma.$transaction(async (tx) => {
      await insert(tx, 'inside')
      seen.push(await idsOf(prisma), await idsOf(tx))
    })
    expect(seen).toEqual([['before'], ['before', 'inside']])
    expect(await idsOf(prisma)).toEqual(['before', 'inside'])
  })

  it('takes a statement that writes and gives rows back for one that writes', async () => {
    const sly = prisma.$queryRawUnsafe(
      "WITH x AS (SELECT 1) INSERT INTO note (id) VALUES ('sly') RETURNING id",
    )
    expect(await sly).toEqual([{ id: 'sly' }])
    expect(committedIds()).toEqual(new Set(['sly']))
  })

  it('goes on after a transaction that outlived its timeout, without its rows', async () => {
    const late = prisma.$transaction(
      async (tx) => {
        await insert(tx, 'late')
        await new Promise((resolve) => setTimeout(resolve, 100))
        await insert(tx, 'later')
      },
      { timeout: 20 },
    )
    await expect(late).rejects.toThrow()
    await insert(prisma, 'after')
    expect(committedIds()).toEqual(new Set(['after']))
  })

  it('goes on after a start that was given up while it waited for its turn', async () => {
    const holding = prisma.$transaction(async (tx) => {
      await insert(tx, 'holder')
      await new Promise((resolve) => setTimeout(resolve, 60))
    })
    const impatient = prisma.$transaction(async (tx) => insert(tx, 'impatient'), { maxWait: 5 })
    await expect(impatient).rejects.toThrow()
    await holding
    await insert(prisma, 'after')
    expect(committedIds()).toEqual(new Set(['holder', 'after']))
  })

  it('writes after another process has let go of its lock', async () => {
    await insert(prisma, 'before')
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    other.exec("INSERT INTO note (id) VALUES ('other')")
    const waiting = Promise.all([
      insert(prisma, 'single'),
      prisma.$transaction([insert(prisma, 'first'), insert(prisma, 'second')]),
    ])
    await new Promise((resolve) => setTimeout(resolve, 50))
    other.exec('COMMIT')
    other.close()
    await waiting
    expect(committedIds()).toEqual(new Set(['before', 'other', 'single', 'first', 'second']))
  })
})
