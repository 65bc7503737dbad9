import type { Actor } from '@/lib/auth/actor'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { changeOwn, type SavedOwn } from '@/lib/services/change-own'
import { OwnChange } from '@/lib/services/own-change'
import { prepareOwn } from '@/lib/services/prepare-own'

export const Input = z.strictObject({ version: z.int().min(0), change: OwnChange })

/** Saves one change of the workspace's own entries. A threat without examples gets those that prove it. */
export function saveOwnEntry(
  actor: Actor,
  { version, change }: z.infer<typeof Input>,
  now = () => new Date(),
): Promise<Result<SavedOwn>> {
  return changeOwn(actor, version, (own, base) => prepareOwn(own, change, base), now)
}
