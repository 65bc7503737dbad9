import type { Actor } from '@/lib/auth/actor'
import { seesNames } from '@/lib/auth/course-policy'
import { clustersOf } from '@/lib/coursework/clusters'
import type { SimilarityView } from '@/lib/coursework/views'
import { listFinePairs } from '@/lib/db/coursework/fine-pairs'
import { readAliases } from '@/lib/db/coursework/roster'
import { eachContent } from '@/lib/db/coursework/works'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { problem } from '@/lib/services/problem'
import { courseworkInWorker } from '@/lib/workers/coursework-in-worker'
import type { Compare } from '@/lib/workers/coursework-protocol'

export const Input = z.strictObject({ assignmentId: Id })

const MOST_PAIRS = 500

/** Which works share word runs, as evidence to look at: the latest of everybody, the exercise's own text left out. */
export async function compareWorks(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<SimilarityView>> {
  const opened = await openAssignment(actor, assignmentId, 'compare-works')
  if (!opened.ok) return opened
  const { assignment, role } = opened
  const works: Compare['works'] = []
  const aliases = new Map<string, string>()
  for await (const batch of eachContent(assignmentId)) {
    for (const { id, alias, content } of batch) {
      aliases.set(id, alias)
      if (content) works.push({ id, text: content.text, reading: JSON.parse(content.reading) })
    }
  }
  const answer = await courseworkInWorker({ kind: 'compare', works, base: [assignment.instructions] })
  if ('stopped' in answer) return problem('too-large', answer.stopped)
  const students = seesNames(role, assignment) ? await readAliases(assignmentId) : undefined
  const fine = new Map(
    (await listFinePairs(assignmentId)).map((one) => [`${one.firstId} ${one.secondId}`, one.reason]),
  )
  const labelOf = (id: string) => {
    const alias = aliases.get(id) ?? ''
    return students?.get(alias)?.name ?? alias
  }
  const pairs = answer.pairs.slice(0, MOST_PAIRS).map((pair) => {
    const [first, second] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a]
    const reason = fine.get(`${first} ${second}`)
    return {
      ...pair,
      labelA: labelOf(pair.a),
      labelB: labelOf(pair.b),
      isFine: reason !== undefined,
      reason: reason ?? '',
    }
  })
  const clusters = clustersOf(pairs.filter(({ isFine }) => !isFine))
  const value = {
    works: works.length,
    found: answer.pairs.length,
    clusters: clusters.map(({ members, pairs: own }) => ({ labels: members.map(labelOf), pairs: own })),
    fine: pairs.filter(({ isFine }) => isFine),
  }
  return { ok: true, value }
}
