import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '@/lib/db/backup/back-up'
import { takeDataLock } from '@/lib/db/backup/data-lock'
import { restore } from '@/lib/db/backup/restore'

let dataDir: string
let file: string
let server: Database.Database

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'backup-'))
  file = path.join(dataDir, 'test.db')
  server = new Database(file)
  server.exec('PRAGMA journal_mode = WAL; CREATE TABLE note (id TEXT)')
  server.exec("INSERT INTO note VALUES ('first')")
})
afterEach(() => {
  server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function notesIn(database: string): unknown[] {
  const db = new Database(database, { readonly: true })
  try {
    return db.prepare('SELECT id FROM note').pluck().all()
  } finally {
    db.close()
  }
}

const target = () => path.join(dataDir, 'copies', 'copy.db')

describe('backUp', () => {
  it('copies the newest rows while a server has the database open', async () => {
    await backUp(file, target())
    expect(notesIn(target())).toEqual(['first'])
    expect(existsSync(`${target()}-wal`)).toBe(false)
  })

  it('writes over no file', async () => {
    await backUp(file, target())
    await expect(backUp(file, target())).rejects.toThrow('exists already')
  })
})

describe('restore', () => {
  it('brings the old rows back and keeps what it replaced', async () => {
    await backUp(file, target())
    server.exec("INSERT INTO note VALUES ('second')")
    server.close()
    const replaced = await restore(target(), file, dataDir)
    expect(notesIn(file)).toEqual(['first'])
    expect(notesIn(replaced ?? '')).toEqual(['first', 'second'])
  })

  it('keeps the newest rows of what it replaced after a crash left them in the write-ahead log', async () => {
    await backUp(file, target())
    server.exec("INSERT INTO note VALUES ('second')")
    const replaced = await restore(target(), file, dataDir)
    expect(notesIn(replaced ?? '')).toEqual(['first', 'second'])
    expect(notesIn(file)).toEqual(['first'])
  })

  it('replaces a damaged database', async () => {
    await backUp(file, target())
    server.close()
    writeFileSync(file, 'this is no database')
    const replaced = await restore(target(), file, dataDir)
    expect(notesIn(file)).toEqual(['first'])
    expect(readFileSync(replaced ?? '', 'utf8')).toBe('this is no database')
  })

  it('refuses a file that is no database and leaves everything in place', async () => {
    const wrong = path.join(dataDir, 'wrong.db')
    writeFileSync(wrong, 'x'.repeat(5000))
    await expect(restore(wrong, file, dataDir)).rejects.toThrow('not a sound SQLite database')
    expect(notesIn(file)).toEqual(['first'])
  })

  it('refuses while a server runs, and not any more after that was killed', async () => {
    await backUp(file, target())
    const child = await startHolder()
    await expect(restore(target(), file, dataDir)).rejects.toThrow('A server is running')
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    expect(await restore(target(), file, dataDir)).toContain('replaced')
  })
})

describe('takeDataLock', () => {
  it('is given to one holder at a time', () => {
    const letGo = takeDataLock(dataDir)
    expect(letGo).toBeDefined()
    expect(takeDataLock(dataDir)).toBeUndefined()
    letGo?.()
    const again = takeDataLock(dataDir)
    expect(again).toBeDefined()
    again?.()
  })
})

/** Another process that holds the lock, as a server does. */
function startHolder() {
  const script = `const db = new (require('better-sqlite3'))(process.argv[1]); db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script, path.join(dataDir, 'server.lock')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise<typeof child>((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('error', reject)
  })
}
