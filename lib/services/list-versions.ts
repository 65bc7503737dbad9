import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { database } from '@/lib/db/database'
import { findHead } from '@/lib/db/load-model'
import { listVersionRows, type VersionRow } from '@/lib/db/versions'
import { Id } from '@/lib/model/id'
import type { Result } from '@/lib/model/protocol'
import { z } from '@/lib/model/zod'
import { modelNotFound } from '@/lib/services/problem'

export const Input = z.strictObject({ id: Id })

export type VersionView = { id: string; seq: number; name: string; note: string; keptBy: string; at: string }

/** The named versions of a model, the newest first. */
export async function listVersions(
  actor: Actor,
  { id }: z.infer<typeof Input>,
): Promise<Result<VersionView[]>> {
  const head = await findHead(database().client, actor.workspaceId, id)
  if (!head || !can(actor, 'read-history', head)) return modelNotFound()
  return { ok: true, value: (await listVersionRows(id)).map(versionView) }
}

/** A version as pages show it. */
export function versionView({ id, seq, name, note, keptBy, createdAt }: VersionRow): VersionView {
  return { id, seq, name, note, keptBy, at: createdAt.toISOString() }
}
