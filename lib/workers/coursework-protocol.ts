import type { ReadWork } from '@/lib/coursework/intake/read-unit'
import type { SharedPassage, SimilarPair } from '@/lib/coursework/similarity'
import type { Submission } from '@/lib/importers/submission/submission'

/** A file as it was sent, not looked into. */
export type SentFile = { path: string; bytes: Uint8Array }

/** What the reader needs, as the database holds it. */
export type ReaderContent = { pack: string; claims: string; rubric: string }

export type TakeIn = {
  kind: 'take-in'
  files: SentFile[]
  students: { id: string; identifier: string; name: string; email: string }[]
  content: ReaderContent
}

/** A unit of files with whose it seems to be. */
export type TakenUnit = { path: string; studentId: string | undefined; guessedName: string; work: ReadWork }
export type TakenIn = { units: TakenUnit[]; refused: { path: string; sentence: string }[] }

export type Compare = {
  kind: 'compare'
  works: { id: string; text: string; reading: Pick<Submission, 'threats' | 'findings'> }[]
  base: string[]
}
export type Compared = { pairs: SimilarPair[] }

export type Passages = {
  kind: 'passages'
  a: Compare['works'][number]
  b: Compare['works'][number]
  base: string[]
}
export type PassagesFound = { passages: SharedPassage[]; pair: SimilarPair | undefined }

export type CourseworkRequest = TakeIn | Compare | Passages
export type CourseworkAnswer<R extends CourseworkRequest> = R extends TakeIn
  ? TakenIn
  : R extends Compare
    ? Compared
    : PassagesFound
