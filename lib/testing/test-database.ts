import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '@/lib/auth/actor'
import { type Database, openDatabase, setDatabase } from '@/lib/db/database'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { keepPack } from '@/lib/db/packs'
import type { Role } from '@/lib/model/protocol'
import { testCatalogue } from '@/lib/testing/test-pack'

export type TestDatabase = Database & { databaseFile: string; dataDir: string; close(): Promise<void> }

/** The migrated file of this worker, which every test database is a copy of. */
let template: Promise<string> | undefined

async function makeTemplate(): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bulkhead-template-')), 'template.db')
  const migrated = await applyMigrations(file, path.resolve('prisma/migrations'))
  if ('refused' in migrated) throw new Error(migrated.refused)
  process.once('exit', () => rmSync(path.dirname(file), { recursive: true, force: true }))
  return file
}

/** Opens a migrated database of its own, with the catalogue for tests in it, and makes it the one of this process. */
export async function openTestDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bulkhead-test-'))
  const databaseFile = path.join(dataDir, 'test.db')
  const source = await template
  // A write-ahead log beside it would be left behind by the copy.
  if (existsSync(`${source}-wal`)) throw new Error('The template is still open.')
  copyFileSync(source, databaseFile)
  const opened = openDatabase({ databaseUrl: `file:${databaseFile}`, dataDir })
  setDatabase(opened)
  await keepPack(testCatalogue().pack, '2026-01-01T00:00:00.000Z')
  const close = async () => {
    setDatabase(undefined)
    await opened.client.$disconnect()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...opened, databaseFile, dataDir, close }
}

/** Makes a workspace with one person of each role. */
export async function makeWorkspace({
  client,
}: Database): Promise<Record<Role, Actor> & { workspaceId: string }> {
  const workspaceId = randomUUID()
  await client.workspace.create({ data: { id: workspaceId, name: 'Test' } })
  const join = async (role: Role): Promise<Actor> => {
    const userId = randomUUID()
    // Names are unique in a database that the tests of a file share: four digits met twice in one run of many.
    const name = `${role}-${userId.slice(0, 12)}`
    await client.user.create({
      data: { id: userId, name, email: `${userId}@bulkhead.invalid`, username: name },
    })
    await client.membership.create({ data: { workspaceId, userId, role } })
    return { userId, name, workspaceId, role }
  }
  return {
    workspaceId,
    owner: await join('owner'),
    editor: await join('editor'),
    reviewer: await join('reviewer'),
    viewer: await join('viewer'),
  }
}
