import { database } from '@/lib/db/database'
import type { EvidenceHead } from '@/lib/model/scan-run'

/** The files attached to findings and mitigations of a model, without their content, by name. */
export async function listEvidence(modelId: string): Promise<EvidenceHead[]> {
  const rows = await database().client.evidenceFile.findMany({ where: { modelId }, select: { head: true } })
  return rows
    .map(({ head }) => JSON.parse(head) as EvidenceHead)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

export async function readEvidence(
  modelId: string,
  id: string,
): Promise<{ head: EvidenceHead; content: Uint8Array<ArrayBuffer> } | undefined> {
  const row = await database().client.evidenceFile.findUnique({ where: { modelId_id: { modelId, id } } })
  return row
    ? { head: JSON.parse(row.head) as EvidenceHead, content: new Uint8Array(row.content) }
    : undefined
}

export async function keepEvidence(
  modelId: string,
  head: EvidenceHead,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await database().client.evidenceFile.create({
    data: { modelId, id: head.id, head: JSON.stringify(head), content },
  })
}

/** False when there is no such file. */
export async function removeEvidence(modelId: string, id: string): Promise<boolean> {
  return (await database().client.evidenceFile.deleteMany({ where: { modelId, id } })).count > 0
}
