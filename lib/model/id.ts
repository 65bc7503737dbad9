import { z } from '@/lib/model/zod'

/**
 * The id of anything in a model, and a natural key of an importer: 1 to 300 characters, starting with a letter or digit.
 * Names that every JavaScript object inherits are refused, so an id is always safe as a key of a record.
 */
export const Id = z
  .string()
  .min(1)
  .max(300)
  .regex(
    /^[A-Za-z0-9][^\p{Cc}\s|]*$/u,
    'An id starts with a letter or digit and holds no blanks, control characters or "|".',
  )
  .refine((id) => !(id in {}), 'This id is reserved.')
export type Id = z.infer<typeof Id>

/** The id of a catalogue entry: lower-case words or an upper-case code, such as `docker-host`, `readOnlyRootFs`, `D-E-02`. */
export const CatalogueId = z
  .string()
  .max(80)
  .regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'A catalogue id holds letters, digits, dots and hyphens.')
  .refine((id) => !(id in {}), 'This id is reserved.')
export type CatalogueId = z.infer<typeof CatalogueId>
