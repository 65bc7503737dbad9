import type { Agreement } from '@/lib/coursework/agreement'
import type { CorrectedSubmission, SavedCorrection } from '@/lib/coursework/apply-corrections'
import type { CourseRole } from '@/lib/coursework/course-role'
import type { CheckResult } from '@/lib/coursework/criterion'
import type { DiffLine } from '@/lib/coursework/diff-lines'
import type { Feedback } from '@/lib/coursework/feedback'
import type { FoundClaim } from '@/lib/coursework/intake/read-unit'
import type { Match } from '@/lib/coursework/model/match-threats'
import type { Rubric } from '@/lib/coursework/rubric/rubric'
import type { Stride } from '@/lib/model/judgement'

// What use cases of coursework answer, and pages show.

export type IntakeOutcome = 'new' | 'same' | 'resubmission' | 'unmatched' | 'refused'

export type CourseCard = {
  id: string
  name: string
  role: CourseRole
  students: number
  assignments: { id: string; name: string; dueAt: string | null; isReleased: boolean }[]
}

export type CoursePeople = {
  id: string
  name: string
  role: CourseRole
  staff: { userId: string; name: string; role: CourseRole }[]
  /** `identifier` is null for somebody who joined by the common link and is on no list. */
  students: {
    id: string
    identifier: string | null
    name: string
    email: string
    /** The account that they sign in with, which may be enrolled no longer. */
    userId: string | null
    isEnrolled: boolean
  }[]
  /** Links that still lead in. */
  links: { id: string; role: CourseRole; invitedBy: string; expiresAt: string; usedCount: number }[]
  /** Students of the roster with an unused link of their own. */
  ownLinks: number
}

export type RosterAnswer = {
  columns: string[]
  chosen: { identifier: string; name: string; lastName?: string | undefined; email?: string | undefined }
  students: number
  first: { identifier: string; name: string; email: string }[]
  skipped: { line: number; sentence: string }[]
  added: number
  changed: number
}

export type AssignmentView = {
  id: string
  courseId: string
  courseName: string
  name: string
  instructions: string
  isAnonymous: boolean
  hasSecondMarker: boolean
  dueAt: string | null
  releasedAt: string | null
  role: CourseRole
  rubric: Rubric
  rubricVersion: number
  versions: { version: number; by: string; at: string }[]
}

export type IntakeLine = {
  id: string
  path: string
  outcome: IntakeOutcome
  sentence: string
  workId: string | null
}

/** A line of the list of works. `label` is the student's name, or the alias where names are not shown. */
export type WorkRow = {
  id: string
  label: string
  attempt: number
  unreadable: string | null
  threats: number
  findings: number
  claims: number
  met: number
  missed: number
  open: number
  state: 'open' | 'in-review' | 'second-open' | 'done'
  verdict: string | null
  points: number | null
  disagrees: boolean
}

export type MarkView = {
  criterionId: string
  levelId: string
  comment: string
  by: string
  at: string
  version: number
}

/** `isKept` false: somebody else marked this criterion since; `mark` is theirs. */
export type MarkAnswer = { isKept: boolean; mark: MarkView | null }

export type ReviewView = {
  workId: string
  assignmentId: string
  assignmentName: string
  courseId: string
  courseName: string
  label: string
  attempt: number
  /** Where it stands among the latest works, and its neighbours. */
  position: number
  total: number
  doneCount: number
  previousId: string | null
  nextId: string | null
  attempts: { id: string; attempt: number; receivedAt: string }[]
  text: string
  textPath: string
  files: { path: string; bytes: number }[]
  submission: CorrectedSubmission
  corrections: SavedCorrection[]
  checks: CheckResult[]
  claims: FoundClaim[]
  rubric: Rubric
  /** The place in which the actor marks. */
  slot: number
  marks: MarkView[]
  summary: string
  isDone: boolean
  /** Who else has a place at this work. */
  others: { slot: number; name: string; isDone: boolean }[]
  /** The other marker's marks, once both are done. */
  second: { marks: MarkView[]; agreement: Agreement } | null
  notes: {
    id: string
    slot: number
    firstLine: number
    lastLine: number
    text: string
    by: string
    isOwn: boolean
  }[]
  bank: { id: string; criterionId: string | null; text: string }[]
}

export type Rescored = { version: number; works: number; reviews: number; reopened: number }

export type IntakeView = {
  files: (IntakeLine & { batchId: string; at: string })[]
  students: { id: string; name: string; identifier: string }[]
}

export type AttemptsView = { workId: string; label: string; attempt: number; lines: DiffLine[] }

/** A student's own attempt; `feedback` once marks are released. */
export type OwnWork = {
  id: string
  attempt: number
  receivedAt: string
  words: number
  threats: number
  findings: number
  feedback: Feedback | null
}

/** What a cohort chose and missed, and how it was marked. */
export type CohortView = {
  works: number
  done: number
  results: { label: string; count: number }[]
  categories: { letter: string; docker: number; kubernetes: number }[]
  components: { component: string; count: number }[]
  missed: string[]
  findings: { key: string; count: number }[]
  criteria: { title: string; met: number; missed: number; seconds: number | null }[]
  agreement: Agreement | null
}

export type PreviewView = {
  unreadable: string | null
  threats: {
    platform: string
    categories: string[]
    component: string | null
    firstLine: number
    lastLine: number
  }[]
  findings: { id: string | null; title: string; firstLine: number }[]
  unassigned: number
  checks: { title: string; result: boolean | null; says: string }[]
}

export type LikePair = {
  a: string
  b: string
  labelA: string
  labelB: string
  threats: number
  findings: number
  shared: number
  isFine: boolean
  reason: string
}

/** Works that share word runs: clusters to look at, and pairs that somebody found to be fine. */
export type SimilarityView = {
  works: number
  found: number
  clusters: { labels: string[]; pairs: LikePair[] }[]
  fine: LikePair[]
}

type Side = { id: string; label: string; text: string }

export type PairView = {
  a: Side
  b: Side
  threats: number
  findings: number
  passages: { part: 'threats' | 'findings'; lineA: number; lineB: number }[]
  /** Why somebody found this pair to be fine; null while nobody did. */
  fineReason: string | null
}

/** What a model of a work would hold: guesses for a person to confirm. */
export type ModelProposal = {
  workId: string
  label: string
  name: string
  threats: {
    item: string
    firstLine: number
    lastLine: number
    platform: string
    categories: Stride[]
    component: string | null
    text: string
    matches: Match[]
  }[]
  findings: {
    item: string
    id: string | null
    title: string
    key: string | null
    firstLine: number
    matches: Match[]
  }[]
}
