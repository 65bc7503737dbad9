import { describe, expect, it } from 'vitest'
import { migration } from '@/lib/db/migrations/migration-folder'
import { planMigrations } from '@/lib/db/migrations/plan-migrations'

const first = migration('0001_first', 'CREATE TABLE a (id TEXT);')
const second = migration('0002_second', 'CREATE TABLE b (id TEXT);')
const done = { name: first.name, checksum: first.checksum, finished: true }

describe('planMigrations', () => {
  it('applies what is missing, in order', () => {
    expect(planMigrations([first, second], [])).toEqual({ pending: [first, second] })
    expect(planMigrations([first, second], [done])).toEqual({ pending: [second] })
  })

  it('refuses a database that is newer than the code', () => {
    const newer = { name: '0003_third', checksum: 'x', finished: true }
    expect(planMigrations([first], [done, newer])).toEqual({
      refused: expect.stringContaining('newer than this code'),
    })
  })

  it('refuses a migration that was edited after it was applied', () => {
    const edited = migration(first.name, 'CREATE TABLE a (id INT);')
    expect(planMigrations([edited], [done])).toEqual({
      refused: expect.stringContaining('0001_first was changed'),
    })
  })

  it('refuses to build on a migration that stopped half way', () => {
    const half = { ...done, finished: false }
    expect(planMigrations([first, second], [half])).toEqual({ refused: expect.stringContaining('half way') })
  })
})
