import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { CompiledThreat } from '@/lib/catalogue/pack'
import { Attachment, OwnThreat, type Stride } from '@/lib/model/judgement'

/** A threat of one's own as it is being written. */
export type OwnThreatDraft = {
  title: string
  description: string
  stride: readonly Stride[]
  likelihood: number
  impact: number
}

export const emptyOwnThreat: OwnThreatDraft = {
  title: '',
  description: '',
  stride: [],
  likelihood: 3,
  impact: 3,
}

export type OwnThreatProblems = Partial<Record<'title' | 'description' | 'stride', string>>

/** The threat, or a sentence beside each field that is not right. */
export function readOwnThreat(draft: OwnThreatDraft): { own: OwnThreat } | { problems: OwnThreatProblems } {
  const problems: OwnThreatProblems = {}
  if (draft.title.trim() === '') problems.title = 'Give the threat a title.'
  if (draft.stride.length === 0) problems.stride = 'Choose at least one STRIDE category.'
  if (Object.keys(problems).length > 0) return { problems }
  const own = {
    ...draft,
    title: draft.title.trim(),
    description: draft.description.trim(),
    stride: [...draft.stride],
    mitigationIds: [],
  }
  const parsed = OwnThreat.safeParse(own)
  if (parsed.success) return { own: parsed.data }
  for (const { path, message } of parsed.error.issues) {
    const field = path[0]
    if (field === 'title' || field === 'description' || field === 'stride') problems[field] ??= message
  }
  return { problems }
}

/** An attachment of a threat to an element; checked, because it goes straight into the model. */
export function attachmentOf(
  what: { threatId: string } | { own: OwnThreat },
  place: { id: string; elementId: string },
  stamp: { name: string; now: string },
): Attachment {
  return Attachment.parse({ ...place, ...what, by: stamp.name, at: stamp.now })
}

/** Catalogue threats that fit a type, narrowed by words in title, description or id; those already there are left out. */
export function attachable(
  catalogue: Catalogue,
  type: string,
  present: ReadonlySet<string>,
  typed: string,
): CompiledThreat[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return catalogue
    .threatsOn(type)
    .map(({ threat }) => threat)
    .filter((threat) => !present.has(threat.id))
    .filter(({ title, description, id }) => {
      const text = `${title} ${description} ${id}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
}
