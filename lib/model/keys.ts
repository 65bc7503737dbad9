import type { Attachment } from '@/lib/model/judgement'

// The keys of what a model keeps under more than one id. Apart from the schemas, which browsers do without.

/** Separates the parts of a composite key; `Id` and `CatalogueId` cannot hold it. */
const SEPARATOR = '|'

/** Joins ids to one key, e.g. of a decision. Absent parts are left empty. */
export function joinKey(...parts: readonly (string | undefined)[]): string {
  let key = parts[0] ?? ''
  for (let index = 1; index < parts.length; index++) key += SEPARATOR + (parts[index] ?? '')
  return key
}

/** The key under which a decision is stored. */
export function decisionKey(of: { threatId: string; elementId: string; part?: string | undefined }): string {
  return joinKey(of.threatId, of.elementId, of.part)
}

/** The id under which an attached threat is decided: the catalogue's, or the attachment's own. */
export function attachedThreatId(attachment: Attachment): string {
  return attachment.threatId ?? attachment.id
}

/** The key under which a mitigation's state is stored. */
export function mitigationKey(of: { elementId: string; mitigationId: string }): string {
  return joinKey(of.mitigationId, of.elementId)
}
