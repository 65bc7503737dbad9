import { Stride } from '@/lib/model/judgement'
import { line, text } from '@/lib/model/text'
import { z } from '@/lib/model/zod'

const Pattern = z
  .string()
  .min(2)
  .max(700)
  .refine((source) => isPattern(source), 'This is no regular expression.')

const Phrasing = z.strictObject({
  /** Each of these matches the sentence. The first one gives the line. */
  all: z.array(Pattern).min(1).max(6),
  /** None of these does: they mark a correct statement of the same thing. */
  none: z.array(Pattern).max(40).optional(),
  /** Only inside of threats of these categories. */
  inCategory: z.array(Stride).min(1).max(6).optional(),
  /** The sentence before may hold part of it. */
  near: z.boolean().optional(),
})

/** Advice that is wrong, or outdated on current releases, in several phrasings. */
export const Claim = z.strictObject({
  topic: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['wrong', 'outdated']),
  why: text(400),
  source: line(200),
  phrasings: z.array(Phrasing).min(1).max(10),
})
export type Claim = z.infer<typeof Claim>

/** One YAML file of claims. */
export const ClaimFile = z.strictObject({ claims: z.array(Claim).min(1).max(500) })

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source, 'iu'))
  } catch {
    return false
  }
}
