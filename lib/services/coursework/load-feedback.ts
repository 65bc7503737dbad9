import type { CheckResult } from '@/lib/coursework/criterion'
import { buildFeedback, type Feedback } from '@/lib/coursework/feedback'
import type { FoundClaim } from '@/lib/coursework/intake/read-unit'
import { entriesToRead } from '@/lib/coursework/model/entries-to-read'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import { notesOf } from '@/lib/db/coursework/remarks'
import { marksOf, reviewsOf } from '@/lib/db/coursework/reviews'
import { findCatalogue, latestPackHash } from '@/lib/db/packs'
import { loadCorrected } from '@/lib/services/coursework/corrected-work'

/** The feedback on a work: the first marker's, or the second's where only they are done. Undefined before one is done. */
export async function loadFeedback(
  work: { id: string; attempt: number },
  of: { assignmentName: string; label: string; rubric: Rubric },
  hide: (text: string) => string = (text) => text,
): Promise<Feedback | undefined> {
  const reviews = await reviewsOf(work.id)
  const review = reviews.find(({ finishedAt }) => finishedAt !== null)
  if (!review) return undefined
  const hash = await latestPackHash()
  const [marks, notes, content, catalogue] = await Promise.all([
    marksOf(work.id),
    notesOf(work.id),
    loadCorrected(work.id),
    hash === undefined ? undefined : findCatalogue(hash),
  ])
  return buildFeedback({
    ...of,
    attempt: work.attempt,
    summary: hide(review.summary),
    marks: marks
      .filter(({ slot }) => slot === review.slot)
      .map((mark) => ({ ...mark, comment: hide(mark.comment) })),
    notes: notes.map(({ firstLine, lastLine, text }) => ({ firstLine, lastLine, text: hide(text) })),
    checks: JSON.parse(content.checks) as CheckResult[],
    claims: JSON.parse(content.claims) as FoundClaim[],
    entries: catalogue ? entriesToRead(content.submission, content.text, catalogue) : [],
    text: hide(content.text),
  })
}
