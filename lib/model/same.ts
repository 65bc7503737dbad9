import { canonicalJson } from '@/lib/model/canonical'

// Who and when are stamped by the server; two people saw the same value even if their clocks differ.
const stamps: ReadonlySet<string> = new Set(['by', 'at', 'when', 'who'])

/** True when both are the same value, leaving aside who wrote it and when. Absent and null are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(unstamped(a)) === canonicalJson(unstamped(b))
}

function unstamped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unstamped)
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !stamps.has(key))
      .map(([key, item]) => [key, unstamped(item)]),
  )
}
