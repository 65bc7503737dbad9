import type { RefusedHere } from '@/lib/client/outbox'

/** Both values of an edit that was forestalled, as text; undefined when there is no choice to make. */
export function describeRefused({
  refusal,
  edit,
  change,
}: RefusedHere): { mine: string; theirs: string } | undefined {
  if (refusal.code !== 'changed' || change.atomic || !('value' in edit)) return undefined
  return { mine: textOf(edit.value), theirs: textOf(refusal.current) }
}

const hidden: ReadonlySet<string> = new Set([
  'threatId',
  'elementId',
  'mitigationId',
  'fingerprint',
  'groupId',
  'by',
  'at',
  'origin',
  'source',
])

function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'not set'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.map(textOf).join(', ') : 'none'
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value).filter(([key]) => !hidden.has(key))
  // A fact or a single field is told by its value alone.
  if (parts.length === 1 && parts[0]?.[0] === 'value') return textOf(parts[0][1])
  return parts.map(([key, part]) => `${key}: ${textOf(part)}`).join('; ')
}
