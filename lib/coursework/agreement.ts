import type { Rubric } from '@/lib/coursework/rubric/rubric'

type MarkLike = { criterionId: string; levelId: string }

/** How far two reviewers agree: the share of criteria with the same level, and Cohen's kappa, which takes chance out. */
export type Agreement = { same: number; of: number; kappa: number | null; differ: string[] }

/** Compares the marks of two reviewers on the criteria that both marked. */
export function agreementOf(
  rubric: Rubric,
  first: readonly MarkLike[],
  second: readonly MarkLike[],
): Agreement {
  return agreementOver(rubric, [[first, second]])
}

/** The same over many works. Kappa is null where chance alone would make them agree. */
export function agreementOver(
  rubric: Rubric,
  pairs: readonly (readonly [readonly MarkLike[], readonly MarkLike[]])[],
): Agreement {
  const differ: string[] = []
  const counts = new Map<string, [number, number]>()
  let of = 0
  let same = 0
  for (const [first, second] of pairs) {
    for (const { id } of rubric.criteria) {
      const a = first.find(({ criterionId }) => criterionId === id)?.levelId
      const b = second.find(({ criterionId }) => criterionId === id)?.levelId
      if (a === undefined || b === undefined) continue
      of++
      if (a === b) same++
      else differ.push(id)
      counts.set(a, [(counts.get(a)?.[0] ?? 0) + 1, counts.get(a)?.[1] ?? 0])
      counts.set(b, [counts.get(b)?.[0] ?? 0, (counts.get(b)?.[1] ?? 0) + 1])
    }
  }
  const chance = [...counts.values()].reduce(
    (sum, [x, y]) => sum + (x / Math.max(1, of)) * (y / Math.max(1, of)),
    0,
  )
  const kappa =
    of === 0 || chance >= 0.999 ? null : Math.round(((same / of - chance) / (1 - chance)) * 100) / 100
  return { same, of, kappa, differ }
}
