import type { OpenQuestion } from '@/lib/analysis/open-questions'
import { safeValues } from '@/lib/analysis/safe-values'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { severityRank } from '@/lib/catalogue/severity'
import type { FactValue } from '@/lib/model/fact'
import type { Severity } from '@/lib/model/judgement'

/**
 * Open questions about one thing, which one answer can settle: that all of these statements hold. What has no value that
 * is as it should be is asked by itself, in `rest`.
 */
export type QuestionTopic = {
  group: string
  statements: readonly { question: OpenQuestion; value: FactValue }[]
  rest: readonly OpenQuestion[]
  settles: number
  worst: Severity
}

/** The questions by topic, the topic that settles most first. */
export function questionTopics(questions: readonly OpenQuestion[], catalogue: Catalogue): QuestionTopic[] {
  const safe = safeValues(catalogue)
  const groups = new Map<string, OpenQuestion[]>()
  for (const question of questions) {
    const group = catalogue.attributes.get(question.attribute)?.group ?? 'Other'
    groups.set(group, [...(groups.get(group) ?? []), question])
  }
  const topics = [...groups].map(([group, of]): QuestionTopic => {
    const statements = of.flatMap((question) => {
      const value = safe.get(question.attribute)
      return value === undefined ? [] : [{ question, value }]
    })
    const stated = new Set(statements.map(({ question }) => question))
    const settles = of.reduce((sum, question) => sum + question.settles, 0)
    const worst = of
      .map((question) => question.worst)
      .sort((a, b) => severityRank(b) - severityRank(a))[0] as Severity
    return { group, statements, rest: of.filter((question) => !stated.has(question)), settles, worst }
  })
  return topics.sort((a, b) => b.settles - a.settles || (a.group < b.group ? -1 : 1))
}
