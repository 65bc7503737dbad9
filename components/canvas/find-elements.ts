import type { ThreatModel } from '@/lib/model/threat-model'

export type Found = { id: string; name: string; typeLabel: string }

/** Components whose name or type holds every typed word; those whose name begins with the words come first. */
export function findComponents(
  model: ThreatModel,
  labelOf: (type: string) => string,
  typed: string,
  limit: number,
): Found[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found: (Found & { rank: number })[] = []
  for (const { id, name, type } of Object.values(model.components)) {
    const typeLabel = labelOf(type)
    const lower = name.toLowerCase()
    const text = `${lower} ${typeLabel.toLowerCase()}`
    if (!words.every((word) => text.includes(word))) continue
    const first = words[0] as string
    found.push({ id, name, typeLabel, rank: lower.startsWith(first) ? 0 : lower.includes(first) ? 1 : 2 })
  }
  found.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  return found.slice(0, limit).map(({ rank: _rank, ...entry }) => entry)
}
