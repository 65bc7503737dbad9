import type { Actor, Person } from '@/lib/auth/actor'
import { env } from '@/lib/env/env'
import type { Result } from '@/lib/model/protocol'
import type { z } from '@/lib/model/zod'
import { isOwnOrigin } from '@/lib/services/edges/check-origin'
import { foreignOrigin, notSignedIn } from '@/lib/services/edges/handle-route'
import { reportUnexpected } from '@/lib/services/edges/report-unexpected'
import { getActor, getPerson } from '@/lib/services/get-actor'
import { invalidInput } from '@/lib/services/problem'

/**
 * The frame of every command from a browser: its origin is checked, its input parsed, and what nobody expected is
 * logged once. `caller` finds whoever the use case wants first; undefined means that nobody is signed in.
 */
export async function runCommand<I, C, O>(
  command: {
    Input: z.ZodType<I>
    run: (caller: C, input: I) => Promise<Result<O>>
    caller: (headers: Headers, given: unknown) => Promise<C | undefined>
  },
  headers: Headers,
  given: unknown,
): Promise<Result<O>> {
  try {
    if (!isOwnOrigin(headers, env().appOrigin)) return foreignOrigin()
    const caller = await command.caller(headers, given)
    if (caller === undefined) return notSignedIn()
    const parsed = command.Input.safeParse(given)
    return parsed.success ? await command.run(caller, parsed.data) : invalidInput(parsed.error)
  } catch (error) {
    return reportUnexpected(error, `command ${command.run.name}`)
  }
}

/** For use cases of people who are signed in; `modelId` or `id` of the input may name the model that it is about. */
export function signedIn(headers: Headers, given?: unknown): Promise<Actor | undefined> {
  const { modelId, id } = (given ?? {}) as { modelId?: unknown; id?: unknown }
  const about = modelId ?? id
  return getActor(headers, typeof about === 'string' ? about : undefined)
}

/** For use cases on the account of whoever is signed in, in whatever workspace. */
export function asPerson(headers: Headers): Promise<Person | undefined> {
  return getPerson(headers)
}

/** For use cases of anybody: signing in, one-time links. */
export async function anybody(headers: Headers): Promise<Headers> {
  return headers
}
