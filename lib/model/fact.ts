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

/** The slot that this fact fills. */
export function slotOf(fact: Fact): FactSlot {
  return fact.origin === 'scan' ? `scan:${fact.source.tool}` : fact.origin
}

const precedence: Record<Origin, number> = { person: 3, scan: 2, import: 1, default: 0 }

/** The fact that counts: person before scan before import; among scans the first in slot order. Undefined when there is none. */
export function leadingFact(facts: readonly Fact[] | undefined): Fact | undefined {
  if (!facts || facts.length === 1) return facts?.[0]
  let leading: Fact | undefined
  for (const fact of facts) {
    if (!leading || precedence[fact.origin] > precedence[leading.origin]) leading = fact
  }
  return leading
}

/** Equal values; lists are equal as sets, because order in a file carries no meaning for an attribute. */
export function sameValue(a: FactValue, b: FactValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item) => b.includes(item))
  }
  return a === b
}

/** True when two facts of one attribute disagree, so that the conflict is shown. */
export function hasConflict(facts: readonly Fact[] | undefined): boolean {
  if (!facts || facts.length < 2) return false
  const known = facts.filter((fact) => fact.value !== null)
  const [first] = known
  return first !== undefined && known.some((fact) => !sameValue(fact.value, first.value))
}
