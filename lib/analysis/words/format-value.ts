import type { FactValue } from '@/lib/model/fact'

/** A fact's value as people read it: yes, no, unknown, none for an empty list, and otherwise what it says. */
export function formatValue(value: FactValue): string {
  if (value === null) return 'unknown'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none'
  return String(value)
}
