import { componentOf } from '@/lib/importers/submission/component-words'
import { inflectedCategories } from '@/lib/importers/submission/stride-words'
import type { Submission, SubmittedFinding, SubmittedThreat } from '@/lib/importers/submission/submission'

/** A finding and the threat it confirms, if one is found; `why` is for the reviewer. */
type FindingLink = { finding: SubmittedFinding; threat: SubmittedThreat | undefined; why: string }

/**
 * Links findings to threats of the same text: by a number that the finding names ("threat 3"), by a category word beside
 * it, or by the component that both are about. A guess for the reviewer to confirm.
 */
export function linkFindings(text: string, submission: Submission): FindingLink[] {
  const lines = text.split('\n')
  const threats = submission.threats.filter(({ platform }) => platform === 'docker')
  return submission.findings
    .filter(({ framework }) => framework === 'cis-docker')
    .map((finding) => {
      const block = lines
        .slice(finding.firstLine - 1, finding.lastLine)
        .join(' ')
        .slice(0, 4_000)
      const number = Number(
        block.match(/\b(?:threats?|surface|model|amenaza|ameaça)\b[^.\d]{0,30}(\d{1,2})\b(?!\.\d)/i)?.[1],
      )
      const numbered = threats[number - 1]
      if (numbered) return { finding, threat: numbered, why: `It names threat ${number}.` }
      const letters = inflectedCategories(block.slice(finding.title.length)).map(({ letter }) => letter)
      const named = threats.find(({ categories }) => categories.some((letter) => letters.includes(letter)))
      if (named) return { finding, threat: named, why: 'It names the category of this threat.' }
      const component = componentOf(finding.title, block, 'docker')
      const same = component === null ? undefined : threats.find((one) => one.component === component)
      return { finding, threat: same, why: same ? 'Both are about the same component.' : 'No threat fits.' }
    })
}
