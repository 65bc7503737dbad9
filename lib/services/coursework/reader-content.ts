import { readRubric } from '@/lib/db/coursework/assignments'
import { readClaimBook } from '@/lib/db/coursework/claim-book'
import { findPackBody, latestPackHash } from '@/lib/db/packs'
import type { ReaderContent } from '@/lib/workers/coursework-protocol'

/** What the reader of texts needs: the catalogue's checks, the claims and the rubric that counts. */
export async function readerContent(of: { id: string; rubricVersion: number }): Promise<ReaderContent> {
  const hash = await latestPackHash()
  const [pack, claims, rubric] = await Promise.all([
    hash === undefined ? undefined : findPackBody(hash),
    readClaimBook(),
    readRubric(of.id, of.rubricVersion),
  ])
  if (pack === undefined || rubric === undefined) throw new Error('The catalogue or the rubric is missing.')
  return { pack: pack.body, claims, rubric }
}
