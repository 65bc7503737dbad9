import { Facts, FileSource } from '@/lib/model/fact'
import { CatalogueId, Id } from '@/lib/model/id'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

/** Why a component is left out of the analysis. */
export const OutOfScope = z.strictObject({ reason: line(1000) })

export const Component = z.strictObject({
  id: Id,
  type: CatalogueId,
  name: line(200),
  /** The drawing tree: what this stands inside of on the canvas. */
  parentId: Id.optional(),
  /** Every trust boundary it is in; a container on two networks has two. Boundaries of a parent are inherited. */
  zoneIds: z.array(Id).max(200),
  facts: Facts,
  /** What it is called in the files it came from; importing again finds it by this. */
  naturalKey: Id.optional(),
  /** Where it was declared. */
  source: FileSource.optional(),
  outOfScope: OutOfScope.optional(),
  /** The files no longer declare it; it stays until a person removes it. */
  gone: z.literal(true).optional(),
  tags: z.array(line(60)).max(50),
})
export type Component = z.infer<typeof Component>

export const Flow = z.strictObject({
  id: Id,
  type: CatalogueId,
  name: line(200).optional(),
  from: Id,
  to: Id,
  /** Data travels in both directions. */
  both: z.literal(true).optional(),
  dataIds: z.array(Id).max(100),
  facts: Facts,
  naturalKey: Id.optional(),
  source: FileSource.optional(),
  gone: z.literal(true).optional(),
})
export type Flow = z.infer<typeof Flow>

export const Classification = z.enum(['public', 'internal', 'confidential', 'restricted'])

/** Something of value that flows carry and stores hold. */
export const DataAsset = z.strictObject({
  id: Id,
  name: line(200),
  classification: Classification,
  description: text(2000).optional(),
})
export type DataAsset = z.infer<typeof DataAsset>

const coordinate = z.number().min(-1_000_000).max(1_000_000)

/** Where a component stands in a view, relative to its parent's top left corner, in pixels at zoom 1. */
export const Placement = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.number().min(1).max(1_000_000).optional(),
  height: z.number().min(1).max(1_000_000).optional(),
})
export type Placement = z.infer<typeof Placement>

export const View = z.strictObject({ id: Id, name: line(200), placements: z.record(Id, Placement) })
export type View = z.infer<typeof View>
