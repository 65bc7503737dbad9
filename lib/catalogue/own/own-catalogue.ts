import { Attribute, ComponentType, Mitigation, Threat } from '@/lib/catalogue/entries'
import { isOwnId } from '@/lib/catalogue/own/own-id'
import { CatalogueId } from '@/lib/model/id'
import { line } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

// What a workspace adds to the catalogue and switches off. It is compiled with the catalogue to a pack of its own.

export const OWN_FORMAT = 'bulkhead-own-catalogue/1'

const notOwn = 'The id of an own entry begins with "own", such as "own-payment-terminal" or "ownAudited".'

/** An own component type. `like`: a type whose attributes, relations and threats it has as well. */
export const OwnType = ComponentType.extend({ like: CatalogueId.optional() })
export type OwnType = z.infer<typeof OwnType>

/** Far more than anybody writes by hand; they keep the cost of compiling, checking and analysing small. */
export const ownLimits = { attributes: 200, componentTypes: 100, mitigations: 300, threats: 300 } as const

export const OwnCatalogue = z.strictObject({
  format: z.literal(OWN_FORMAT),
  name: line(120),
  /** Threats of the catalogue that this workspace does not use. */
  disabled: z.array(CatalogueId).max(2000),
  attributes: z.array(Attribute.refine(isOwnId, notOwn)).max(ownLimits.attributes),
  /** Own attributes that types of the catalogue have as well, by type. */
  attributeUses: z.record(CatalogueId, z.array(CatalogueId).min(1).max(100)),
  componentTypes: z.array(OwnType.refine(isOwnId, notOwn)).max(ownLimits.componentTypes),
  mitigations: z.array(Mitigation.refine(isOwnId, notOwn)).max(ownLimits.mitigations),
  threats: z.array(Threat.refine(isOwnId, notOwn)).max(ownLimits.threats),
})
export type OwnCatalogue = z.infer<typeof OwnCatalogue>

/** Nothing added, nothing switched off. */
export const emptyOwnCatalogue: OwnCatalogue = {
  format: OWN_FORMAT,
  name: 'Own entries',
  disabled: [],
  attributes: [],
  attributeUses: {},
  componentTypes: [],
  mitigations: [],
  threats: [],
}

/** True when compiling with this gives the catalogue as it is. */
export function isEmptyOwn(own: OwnCatalogue): boolean {
  return (
    own.disabled.length +
      own.attributes.length +
      own.componentTypes.length +
      own.mitigations.length +
      own.threats.length +
      Object.keys(own.attributeUses).length ===
    0
  )
}

export type OwnList = 'attributes' | 'componentTypes' | 'mitigations' | 'threats'
export type OwnEntry<L extends OwnList> = OwnCatalogue[L][number]

/** The catalogue with this entry, in place of one with its id. */
export function withOwnEntry<L extends OwnList>(
  own: OwnCatalogue,
  list: L,
  entry: OwnEntry<L>,
): OwnCatalogue {
  const others = (own[list] as { id: string }[]).filter(({ id }) => id !== entry.id)
  return { ...own, [list]: [...others, entry].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The catalogue without this entry. */
export function withoutOwnEntry(own: OwnCatalogue, list: OwnList, id: string): OwnCatalogue {
  const rest = (own[list] as { id: string }[]).filter((entry) => entry.id !== id)
  const attributeUses =
    list === 'attributes'
      ? Object.fromEntries(
          Object.entries(own.attributeUses)
            .map(([type, ids]) => [type, ids.filter((each) => each !== id)] as const)
            .filter(([, ids]) => ids.length > 0),
        )
      : own.attributeUses
  return { ...own, [list]: rest, attributeUses }
}
