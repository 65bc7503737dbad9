import {
  acknowledge,
  addPending,
  enqueue,
  type Fresh,
  nextBatch,
  type Outbox,
  openOutbox,
  rebase,
  settledBy,
} from '@/lib/client/outbox'
import type { Change, Edit } from '@/lib/model/change'
import type { ChangesAnswer, ChangesRequest } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'
import { fitting } from '@/lib/testing/arbitrary-model'
import type { Random } from '@/lib/testing/random'

// Two people in three tabs and one that was closed a day ago, over a network that loses three answers in ten. The parts
// are the browser's own; only the wire and the disk are played.

export type SavingServer = {
  post(who: 'ann' | 'ben', request: ChangesRequest): Promise<ChangesAnswer>
  fetch(): Promise<Fresh>
}

const LOST = 0.3

/** What a browser keeps of one person's edits: what every tab of theirs sees. */
type Disk = Map<string, Change>

type Tab = { who: 'ann' | 'ben'; disk: Disk; outbox: Outbox }

export type RoundResult = {
  /** What every tab shows at the end. */
  shown: ThreatModel[]
  /** Ids of the changes that some tab was told are saved. */
  acknowledged: Set<string>
  lost: number
}

/** Plays one round and lets everybody catch up at its end. */
export async function playSavingRound(
  server: SavingServer,
  random: Random,
  randomEdit: () => Edit,
  steps = 40,
): Promise<RoundResult> {
  const acknowledged = new Set<string>()
  let lost = 0
  let count = 0
  const annsDisk: Disk = new Map()
  const open = async (who: Tab['who'], disk: Disk): Promise<Tab> => {
    const { seq, document } = await server.fetch()
    return { who, disk, outbox: addPending(openOutbox(document, seq), [...disk.values()]) }
  }
  const tabs = [await open('ann', annsDisk), await open('ann', annsDisk), await open('ben', new Map())]

  const edit = (tab: Tab) => {
    const edits = Array.from({ length: 1 + random.below(3) }, () => {
      const made = randomEdit()
      // Mostly what somebody would make who sees the model; now and then what no longer fits.
      return random.chance(0.85) ? fitting(tab.outbox.model, made) : made
    })
    const id = `${tab.who}-${++count}`
    const made = enqueue(tab.outbox, { id, label: 'Edit', atomic: random.chance(0.3), edits })
    if (!made.change) return
    tab.outbox = made.outbox
    tab.disk.set(id, made.change)
  }

  const send = async (tab: Tab, chanceOfLoss: number) => {
    const changes = nextBatch(tab.outbox)
    if (changes.length === 0) return
    const isRequestLost = random.chance(chanceOfLoss / 2)
    if (isRequestLost) {
      lost += 1
      return
    }
    const answer = await server.post(tab.who, { base: tab.outbox.seq, changes })
    if (random.chance(chanceOfLoss)) {
      lost += 1
      return
    }
    const fresh = answer.reload ? await server.fetch() : undefined
    for (const id of answer.accepted) acknowledged.add(id)
    tab.outbox = acknowledge(tab.outbox, answer, fresh).outbox
    for (const id of settledBy(answer)) tab.disk.delete(id)
  }

  const poll = async (tab: Tab) => {
    tab.outbox = rebase(tab.outbox, await server.fetch())
  }

  // A tab that is closed with edits that never left: its disk is found again when the round is nearly over.
  const old: Tab = await open('ben', new Map())
  for (let edits = 0; edits < 4; edits += 1) edit(old)

  for (let step = 0; step < steps; step += 1) {
    const tab = random.oneOf(tabs)
    const what = random.next()
    if (what < 0.5) edit(tab)
    else if (what < 0.85) await send(tab, LOST)
    else if (what < 0.93) await poll(tab)
    // A reload: memory is gone, the disk of all tabs of this person is read.
    else tabs[tabs.indexOf(tab)] = await open(tab.who, tab.disk)
  }
  tabs.push(await open('ben', old.disk))
  for (let turn = 0; turn < 3; turn += 1) for (const tab of tabs) await send(tab, LOST)
  for (const tab of tabs) while (tab.outbox.pending.length > 0) await send(tab, 0)
  for (const tab of tabs) await poll(tab)
  return { shown: tabs.map((tab) => tab.outbox.model), acknowledged, lost }
}
