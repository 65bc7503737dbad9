import { Stride } from '@/lib/model/judgement'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

const Line = z.int().min(1).max(1_000_000)
const Item = z.string().regex(/^[tfc]\d{1,6}[a-z]?$/, 'This is no item of a text.')
const ThreatFields = {
  platform: z.enum(['docker', 'kubernetes', 'other']),
  categories: z.array(Stride).max(6),
  component: line(80).nullable(),
  mitigationStated: z.boolean(),
}
const FindingFields = { id: line(40).nullable(), fixed: z.boolean().nullable() }
const Span = { firstLine: Line, lastLine: Line }

/** What a reviewer corrects of what the reader found. Earlier ones are never changed: `revert` takes one back. */
export const Correction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set-threat'),
    item: Item,
    fields: z.strictObject({ ...ThreatFields, ...Span }).partial(),
  }),
  z.strictObject({
    kind: z.literal('set-finding'),
    item: Item,
    fields: z.strictObject({ ...FindingFields, ...Span }).partial(),
  }),
  z.strictObject({ kind: z.literal('remove'), item: Item }),
  z.strictObject({ kind: z.literal('split'), item: Item, atLine: Line }),
  z.strictObject({ kind: z.literal('merge'), item: Item, with: Item }),
  z.strictObject({ kind: z.literal('add-threat'), ...Span, ...ThreatFields }),
  z.strictObject({ kind: z.literal('add-finding'), ...Span, ...FindingFields }),
  z.strictObject({ kind: z.literal('revert'), seq: z.int().min(1).max(1_000_000) }),
])
export type Correction = z.infer<typeof Correction>
