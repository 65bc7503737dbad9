import type { Actor } from '@/lib/auth/actor'
import { writeOwn } from '@/lib/catalogue/own/read-own'
import type { Result } from '@/lib/model/protocol'
import { getCatalogue } from '@/lib/services/get-catalogue'

/** The workspace's own entries as a YAML file, to be read here or elsewhere. */
export async function exportOwn(
  actor: Actor,
): Promise<Result<{ name: string; mediaType: string; text: string }>> {
  const result = await getCatalogue(actor)
  if (!result.ok) return result
  const text = writeOwn(result.value.own)
  return { ok: true, value: { name: 'own-entries.yaml', mediaType: 'application/yaml; charset=utf-8', text } }
}
