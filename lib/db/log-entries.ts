import { breathe } from '@/lib/db/breathe'
import type { Queries } from '@/lib/db/database'
import { canonicalJson } from '@/lib/model/canonical'
import type { Change } from '@/lib/model/change'
import type { RefusedEdit, SavedChange } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What a log entry holds: the change as it was applied, and what is needed to answer its sender again. */
export type LogPayload = {
  change: Change
  /** The name of whoever made it, as it was then. */
  by: string
  refused: RefusedEdit[]
  /** In the first entry of a log: the document as it was made. Its change has no edits. */
  document?: ThreatModel
}

/** The log's first entry makes the model; everybody who has loaded it is past that. */
const FIRST_SEQ = 1

/** The payload as canonical text, the form that is stored and hashed. */
export function writePayload(payload: LogPayload): string {
  return canonicalJson(payload)
}

const EDITS_AT_ONCE = 1000

/** The same text, made with pauses for other requests when there are many edits. */
export async function writePayloadGently(payload: LogPayload): Promise<string> {
  const { edits } = payload.change
  if (edits.length <= EDITS_AT_ONCE) return writePayload(payload)
  const parts: string[] = []
  for (let from = 0; from < edits.length; from += EDITS_AT_ONCE) {
    await breathe()
    parts.push(canonicalJson(edits.slice(from, from + EDITS_AT_ONCE)).slice(1, -1))
  }
  await breathe()
  const [start = '', ...rest] = writePayload({ ...payload, change: { ...payload.change, edits: [] } }).split(
    NO_EDITS,
  )
  // Inside of a text its quotes are escaped, so what was split at first is the change's own list.
  return `${start}"edits":[${parts.join(',')}]${rest.join(NO_EDITS)}`
}

const NO_EDITS = '"edits":[]'

export function readPayload(text: string): LogPayload {
  return JSON.parse(text) as LogPayload
}

/** Entries of a model's log that were made under one of these change ids. */
export async function findSent(
  queries: Queries,
  modelId: string,
  changeIds: readonly string[],
): Promise<Map<string, LogPayload>> {
  const entries = await queries.changeLog.findMany({
    where: { modelId, changeId: { in: [...changeIds] } },
    select: { changeId: true, payload: true },
  })
  return new Map(entries.map((entry) => [entry.changeId, readPayload(entry.payload)]))
}

export type Since = { since: SavedChange[]; reload?: true }

// What a browser can catch up with faster than it loads the model anew.
const MAX_ENTRIES = 500
const MAX_CHARACTERS = 4_000_000

/**
 * Every entry after `base` in order, or `reload` when they are too many, or when there is no such place in the log:
 * before the model was made, or ahead of its end.
 */
export async function entriesSince(
  queries: Queries,
  head: { id: string; seq: number },
  base: number,
): Promise<Since> {
  if (base === head.seq) return { since: [] }
  if (base < FIRST_SEQ || base > head.seq || head.seq - base > MAX_ENTRIES) return { since: [], reload: true }
  const entries = await queries.changeLog.findMany({
    where: { modelId: head.id, seq: { gt: base, lte: head.seq } },
    select: { seq: true, at: true, payload: true },
    orderBy: { seq: 'asc' },
  })
  const characters = entries.reduce((sum, entry) => sum + entry.payload.length, 0)
  if (characters > MAX_CHARACTERS) return { since: [], reload: true }
  return {
    since: entries.map(({ seq, at, payload }) => {
      const { change, by } = readPayload(payload)
      return { seq, change, by, at }
    }),
  }
}

/** One entry as people read it. */
export type HistoryRow = { seq: number; actor: string; at: string; payload: LogPayload }

/** Entries of a model's log before `before`, the newest first. */
export async function readHistory(
  queries: Queries,
  modelId: string,
  of: { before: number; take: number },
): Promise<HistoryRow[]> {
  const entries = await queries.changeLog.findMany({
    where: { modelId, seq: { lt: of.before } },
    select: { seq: true, actor: true, at: true, payload: true },
    orderBy: { seq: 'desc' },
    take: of.take,
  })
  return entries.map(({ payload, ...entry }) => ({ ...entry, payload: readPayload(payload) }))
}

const BATCH = 500

/** Visits every entry up to and with `last`, in order. */
export async function walkLog(
  queries: Queries,
  modelId: string,
  last: number,
  visit: (seq: number, payload: LogPayload) => void,
): Promise<void> {
  for (let seq = 0; seq < last; ) {
    const entries = await queries.changeLog.findMany({
      where: { modelId, seq: { gt: seq, lte: last } },
      select: { seq: true, payload: true },
      orderBy: { seq: 'asc' },
      take: BATCH,
    })
    if (entries.length === 0) return
    for (const entry of entries) visit(entry.seq, readPayload(entry.payload))
    seq = entries.at(-1)?.seq ?? last
  }
}
