import { findPackBody } from '@/lib/db/packs'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { problem } from '@/lib/services/problem'

export const Input = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** A catalogue pack as canonical JSON text. Packs hold nothing of anybody's, so no actor is asked for. */
export async function getCataloguePack({ hash }: z.infer<typeof Input>): Promise<Result<string>> {
  const body = await findPackBody(hash)
  return body === undefined
    ? problem('not-found', 'There is no such catalogue on this server.')
    : { ok: true, value: body }
}
