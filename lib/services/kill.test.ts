import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, setDatabase } from '@/lib/db/database'
import { checkLog } from '@/lib/services/check-log'
import { createModel } from '@/lib/services/create-model'
import { getModel } from '@/lib/services/get-model'
import { killRounds } from '@/lib/testing/kill-rounds'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

const ROUNDS = killRounds()
const LANES = 2
/** Inside the checkout, because the bundle finds its packages from there. */
const script = path.resolve('lib/cli/dist/save-until-killed.mjs')

beforeAll(async () => {
  await build({
    entryPoints: ['lib/testing/save-until-killed.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: 'tsconfig.json',
  })
})

describe('saving while the process is killed', () => {
  const opened: TestDatabase[] = []
  afterAll(async () => {
    for (const db of opened) await db.close()
  })

  it('loses nothing that was acknowledged and applies nothing by half', async () => {
    const rounds: Round[] = []
    for (let lane = 0; lane < LANES; lane += 1) {
      const db = await openTestDatabase()
      opened.push(db)
      const { owner } = await makeWorkspace(db)
      for (let round = 0; round < ROUNDS / LANES; round += 1) {
        const made = await createModel(owner, { from: { kind: 'empty' } })
        if (!made.ok) throw new Error(made.sentence)
        rounds.push({ db, owner, modelId: made.value.id, lane, delay: (round * 7) % 45, acknowledged: [] })
      }
      await db.client.$disconnect()
    }
    const killed = Array.from({ length: LANES }, (_, lane) =>
      killAll(rounds.filter((round) => round.lane === lane)),
    )
    await Promise.all(killed)

    let saved = 0
    for (const round of rounds) {
      saved += round.acknowledged.length
      await checkRound(round)
    }
    expect(rounds).toHaveLength(ROUNDS)
    // Else the rounds killed nobody at work.
    expect(saved).toBeGreaterThan(ROUNDS)
  }, 900_000)
})

type Round = {
  db: TestDatabase
  owner: Awaited<ReturnType<typeof makeWorkspace>>['owner']
  modelId: string
  lane: number
  /** Milliseconds from the first acknowledgement to the kill. */
  delay: number
  acknowledged: string[]
}

async function killAll(rounds: readonly Round[]): Promise<void> {
  for (const round of rounds) round.acknowledged = await saveUntilKilled(round)
}

async function saveUntilKilled({ db, owner, modelId, delay }: Round): Promise<string[]> {
  const args = [script, `file:${db.databaseFile}`, db.dataDir, JSON.stringify(owner), modelId]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  let isDying = false
  child.stderr.on('data', (data) => {
    errors += data
  })
  child.stdout.on('data', (data) => {
    output += data
    if (isDying) return
    isDying = true
    setTimeout(() => child.kill('SIGKILL'), delay)
  })
  const signal = await exit(child)
  if (signal !== 'SIGKILL') throw new Error(`It ended by itself: ${errors}`)
  // The last line may be cut; what was not written whole was not acknowledged.
  return output.split('\n').slice(0, -1)
}

function exit(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)))
}

async function checkRound({ db, owner, modelId, acknowledged }: Round): Promise<void> {
  const fresh = openDatabase({ databaseUrl: `file:${db.databaseFile}`, dataDir: db.dataDir })
  setDatabase(fresh)
  const model = await getModel(owner, { id: modelId })
  const log = await checkLog(owner, { id: modelId })
  await fresh.client.$disconnect()
  if (!model.ok || !log.ok) throw new Error('The model is gone.')
  const { document, seq } = model.value
  const { components, notes } = document
  const placements = document.views.main?.placements ?? {}
  for (const id of acknowledged) expect(components, id).toHaveProperty(`${id}-a`)
  const changes = Object.keys(notes)
  expect(Object.keys(components)).toHaveLength(2 * changes.length)
  expect(Object.keys(placements)).toHaveLength(changes.length)
  expect(seq).toBe(1 + changes.length)
  // At most the changes under way when the process died are there without having been acknowledged.
  expect(changes.length - acknowledged.length).toBeLessThanOrEqual(3)
  expect(log.value.fault).toBeUndefined()
}
