import Database from 'better-sqlite3'
import type { Random } from '@/lib/testing/random'

type Row = Record<string, string | number>

const fields = ['changeId', 'actor', 'at', 'payload', 'prev', 'hash'] as const

/** A way past the server to the log of one model, as somebody has who can write to the database but lacks its key. */
export function openLog(databaseFile: string, modelId: string) {
  const db = new Database(databaseFile, { fileMustExist: true, timeout: 5000 })
  // What is tampered with need not survive a power cut.
  db.pragma('synchronous = OFF')
  const read = () =>
    db.prepare('SELECT * FROM ChangeLog WHERE modelId = ? ORDER BY seq').all(modelId) as Row[]
  const readHead = () => db.prepare('SELECT seq, hash, seal FROM SavedModel WHERE id = ?').get(modelId) as Row
  const sound = { log: read(), head: readHead() }
  const insert = (row: Row) => {
    const names = Object.keys(row)
    const marks = names.map(() => '?').join(', ')
    db.prepare(`INSERT INTO ChangeLog (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row))
  }
  const write = (log: readonly Row[], head: Row) =>
    db.transaction(() => {
      db.prepare('DELETE FROM ChangeLog WHERE modelId = ?').run(modelId)
      for (const row of log) insert(row)
      db.prepare('UPDATE SavedModel SET seq = ?, hash = ?, seal = ? WHERE id = ?').run(
        head.seq,
        head.hash,
        head.seal,
        modelId,
      )
    })()
  return {
    /** Changes something at random; says what. */
    tamper(random: Random): string {
      const tampered = tamperWith(sound.log, sound.head, random)
      write(tampered.log, tampered.head)
      return tampered.what
    },
    restore: () => write(sound.log, sound.head),
    close: () => db.close(),
  }
}

function tamperWith(
  rows: readonly Row[],
  head: Row,
  random: Random,
): { log: Row[]; head: Row; what: string } {
  const log = rows.map((row) => ({ ...row }))
  const at = random.below(log.length)
  const kind = random.below(7)
  if (kind <= 1) {
    const field = random.oneOf(fields)
    const row = log[at] as Row
    row[field] = spoil(String(row[field]), random)
    return { log, head, what: `${field} of entry ${at + 1}` }
  }
  if (kind === 2) {
    log.splice(at, 1)
    return { log, head, what: `entry ${at + 1} taken out` }
  }
  if (kind === 3) {
    // The others move up, so that no number is missing.
    log.splice(at, 1)
    for (const [index, row] of log.entries()) row.seq = index + 1
    return {
      log,
      head: { ...head, seq: log.length },
      what: `entry ${at + 1} taken out, the others renumbered`,
    }
  }
  if (kind === 4) {
    const other = (at + 1 + random.below(log.length - 1)) % log.length
    const [a, b] = [log[at] as Row, log[other] as Row]
    ;[a.seq, b.seq] = [b.seq as number, a.seq as number]
    return { log, head, what: `entries ${at + 1} and ${other + 1} swapped` }
  }
  if (kind === 5) {
    const left = log.slice(0, 1 + random.below(log.length - 1))
    const last = left.at(-1) as Row
    const fits = random.chance(0.5)
    return {
      log: left,
      head: fits ? { ...head, seq: left.length, hash: last.hash as string } : head,
      what: `cut after entry ${left.length}${fits ? ', the head made to fit' : ''}`,
    }
  }
  const field = random.oneOf(['seq', 'hash', 'seal'] as const)
  const value = field === 'seq' ? Number(head.seq) + 1 : spoil(String(head[field]), random)
  return { log, head: { ...head, [field]: value }, what: `${field} of the head` }
}

/** One character less, more or other. */
function spoil(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  const other = text[at] === 'a' ? 'b' : 'a'
  const kind = text.length === 0 ? 0 : random.below(3)
  if (kind === 0) return `${text.slice(0, at)}${other}${text.slice(at)}`
  const place = Math.min(at, text.length - 1)
  const character = text[place] === 'a' ? 'b' : 'a'
  return `${text.slice(0, place)}${kind === 1 ? '' : character}${text.slice(place + 1)}`
}
