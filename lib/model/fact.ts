import { CatalogueId } from '@/lib/model/id'
import { line, Moment } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

/** The value of an attribute. `null` is a person's honest "unknown", which outranks what a file says. */
export const FactValue = z.union([z.boolean(), z.number(), line(500), z.array(line(500)).max(200), z.null()])
export type FactValue = z.infer<typeof FactValue>

export const Origin = z.enum(['default', 'import', 'scan', 'person'])
export type Origin = z.infer<typeof Origin>

/** A place in a file; lines count from 1. */
export const FileSource = z.strictObject({ file: line(500), line: z.int().min(1) })
export type FileSource = z.infer<typeof FileSource>

export const ScanSource = z.strictObject({
  tool: CatalogueId,
  run: line(200),
  line: z.int().min(1).optional(),
})
export const PersonSource = z.strictObject({ who: line(200), when: Moment })
/** A default's reason in words, e.g. "Docker's own default". */
export const DefaultSource = z.strictObject({ reason: line(500) })

export const FactSource = z.union([FileSource, ScanSource, PersonSource, DefaultSource])
export type FactSource = z.infer<typeof FactSource>

/** What is known of one attribute, who said so and where. Defaults are not stored: analysis adds them from the catalogue. */
export const Fact = z.discriminatedUnion('origin', [
  z.strictObject({ origin: z.literal('import'), value: FactValue, source: FileSource }),
  z.strictObject({ origin: z.literal('scan'), value: FactValue, source: ScanSource }),
  z.strictObject({ origin: z.literal('person'), value: FactValue, source: PersonSource }),
])
export type Fact = z.infer<typeof Fact>

export const Facts = z.record(CatalogueId, z.array(Fact).min(1).max(20))
export type Facts = z.infer<typeof Facts>

/** The slot a fact fills: one per origin, for scans one per tool. A newer fact in a slot replaces the older. */
export const FactSlot = z.string().regex(/^(import|person|scan:[A-Za-z][A-Za-z0-9.-]*)$/)
export type FactSlot = z.infer<typeof FactSlot>
