import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

const Platform = z.enum(['docker', 'kubernetes', 'other'])
const BenchTool = z.enum(['docker-bench', 'kube-bench'])
const atLeast = z.int().min(1).max(1000)
const ids = z.array(line(60)).min(1).max(60)

/** A file of a bundle, and the other names that it goes by. Names are compared without case, signs and ending. */
const ExpectedFile = z.strictObject({ name: line(120), also: z.array(line(120)).max(20) })
export type ExpectedFile = z.infer<typeof ExpectedFile>

/** What a program looks for. Each is a proposal with the lines it rests on, never a mark. */
export const CheckRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('threats'), platform: Platform, atLeast }),
  z.strictObject({ kind: z.literal('surfaces'), platform: Platform, atLeast }),
  z.strictObject({ kind: z.literal('groups'), platform: Platform, groups: z.record(line(60), ids) }),
  z.strictObject({ kind: z.literal('categories') }),
  z.strictObject({ kind: z.literal('findings'), atLeast }),
  z.strictObject({ kind: z.literal('outside-ids'), ids }),
  z.strictObject({ kind: z.literal('outside-keys'), keys: ids }),
  z.strictObject({ kind: z.literal('linked'), platform: Platform, atLeast }),
  z.strictObject({ kind: z.literal('fixed'), atLeast }),
  /** Words of the whole text, or of a file of the bundle. */
  z.strictObject({
    kind: z.literal('words'),
    atLeast: z.int().min(1).max(100_000),
    file: ExpectedFile.optional(),
  }),
  z.strictObject({ kind: z.literal('files'), files: z.array(ExpectedFile).min(1).max(40) }),
  z.strictObject({
    kind: z.literal('headings'),
    file: ExpectedFile,
    headings: z.array(line(120)).min(1).max(30),
  }),
  /** The output of a benchmark tool, with its failed checks. */
  z.strictObject({ kind: z.literal('run'), tool: BenchTool }),
  /** A run of a benchmark tool before and one after: as many checks that failed pass in the later one. */
  z.strictObject({ kind: z.literal('rerun'), tool: BenchTool, atLeast }),
])
export type CheckRule = z.infer<typeof CheckRule>
