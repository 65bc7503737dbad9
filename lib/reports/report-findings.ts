import { z } from '@/lib/model/zod'

const Counts = z.record(z.string(), z.int())

const ReportRun = z.strictObject({
  number: z.int(),
  tool: z.string(),
  toolVersion: z.string().optional(),
  benchmark: z.string().optional(),
  /** How the version was told. */
  readAs: z.string().optional(),
  file: z.string(),
  digest: z.string(),
  date: z.string(),
  by: z.string(),
  counts: Counts,
})

const ReportFinding = z.strictObject({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  place: z.string(),
  /** What became of it between the runs; absent where there is one run only. */
  outcome: z.enum(['fixed', 'still', 'new', 'not-run']).optional(),
  mismatch: z.string().optional(),
  /** Titles of the threats that it confirms, with where they are. */
  threats: z.array(z.string()),
  chosen: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
  mitigations: z.array(z.strictObject({ title: z.string(), status: z.string().optional() })),
  evidence: z.array(z.string()),
})
export type ReportFinding = z.infer<typeof ReportFinding>

const ReportScan = z.strictObject({
  before: ReportRun.optional(),
  after: ReportRun,
  /** How many findings were fixed, fail still, are new, were not run; absent where there is one run only. */
  outcomes: Counts.optional(),
  findings: z.array(ReportFinding),
  /** Names that nobody could place, with how many checks speak of them. */
  unplaced: z.array(z.strictObject({ name: z.string(), checks: z.int() })),
})
export type ReportScan = z.infer<typeof ReportScan>

/** What scanners found: per tool its first and its latest run, and the files that show what was done. */
export const ReportFindings = z.strictObject({
  scans: z.array(ReportScan),
  evidence: z.array(
    z.strictObject({
      name: z.string(),
      digest: z.string(),
      size: z.int(),
      of: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})
export type ReportFindings = z.infer<typeof ReportFindings>
