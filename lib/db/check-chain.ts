import { database } from '@/lib/db/database'
import type { ModelHead } from '@/lib/db/document-cache'
import { CHAIN_START, entryHash, headSeal, isSameHash } from '@/lib/db/log-chain'

/** Something wrong with a log; `seq` is the entry it was seen at. */
export type ChainFault = { seq: number; sentence: string }

const BATCH = 500

/** Walks the log of a model and finds the first change, gap or cut. `visit` sees every entry that is sound. */
export async function checkChain(
  head: ModelHead,
  visit: (entry: { seq: number; payload: string }) => void,
): Promise<ChainFault | undefined> {
  const { client, logKey } = database()
  let prev = CHAIN_START
  let seq = 0
  for (;;) {
    const entries = await client.changeLog.findMany({
      where: { modelId: head.id, seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: BATCH,
    })
    for (const entry of entries) {
      seq += 1
      if (entry.seq !== seq) return { seq, sentence: `Entry ${seq} is missing.` }
      const expected = entryHash(logKey, prev, entry)
      if (entry.prev !== prev || !isSameHash(entry.hash, expected)) {
        return { seq, sentence: `Entry ${seq} was changed, or an entry before it was taken out.` }
      }
      prev = entry.hash
      visit(entry)
    }
    if (entries.length < BATCH) return checkHead(head, { seq, hash: prev })
  }
}

function checkHead(head: ModelHead, end: { seq: number; hash: string }): ChainFault | undefined {
  const seal = headSeal(database().logKey, { modelId: head.id, ...end })
  const holds = head.seq === end.seq && head.hash === end.hash && isSameHash(head.seal, seal)
  return holds
    ? undefined
    : {
        seq: end.seq,
        sentence: `The log ends at entry ${end.seq}, but the model says it has ${head.seq}: entries were cut off or added.`,
      }
}
