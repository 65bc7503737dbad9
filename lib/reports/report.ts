import { FactValue, FileSource } from '@/lib/model/fact'
import { DecisionStatus, Level, MitigationStatus, Severity, Stride } from '@/lib/model/judgement'
import { z } from '@/lib/model/zod'
import { ReportFindings } from '@/lib/reports/report-findings'

// A report is plain JSON in canonical order: formats render it and add nothing. A stored report never changes.

export const REPORT_VERSION = 1

const Named = z.strictObject({ id: z.string(), name: z.string() })
const Counts = z.record(z.string(), z.int())

/** A fact as it counts, in words and as it is. `where` is its file and line, scan or person. */
const ReportFact = z.strictObject({
  attribute: z.string(),
  label: z.string(),
  value: FactValue,
  words: z.string(),
  origin: z.enum(['default', 'import', 'scan', 'person', 'derived', 'unknown']),
  where: z.string().optional(),
  reason: z.string().optional(),
  isConflicting: z.literal(true).optional(),
})
export type ReportFact = z.infer<typeof ReportFact>

const ReportComponent = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeLabel: z.string(),
  kind: z.enum(['process', 'store', 'external', 'boundary']),
  /** Every boundary it is directly in, and what it is drawn inside of. */
  inside: z.array(Named),
  source: FileSource.optional(),
  tags: z.array(z.string()),
  outOfScope: z.string().optional(),
  gone: z.literal(true).optional(),
  facts: z.array(ReportFact),
})
export type ReportComponent = z.infer<typeof ReportComponent>

const ReportFlow = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeLabel: z.string(),
  verb: z.string(),
  from: Named,
  to: Named,
  both: z.literal(true).optional(),
  crossings: z.array(Named.extend({ direction: z.enum(['leaves', 'enters']) })),
  data: z.array(Named.extend({ classification: z.string() })),
  source: FileSource.optional(),
  gone: z.literal(true).optional(),
  facts: z.array(ReportFact),
})
export type ReportFlow = z.infer<typeof ReportFlow>

const ReportDecision = z.strictObject({
  status: DecisionStatus,
  reason: z.string().optional(),
  owner: z.string().optional(),
  expires: z.string().optional(),
  approver: z.string().optional(),
  override: z.strictObject({ severity: Severity, reason: z.string() }).optional(),
  by: z.string(),
  at: z.string(),
})
export type ReportDecision = z.infer<typeof ReportDecision>

const ReportThreat = z.strictObject({
  key: z.string(),
  threatId: z.string(),
  title: z.string(),
  description: z.string(),
  stride: z.array(Stride),
  alsoStride: z.array(Stride),
  element: Named.extend({ typeLabel: z.string(), kind: z.enum(['component', 'flow']) }),
  part: z.string().optional(),
  state: z.enum(['raised', 'possible', 'countered', 'attached', 'silent']),
  severity: Severity,
  likelihood: Level,
  impact: Level,
  /** Why likelihood or impact differ from the catalogue's. */
  adjusted: z.string().optional(),
  /** What circumstances did to likelihood and impact, in words. */
  moved: z.array(z.string()).optional(),
  /** What is left once the mitigations in place count; absent when none is. */
  residual: z.strictObject({ likelihood: Level, impact: Level, because: z.array(z.string()) }).optional(),
  evidence: z.array(z.string()),
  /** Keys into `questions`. */
  asks: z.array(z.string()),
  status: z.union([DecisionStatus, z.literal('review-again')]),
  review: z.enum(['expired', 'changed']).optional(),
  isOpen: z.boolean(),
  isOwn: z.literal(true).optional(),
  decision: ReportDecision.optional(),
  mitigations: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      status: MitigationStatus.optional(),
      note: z.string().optional(),
      owner: z.string().optional(),
    }),
  ),
  /** The threat whose cause is this one's too; this one is told under it. */
  causeKey: z.string().optional(),
})
export type ReportThreat = z.infer<typeof ReportThreat>

/** A threat of the catalogue that occurs in the report, told once. */
const ReportThreatEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  stride: z.array(Stride),
  alsoStride: z.array(Stride),
  riskReason: z.string(),
  references: z.record(z.string(), z.array(z.string())),
})
export type ReportThreatEntry = z.infer<typeof ReportThreatEntry>

const ReportControl = z.strictObject({
  id: z.string(),
  framework: z.string(),
  label: z.string(),
  /** Number by version of the benchmark. */
  numbers: z.record(z.string(), z.string()),
})
export type ReportControl = z.infer<typeof ReportControl>

/** A mitigation that occurs in the report, told once. */
const ReportMitigation = z.strictObject({
  id: z.string(),
  title: z.string(),
  guidance: z.string(),
  snippets: z.array(z.strictObject({ kind: z.string(), label: z.string().optional(), code: z.string() })),
  verify: z.string().optional(),
  controls: z.array(ReportControl),
})
export type ReportMitigation = z.infer<typeof ReportMitigation>

/** A fact that nobody knows yet, and how many verdicts it would settle. */
const ReportQuestion = z.strictObject({
  key: z.string(),
  element: Named,
  attribute: z.string(),
  label: z.string(),
  question: z.string(),
  settles: z.int(),
})
export type ReportQuestion = z.infer<typeof ReportQuestion>

const ReportSkipped = FileSource.extend({ what: z.string(), why: z.string() })

export const Report = z.strictObject({
  version: z.literal(REPORT_VERSION),
  name: z.string(),
  description: z.string().optional(),
  scope: z.string().optional(),
  owner: z.string().optional(),
  assumptions: z.array(z.string()),
  /** What the report was made of: number and hash of the last change, and digests of model and catalogue. */
  basis: z.strictObject({
    seq: z.int().optional(),
    logHash: z.string().optional(),
    model: z.string(),
    catalogue: z.string(),
    catalogueVersion: z.string(),
  }),
  summary: z.strictObject({
    components: z.int(),
    boundaries: z.int(),
    flows: z.int(),
    crossingFlows: z.int(),
    /** Open threats that are raised or attached, folded ones left out. */
    open: Counts,
    states: Counts,
    statuses: Counts,
    letters: Counts,
    folded: z.int(),
    questions: z.int(),
  }),
  drawing: z.strictObject({ mermaid: z.string(), isFolded: z.boolean(), svg: z.string() }),
  components: z.array(ReportComponent),
  flows: z.array(ReportFlow),
  dataAssets: z.array(Named.extend({ classification: z.string(), description: z.string().optional() })),
  threats: z.array(ReportThreat),
  threatEntries: z.array(ReportThreatEntry),
  mitigations: z.array(ReportMitigation),
  questions: z.array(ReportQuestion),
  notes: z.array(
    z.strictObject({ element: Named.optional(), text: z.string(), by: z.string(), at: z.string() }),
  ),
  /** What scanners found; absent where no scan was imported. */
  findings: ReportFindings.optional(),
  skipped: z.array(ReportSkipped),
})
export type Report = z.infer<typeof Report>
