import { CatalogueId } from '@/lib/model/id'
import { z } from '@/lib/model/zod'

const List = z.enum(['attributes', 'componentTypes', 'mitigations', 'threats'])

/**
 * One change of own entries. What an entry is made of is looked at when all of them are checked together, so it may be
 * anything here. `uses`: the types of the catalogue that get an own attribute.
 */
export const OwnChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('put'),
    list: List,
    entry: z.looseObject({ id: CatalogueId }),
    uses: z.array(CatalogueId).max(200).optional(),
  }),
  z.strictObject({ do: z.literal('remove'), list: List, id: CatalogueId }),
  z.strictObject({ do: z.literal('switch'), ids: z.array(CatalogueId).min(1).max(2000), isOn: z.boolean() }),
  z.strictObject({ do: z.literal('read'), text: z.string().max(900_000) }),
])
export type OwnChange = z.infer<typeof OwnChange>
