import type { Result } from '@/lib/model/protocol'
import type { z } from '@/lib/model/zod'
import { invalidInput } from '@/lib/services/problem'

/** Parses what a route was given and runs a use case with it. */
export async function runUseCase<C, I, O>(
  caller: C,
  Input: z.ZodType<I>,
  run: (caller: C, input: I) => Promise<Result<O>>,
  given: unknown,
): Promise<Result<O>> {
  const parsed = Input.safeParse(given)
  return parsed.success ? await run(caller, parsed.data) : invalidInput(parsed.error)
}
