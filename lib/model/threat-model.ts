import { Component, DataAsset, Flow, View } from '@/lib/model/elements'
import { Id } from '@/lib/model/id'
import { Attachment, Decision, MitigationState, Note } from '@/lib/model/judgement'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

export const Meta = z.strictObject({
  name: line(200),
  description: text(10_000).optional(),
  scope: text(10_000).optional(),
  owner: line(200).optional(),
  assumptions: z.array(line(1000)).max(200),
})
export type Meta = z.infer<typeof Meta>

const Key = z
  .string()
  .min(1)
  .max(1000)
  .refine((key) => !(key in {}), 'This key is reserved.')

/** The one document. Every collection is a record by id (or by composite key), so that a change touches only what it changes. */
export const ThreatModel = z.strictObject({
  meta: Meta,
  /** The hash of the catalogue pack that this model is pinned to. */
  catalogue: line(100),
  components: z.record(Id, Component),
  flows: z.record(Id, Flow),
  dataAssets: z.record(Id, DataAsset),
  views: z.record(Id, View),
  decisions: z.record(Key, Decision),
  attached: z.record(Id, Attachment),
  mitigationStates: z.record(Key, MitigationState),
  notes: z.record(Id, Note),
})
export type ThreatModel = z.infer<typeof ThreatModel>
