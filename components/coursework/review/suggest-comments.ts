import type { CheckResult } from '@/lib/coursework/criterion'
import type { RubricCriterion } from '@/lib/coursework/rubric/rubric'
import type { ReviewView } from '@/lib/coursework/views'

const MOST = 6

/** Comments that fit a criterion: what a failed check says first, then those kept for it, then those for any. */
export function suggestComments(
  criterion: RubricCriterion,
  check: CheckResult | undefined,
  bank: ReviewView['bank'],
): string[] {
  const failed = check?.result === false ? ['{check} Please add what is missing and hand in again.'] : []
  const seen = check?.result === null ? ['Please say more plainly how this is met: {check}'] : []
  const own = bank.filter((one) => one.criterionId === criterion.id).map(({ text }) => text)
  const any = bank.filter((one) => one.criterionId === null).map(({ text }) => text)
  return [...new Set([...failed, ...seen, ...own, ...any])].slice(0, MOST)
}

/** Puts values in the place of `{student}`, `{lines}`, `{check}` and `{criterion}`; what is unknown stays as it is. */
export function fillComment(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}
