import { Component, DataAsset, Flow, Placement } from '@/lib/model/elements'
import { Id } from '@/lib/model/id'
import { z } from '@/lib/model/zod'

// Loaded with the first paste: a clipboard may hold anything, so what comes out of it is held against the schemas.

/** What was copied, as text of the clipboard: whole, so that it can be pasted into another model as well. */
export const Copied = z.strictObject({
  bulkhead: z.literal('components'),
  version: z.literal(1),
  components: z.array(Component).min(1).max(5000),
  flows: z.array(Flow).max(10_000),
  dataAssets: z.array(DataAsset).max(1000),
  /** Top left corners on the drawing, and sizes of what has one. */
  spots: z.record(Id, Placement),
})
export type Copied = z.infer<typeof Copied>

/** Reads a clipboard; undefined when it holds something else. */
export function readCopied(text: string): Copied | undefined {
  if (!text.startsWith('{"bulkhead"')) return undefined
  try {
    const parsed = Copied.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
