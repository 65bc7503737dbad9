import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkLog } from '@/lib/db/log-entries'
import { applyChange } from '@/lib/model/apply-change'
import { canonicalJson } from '@/lib/model/canonical'
import type { Change, Edit } from '@/lib/model/change'
import { writeModelFile } from '@/lib/model/model-file'
import type { SavedChange } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { applyChanges } from '@/lib/services/apply-changes'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { getModel } from '@/lib/services/get-model'
import { type Sent, workOutChanges } from '@/lib/services/work-out-changes'
import { arbitraryEdit, populatedModel } from '@/lib/testing/arbitrary-model'
import { randomOf } from '@/lib/testing/random'
import { playSavingRound, type RoundResult, type SavingServer } from '@/lib/testing/saving-round'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { testCatalogue } from '@/lib/testing/test-pack'

const start = populatedModel(testCatalogue().hash)
const at = '2026-11-21T10:00:00.000Z'

/** Edits of a seed, drawn from the same distribution as in every other property test. */
function editsOf(seed: number): () => Edit {
  const drawn = fc.sample(arbitraryEdit, { seed, numRuns: 400 })
  let next = 0
  return () => drawn[next++ % drawn.length] as Edit
}

/** The server's own decisions over a log in memory. */
function pureServer() {
  const log: SavedChange[] = []
  const sent = new Map<string, Sent>()
  let document = start
  const server: SavingServer = {
    async post(who, { base, changes }) {
      const actor = { userId: who, name: who, workspaceId: 'w', role: 'editor' } as const
      const situation = {
        actor,
        workspaceId: 'w',
        document,
        sent,
        packs: new Set<string>(),
        maxComponents: 1000,
        at,
      }
      const outcome = workOutChanges(situation, changes)
      document = outcome.document
      for (const entry of outcome.entries) {
        sent.set(entry.change.id, entry)
        log.push({ seq: log.length + 1, change: entry.change, by: who, at })
      }
      const { accepted, refused } = outcome
      return { seq: log.length, since: log.slice(base), accepted, refused }
    },
    async fetch() {
      return { seq: log.length, document }
    },
  }
  return { server, log: () => log.map(({ change }) => change), document: () => document }
}

function expectConverged(
  round: RoundResult,
  log: readonly Change[],
  document: ThreatModel,
  seed: number,
): void {
  const what = `seed ${seed}`
  const wanted = canonicalJson(document)
  for (const shown of round.shown) expect(canonicalJson(shown) === wanted, what).toBe(true)
  const ids = log.map(({ id }) => id)
  expect(new Set(ids).size, what).toBe(ids.length)
  expect(
    [...round.acknowledged].filter((id) => !ids.includes(id)),
    what,
  ).toEqual([])
  // Every edit that was taken met the value its author had seen: nothing newer was overwritten.
  let model = start
  for (const change of log) {
    const applied = applyChange(model, { ...change, atomic: true })
    expect(applied.refused, what).toEqual([])
    model = applied.model
  }
  expect(canonicalJson(model) === wanted, what).toBe(true)
}

describe('saving over a network that loses answers, in two tabs and with edits a day old', () => {
  it('ends with everybody equal to the server, in 400 rounds', async () => {
    let saved = 0
    let lost = 0
    for (let seed = 1; seed <= 400; seed += 1) {
      const { server, log, document } = pureServer()
      const round = await playSavingRound(server, randomOf(seed), editsOf(seed))
      expectConverged(round, log(), document(), seed)
      saved += round.acknowledged.size
      lost += round.lost
    }
    // Else nothing was put to the test.
    expect(saved).toBeGreaterThan(2000)
    expect(lost).toBeGreaterThan(1000)
  }, 120_000)

  describe('on the database', () => {
    let db: TestDatabase
    let ours: Awaited<ReturnType<typeof makeWorkspace>>
    beforeAll(async () => {
      db = await openTestDatabase()
      ours = await makeWorkspace(db)
    })
    afterAll(() => db.close())

    it('does so too, and leaves a whole log', async () => {
      for (let seed = 1001; seed <= 1012; seed += 1) {
        const made = await createModel(ours.owner, { from: { kind: 'file', text: writeModelFile(start) } })
        const id = made.ok ? made.value.id : ''
        const current = async () => {
          const model = await getModel(ours.owner, { id })
          if (!model.ok) throw new Error(model.sentence)
          return model.value
        }
        const server: SavingServer = {
          async post(who, request) {
            const answer = await applyChanges(who === 'ann' ? ours.editor : ours.owner, { id, ...request })
            if (!answer.ok) throw new Error(answer.sentence)
            return answer.value
          },
          fetch: current,
        }
        const round = await playSavingRound(server, randomOf(seed), editsOf(seed))
        const { seq, document } = await current()
        const log: Change[] = []
        await walkLog(db.client, id, seq, (_seq, payload) => payload.document ?? log.push(payload.change))
        expectConverged(round, log, document, seed)
        expect(await checkLog(ours.owner, { id })).toEqual({
          ok: true,
          value: { entries: seq, head: expect.any(String) },
        })
      }
    }, 120_000)
  })
})
