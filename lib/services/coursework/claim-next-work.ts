import type { Actor } from '@/lib/auth/actor'
import { claimNext } from '@/lib/db/coursework/reviews'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { openAssignment } from '@/lib/services/coursework/access'
import { leaseFrom } from '@/lib/services/coursework/lease'

export const Input = z.strictObject({ assignmentId: Id, after: Id.optional() })

/** Hands the actor the next work that nobody reviews; null when there is none left. */
export async function claimNextWork(
  actor: Actor,
  { assignmentId, after }: z.infer<typeof Input>,
  clock = () => new Date(),
): Promise<Result<{ workId: string | null }>> {
  const opened = await openAssignment(actor, assignmentId, 'review')
  if (!opened.ok) return opened
  const now = clock()
  const claim = { userId: actor.userId, now, leaseUntil: leaseFrom(now) }
  const next = await claimNext(assignmentId, claim, after)
  return { ok: true, value: { workId: next?.workId ?? null } }
}
