import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { missingSql } from '@/lib/db/migrations/compare-schema'
import { readMigrations } from '@/lib/db/migrations/migration-folder'
import { nextMigrationName, writeMigration } from '@/lib/db/migrations/write-migration'

const HEAD = 'datasource db {\n  provider = "sqlite"\n}\n'
const PEOPLE = `${HEAD}
model Person {
  id   String @id
  name String
  pets Pet[]
}
model Pet {
  id      String @id
  ownerId String
  owner   Person @relation(fields: [ownerId], references: [id], onDelete: Cascade)
}
`
const WITH_AGE = PEOPLE.replace('name String', 'name String\n  age  Int')

let folder: string
let file: string
let migrations: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  file = path.join(folder, 'data', 'test.db')
  migrations = path.join(folder, 'migrations')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function write(schema: string, name: string): Promise<string | undefined> {
  writeFileSync(path.join(folder, 'schema.prisma'), schema)
  return writeMigration(folder, name)
}

function writeByHand(name: string, sql: string): void {
  mkdirSync(path.join(migrations, name), { recursive: true })
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql)
}

function rows(sql: string): unknown[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

function run(sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

describe('applyMigrations', () => {
  it('makes a new database and does nothing the second time', async () => {
    await write(PEOPLE, 'first')
    expect(await applyMigrations(file, migrations)).toEqual({ applied: ['0001_first'] })
    expect(await applyMigrations(file, migrations)).toEqual({ applied: [] })
    expect(rows('SELECT migration_name, applied_steps_count AS steps FROM _prisma_migrations')).toEqual([
      { migration_name: '0001_first', steps: 1 },
    ])
  })

  it('keeps the rows, also those that refer to a table which is built anew, and a copy from before', async () => {
    await write(PEOPLE, 'first')
    await applyMigrations(file, migrations)
    run(
      `INSERT INTO "Person" (id, name) VALUES ('p', 'Ada'); INSERT INTO "Pet" (id, "ownerId") VALUES ('d', 'p')`,
    )
    await write(PEOPLE.replace('name String', 'name String?'), 'name_is_optional')
    const done = await applyMigrations(file, migrations)
    expect(done).toMatchObject({ applied: ['0002_name_is_optional'] })
    expect(rows('SELECT * FROM "Pet"')).toEqual([{ id: 'd', ownerId: 'p' }])
    const [backup = ''] = readdirSync(path.join(folder, 'data', 'backups'))
    expect(backup).toMatch(/-before-0002_name_is_optional\.db$/)
    expect(done).toMatchObject({ backup: path.join(folder, 'data', 'backups', backup) })
  })

  it('leaves nothing of a batch when its last migration fails', async () => {
    await write(PEOPLE, 'first')
    await applyMigrations(file, migrations)
    const before = rows('SELECT * FROM sqlite_master')
    writeByHand('0002_good', 'CREATE TABLE good (id TEXT);')
    writeByHand('0003_bad', 'CREATE TABLE half (id TEXT);\nCREATE TABLE half (id TEXT);')
    expect(await applyMigrations(file, migrations)).toEqual({
      refused: 'The migration 0003_bad failed: table half already exists. The database was left as it was.',
    })
    expect(rows('SELECT * FROM sqlite_master')).toEqual(before)
    expect(rows('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '0001_first' }])
    rmSync(path.join(migrations, '0003_bad'), { recursive: true })
    expect(await applyMigrations(file, migrations)).toMatchObject({ applied: ['0002_good'] })
  })

  it('refuses a migration that would leave rows which refer to nothing', async () => {
    await write(PEOPLE, 'first')
    await applyMigrations(file, migrations)
    run(
      `INSERT INTO "Person" (id, name) VALUES ('p', 'Ada'); INSERT INTO "Pet" (id, "ownerId") VALUES ('d', 'p')`,
    )
    writeByHand('0002_orphans', 'DELETE FROM "Person";')
    expect(await applyMigrations(file, migrations)).toEqual({
      refused: expect.stringContaining('refer to nothing'),
    })
    expect(rows('SELECT id FROM "Person"')).toEqual([{ id: 'p' }])
  })

  it('refuses a column without a default on a table with rows, and keeps the rows', async () => {
    await write(PEOPLE, 'first')
    await applyMigrations(file, migrations)
    run(`INSERT INTO "Person" (id, name) VALUES ('p', 'Ada')`)
    await write(WITH_AGE, 'age')
    expect(await applyMigrations(file, migrations)).toMatchObject({
      refused: expect.stringContaining('0002_age failed'),
    })
    expect(rows('SELECT * FROM "Person"')).toEqual([{ id: 'p', name: 'Ada' }])
  })

  it('does not touch a database that is newer than the code', async () => {
    await write(PEOPLE, 'first')
    writeByHand('0002_newer', 'CREATE TABLE newer (id TEXT);')
    await applyMigrations(file, migrations)
    rmSync(path.join(migrations, '0002_newer'), { recursive: true })
    expect(await applyMigrations(file, migrations)).toEqual({
      refused: expect.stringContaining('0002_newer'),
    })
  })
})

describe('writeMigration', () => {
  it('numbers on from the last one', () => {
    expect(nextMigrationName([], 'Init')).toBe('0001_init')
    expect(nextMigrationName(['0001_init', '0009_x'], 'Add tags, twice')).toBe('0010_add_tags_twice')
  })

  it('writes nothing when the migrations agree with the schema', async () => {
    expect(await write(PEOPLE, 'first')).toBe(path.join(migrations, '0001_first', 'migration.sql'))
    expect(await write(PEOPLE, 'again')).toBeUndefined()
  })
})

describe('the migrations of this project', () => {
  it('make what schema.prisma says', async () => {
    expect(
      await missingSql(readMigrations('prisma/migrations'), readFileSync('prisma/schema.prisma', 'utf8')),
    ).toBe('')
  })
})
