import { CheckRule } from '@/lib/coursework/rubric/check-rule'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and hyphens, at most 40 of them.')
  .refine((id) => !(id in {}), 'This id is reserved.')

/** One answer that a reviewer can give to a criterion. The number keys choose them in this order. */
const Level = z.strictObject({
  id: Slug,
  label: line(60),
  points: z.number().min(0).max(1000),
  isMet: z.boolean(),
})

const RubricCriterion = z.strictObject({
  id: Slug,
  title: line(200),
  /** What is asked, for students and reviewers. */
  help: text(2000),
  levels: z.array(Level).min(2).max(9),
  /** All of them must hold for the criterion to be proposed as met. */
  checks: z.array(CheckRule).max(10),
})
export type RubricCriterion = z.infer<typeof RubricCriterion>

/** How an assignment is marked. `specification`: met as a whole when every criterion is; `points`: a sum. */
export const Rubric = z
  .strictObject({
    scale: z.enum(['specification', 'points']),
    criteria: z.array(RubricCriterion).min(1).max(60),
  })
  .superRefine(({ criteria }, context) => {
    const twice = (values: readonly string[]) => values.find((value, at) => values.indexOf(value) !== at)
    const id = twice(criteria.map((one) => one.id))
    if (id) context.addIssue(`Two criteria have the id ${id}.`)
    for (const [at, one] of criteria.entries()) {
      const level = twice(one.levels.map((each) => each.id))
      if (level)
        context.addIssue({
          code: 'custom',
          path: ['criteria', at],
          message: `Two levels have the id ${level}.`,
        })
      if (!one.levels.some(({ isMet }) => isMet))
        context.addIssue({ code: 'custom', path: ['criteria', at], message: 'One level must count as met.' })
    }
  })
export type Rubric = z.infer<typeof Rubric>

/** The two answers of a criterion that is met or is not. */
export function specificationLevels(points = 1): RubricCriterion['levels'] {
  return [
    { id: 'meets', label: 'Meets specifications', points, isMet: true },
    { id: 'changes', label: 'Requires changes', points: 0, isMet: false },
  ]
}

type MarkLike = { criterionId: string; levelId: string }

/** What the marks of one reviewer come to under a rubric; marks for what it does not have are left out. */
export type Score = {
  points: number
  outOf: number
  /** Criteria without a mark. */
  missing: string[]
  /** `open` while a mark is missing. */
  verdict: 'meets' | 'changes' | 'open'
}

/** Adds up marks. The rubric's own levels count, so that a changed rubric changes every score. */
export function scoreMarks(rubric: Rubric, marks: readonly MarkLike[]): Score {
  const chosen = new Map(marks.map(({ criterionId, levelId }) => [criterionId, levelId]))
  let points = 0
  let outOf = 0
  let isMet = true
  const missing: string[] = []
  for (const { id, levels } of rubric.criteria) {
    outOf += Math.max(...levels.map((level) => level.points))
    const level = levels.find((one) => one.id === chosen.get(id))
    if (!level) {
      missing.push(id)
      continue
    }
    points += level.points
    isMet &&= level.isMet
  }
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    points: round(points),
    outOf: round(outOf),
    missing,
    verdict: missing.length > 0 ? 'open' : isMet ? 'meets' : 'changes',
  }
}
