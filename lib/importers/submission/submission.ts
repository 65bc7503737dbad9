import type { Stride } from '@/lib/model/judgement'

/** Lines count from 1; a span holds its first and its last line, both not blank. */
export type LineSpan = { firstLine: number; lastLine: number }

export type ThreatPlatform = 'docker' | 'kubernetes' | 'other'

/**
 * Stated: a name, letter, misspelling or inflected word stands for the item. Implied: only the meaning hints at it.
 * None: nothing says it.
 */
export type CategoryBasis = 'stated' | 'implied' | 'none'

export type SubmittedThreat = LineSpan & {
  platform: ThreatPlatform
  /** In the order stated. */
  categories: Stride[]
  categoryBasis: CategoryBasis
  /** A component type of the catalogue that the threat is mainly about. */
  component: string | null
  mitigationStated: boolean
  /** The lines that say what to do, if a line says nothing else. */
  mitigation?: string
  /** How likely span and categories are right, 0 to 1. */
  confidence: number
}

export type SubmittedFinding = LineSpan & {
  framework: 'cis-docker' | 'cis-kubernetes'
  /** As written; null when only a title is given. */
  id: string | null
  title: string
  /** True: said to be carried out. False: said not to be. Null: advice, plan or nothing. */
  fixed: boolean | null
  key: string | null
  /** The benchmark or tool version that the key was read in, and why. */
  version: string | null
  why: string
  /** What number and title disagree on. */
  mismatch?: string
}

export type SectionKind =
  | 'docker'
  | 'kubernetes'
  | 'threats'
  | 'findings'
  | 'legend'
  | 'rubric'
  | 'references'
  | 'other'

export type SubmissionSection = LineSpan & { kind: SectionKind; title: string }

export type SubmissionReference = { line: number; url: string }

/** A text taken apart. Every line that is not blank is in an item, a heading or prompt, or in `unassigned`. */
export type Submission = {
  lineCount: number
  sections: SubmissionSection[]
  threats: SubmittedThreat[]
  findings: SubmittedFinding[]
  references: SubmissionReference[]
  unassigned: number[]
  /** Why nothing could be read, if so: the file is empty, or holds no text. */
  unreadable?: string
}
