import { headers } from 'next/headers'
import type { Result } from '@/lib/model/protocol'
import type { z } from '@/lib/model/zod'
import { runCommand, signedIn } from '@/lib/services/edges/run-command'

type Caller = Parameters<typeof runCommand>[0]['caller']
type SignedIn = typeof signedIn
type CallerOf<F> = F extends (...given: never[]) => Promise<infer C> ? Exclude<C, undefined> : never

/**
 * Makes a server action of a use case. What a browser sends is never trusted: its origin is checked, then who it is,
 * then its form; what goes wrong comes back as a value with a sentence.
 * @param caller who the use case takes first; somebody signed in, unless said otherwise.
 */
export function defineAction<I, O, F extends Caller = SignedIn>(
  Input: z.ZodType<I>,
  useCase: (caller: CallerOf<F>, input: I) => Promise<Result<O>>,
  caller: F = signedIn as unknown as F,
): (input: I) => Promise<Result<O>> {
  return async (given) =>
    runCommand({ Input, run: useCase, caller: caller as never }, new Headers(await headers()), given)
}
