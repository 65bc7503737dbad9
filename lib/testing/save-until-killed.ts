import { writeSync } from 'node:fs'
import type { Actor } from '@/lib/auth/actor'
import { openDatabase, setDatabase } from '@/lib/db/database'
import type { Change, Edit } from '@/lib/model/change'
import { applyChanges } from '@/lib/services/apply-changes'
import { buildComponent } from '@/lib/testing/build-model'

// A process of its own for kill.test.ts: saves one change after the other, several at once, and writes the id of each
// change to standard output as soon as it is acknowledged, until it is killed.

const [databaseUrl = '', dataDir = '', actorJson = '', modelId = ''] = process.argv.slice(2)
setDatabase(openDatabase({ databaseUrl, dataDir }))
const actor = JSON.parse(actorJson) as Actor

/** Touches rows of several tables, so that half of it would be seen. */
function changeOf(id: string): Change {
  const edits: Edit[] = [
    { type: 'add-component', component: buildComponent(`${id}-a`, 'box') },
    { type: 'add-component', component: buildComponent(`${id}-b`, 'box') },
    { type: 'place', viewId: 'main', componentId: `${id}-a`, value: { x: 1, y: 2 }, was: null },
    { type: 'add-note', note: { id: `${id}-n`, text: 'x', by: 'x', at: '2026-01-01T00:00:00.000Z' } },
  ]
  return { id, label: 'Test', atomic: true, edits }
}

async function lane(name: string): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `${name}${count}`
    const answer = await applyChanges(actor, { id: modelId, base: count + 1, changes: [changeOf(id)] })
    if (!answer.ok || !answer.value.accepted.includes(id)) throw new Error(JSON.stringify(answer))
    writeSync(1, `${id}\n`)
  }
}

await Promise.all(['x', 'y', 'z'].map(lane))
