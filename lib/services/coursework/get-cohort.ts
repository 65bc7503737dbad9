import type { Actor } from '@/lib/auth/actor'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { agreementOver } from '@/lib/coursework/agreement'
import { countCohort } from '@/lib/coursework/count-cohort'
import type { CohortView } from '@/lib/coursework/views'
import { listMarks } from '@/lib/db/coursework/reviews'
import { eachContent, listWorks } from '@/lib/db/coursework/works'
import { findCatalogue, latestPackHash } from '@/lib/db/packs'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { loadRubric } from '@/lib/services/coursework/load-rubric'

export const Input = z.strictObject({ assignmentId: Id })

/** What the cohort chose and missed, how it was marked, and which criteria took longest. */
export async function getCohort(
  actor: Actor,
  { assignmentId }: z.infer<typeof Input>,
): Promise<Result<CohortView>> {
  const opened = await openAssignment(actor, assignmentId, 'see-cohort')
  if (!opened.ok) return opened
  const [rubric, works, marks] = await Promise.all([
    loadRubric(opened.assignment),
    listWorks(assignmentId),
    listMarks(assignmentId),
  ])
  const cohort = countCohort()
  for await (const batch of eachContent(assignmentId))
    for (const { content } of batch) if (content) cohort.add(JSON.parse(content.reading))
  const done = works.filter(({ reviews }) => reviews.some(({ finishedAt }) => finishedAt !== null))
  const results = new Map<string, number>()
  for (const { reviews } of done) {
    const review = reviews.find(({ finishedAt }) => finishedAt !== null)
    const label =
      rubric.scale === 'points'
        ? `${review?.points ?? 0} points`
        : review?.verdict === 'meets'
          ? 'Meets specifications'
          : 'Requires changes'
    results.set(label, (results.get(label) ?? 0) + 1)
  }
  const latest = new Set(works.map(({ id }) => id))
  const lists = [...marks].filter(([key]) => latest.has(key.split(' ')[0] ?? '')).map(([, list]) => list)
  const pairs = works.flatMap(({ id, reviews }) =>
    reviews.length > 1 && reviews.every(({ finishedAt }) => finishedAt !== null)
      ? [[marks.get(`${id} 1`) ?? [], marks.get(`${id} 2`) ?? []] as const]
      : [],
  )
  const criteria = rubric.criteria.map(({ id, title, levels }) => {
    const own = lists.flatMap((list) => list.filter(({ criterionId }) => criterionId === id))
    const isMet = (levelId: string) => levels.find((level) => level.id === levelId)?.isMet === true
    const met = own.filter(({ levelId }) => isMet(levelId)).length
    return { title, met, missed: own.length - met, seconds: medianGap(lists, id) }
  })
  const hash = await latestPackHash()
  const value = {
    ...inWords(cohort.result(), hash === undefined ? undefined : await findCatalogue(hash)),
    works: works.length,
    done: done.length,
    results: [...results].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count),
    criteria,
    agreement: pairs.length > 0 ? agreementOver(rubric, pairs) : null,
  }
  return { ok: true, value }
}

/** Components and checks as the catalogue calls them. */
function inWords(counts: ReturnType<ReturnType<typeof countCohort>['result']>, catalogue?: Catalogue) {
  const typeOf = (id: string) => catalogue?.componentTypes.get(id)?.label ?? id
  return {
    ...counts,
    components: counts.components.map((one) => ({ ...one, component: typeOf(one.component) })),
    missed: counts.missed.map(typeOf),
    findings: counts.findings.map((one) => ({
      ...one,
      key: catalogue?.controls.get(one.key)?.label ?? one.key,
    })),
  }
}

const LONGEST_GAP = 600

/** Seconds between the mark before and this one, in the middle of all reviews; a pause is no time spent. */
function medianGap(lists: readonly { criterionId: string; at: Date }[][], id: string): number | null {
  const gaps = lists.flatMap((list) => {
    const sorted = [...list].sort((a, b) => a.at.getTime() - b.at.getTime())
    const at = sorted.findIndex(({ criterionId }) => criterionId === id)
    const [before, own] = [sorted[at - 1], sorted[at]]
    if (!before || !own) return []
    const gap = (own.at.getTime() - before.at.getTime()) / 1000
    return gap <= LONGEST_GAP ? [gap] : []
  })
  gaps.sort((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)]
  return middle === undefined ? null : Math.round(middle)
}
