import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { auth } from '@/lib/services/auth'

export const Input = z.strictObject({})

/** Signs out: ends the session on the server and takes the cookie back. */
export async function signOut(headers: Headers, _input: z.infer<typeof Input> = {}): Promise<Result<null>> {
  await auth().api.signOut({ headers })
  return { ok: true, value: null }
}
