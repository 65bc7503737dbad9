import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

// The log of a model is a chain: each entry's hash covers its predecessor's, under a key that is kept outside the
// database. Whoever can write to the database but lacks the key cannot change, drop, swap or append an entry unseen.

/** The predecessor of a model's first entry. */
export const CHAIN_START = ''

export type ChainEntry = {
  modelId: string
  seq: number
  changeId: string
  /** User id of whoever made the change. */
  actor: string
  /** ISO moment. */
  at: string
  /** Canonical text. */
  payload: string
}

/** The hash of an entry that follows the one with the hash `prev`: HMAC-SHA256 as hex. */
export function entryHash(logKey: string, prev: string, entry: ChainEntry): string {
  const digest = createHash('sha256').update(entry.payload, 'utf8').digest('hex')
  const parts = [
    'entry',
    prev,
    entry.modelId,
    String(entry.seq),
    entry.changeId,
    entry.actor,
    entry.at,
    digest,
  ]
  return sign(logKey, parts)
}

/** The seal of a log's end, so that entries cut off its end are missed. It stands beside the model. */
export function headSeal(logKey: string, head: { modelId: string; seq: number; hash: string }): string {
  return sign(logKey, ['head', head.modelId, String(head.seq), head.hash])
}

/** Compares two hashes without telling by its time where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

function sign(logKey: string, parts: readonly string[]): string {
  // JSON keeps the parts apart, whatever they hold.
  return createHmac('sha256', Buffer.from(logKey, 'hex')).update(JSON.stringify(parts), 'utf8').digest('hex')
}
