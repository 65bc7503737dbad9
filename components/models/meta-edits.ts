import type { Edit } from '@/lib/model/change'
import { Meta } from '@/lib/model/threat-model'

/** What the settings form holds: plain text, assumptions a line each. */
export type MetaDraft = {
  name: string
  owner: string
  scope: string
  description: string
  assumptions: string
}

export type MetaProblems = Partial<Record<keyof MetaDraft, string>>

/** The form as the model stands. */
export function draftOf(meta: Meta): MetaDraft {
  return {
    name: meta.name,
    owner: meta.owner ?? '',
    scope: meta.scope ?? '',
    description: meta.description ?? '',
    assumptions: meta.assumptions.join('\n'),
  }
}

/** The edits that bring the model to what the form says, or a sentence for each field that cannot stand. */
export function metaEdits(meta: Meta, draft: MetaDraft): { edits: Edit[] } | { problems: MetaProblems } {
  const wanted = {
    name: draft.name.trim(),
    owner: draft.owner.trim() || null,
    scope: draft.scope.trim() || null,
    description: draft.description.trim() || null,
    assumptions: draft.assumptions
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null))
  const parsed = Meta.safeParse(given)
  if (!parsed.success) {
    const problems: MetaProblems = {}
    for (const issue of parsed.error.issues) problems[issue.path[0] as keyof MetaDraft] ??= issue.message
    return { problems }
  }
  const edits: Edit[] = []
  if (wanted.name !== meta.name)
    edits.push({ type: 'set-meta', field: 'name', value: wanted.name, was: meta.name })
  for (const field of ['owner', 'scope', 'description'] as const) {
    const was = meta[field] ?? null
    if (wanted[field] !== was) edits.push({ type: 'set-meta', field, value: wanted[field], was })
  }
  if (wanted.assumptions.join('\n') !== meta.assumptions.join('\n')) {
    edits.push({ type: 'set-meta', field: 'assumptions', value: wanted.assumptions, was: meta.assumptions })
  }
  return { edits }
}
