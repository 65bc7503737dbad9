import type { GoldFile, GoldSet } from '@/e2e/bench/gold'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { checkSubmission } from '@/lib/coursework/check-submission'
import type { Claim } from '@/lib/coursework/claim'
import { EXERCISE } from '@/lib/coursework/exercise'
import { findClaims } from '@/lib/coursework/find-claims'
import { readSubmission } from '@/lib/importers/submission/read-submission'

export function scoreChecks(files: readonly GoldFile[], catalogue: Catalogue) {
  const score = { right: 0, scored: 0, notes: [] as string[] }
  for (const { file, text, expected, expectedAmbiguous } of files) {
    const results = checkSubmission(text, readSubmission(text, catalogue), EXERCISE)
    for (const [criterion, wanted] of Object.entries(expected)) {
      if (expectedAmbiguous.includes(criterion)) continue
      const got = results.find((one) => one.criterion === criterion)
      score.scored++
      if (got?.result === wanted) score.right++
      else score.notes.push(`${file}: ${criterion} is ${wanted}, got ${got?.result}`)
    }
  }
  return score
}

/** Two topics for one slip: a Secret called safe, because of its encoding or by itself. */
const alike = [['base64-not-encryption', 'secrets-safe-by-default']]

/** `hit` and `extra`: of the claims that were found; `found` of `wanted`: of the labelled ones that are not ambiguous. */
export function scoreClaims(
  files: readonly GoldFile[],
  gold: GoldSet,
  catalogue: Catalogue,
  claims: readonly Claim[],
) {
  const score = { hit: 0, extra: 0, found: 0, wanted: 0, notes: [] as string[] }
  const isSame = (a: string, b: string) =>
    a === b || alike.some((topics) => topics.includes(a) && topics.includes(b))
  for (const { file, text, claims: labels } of files) {
    const found = findClaims(text, readSubmission(text, catalogue), claims)
    for (const one of found) {
      const label = labels.find(
        ({ line, topic }) => Math.abs(line - one.line) <= 1 && isSame(topic, one.topic),
      )
      const trap = gold.traps.some(
        (other) => other.file === file && other.line === one.line && other.why.includes('correct'),
      )
      if (label?.ambiguousOn?.includes('claim')) continue
      if (label) score.hit++
      else {
        score.extra++
        score.notes.push(
          `${file}: extra claim ${one.topic} on line ${one.line}${trap ? ' (a correct remark)' : ''}`,
        )
      }
    }
    for (const label of labels) {
      if (label.ambiguousOn?.includes('claim')) continue
      score.wanted++
      if (found.some(({ line, topic }) => Math.abs(line - label.line) <= 1 && isSame(topic, label.topic)))
        score.found++
      else score.notes.push(`${file}: missed claim ${label.topic} on line ${label.line}`)
    }
  }
  return score
}
