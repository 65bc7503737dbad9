import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

/** What is left out although an entry stands for it, twice, or without a sentence that says why. */
export function lintLeftOut({ pack, uses }: PackIndex): string[] {
  const rules = new Map(pack.threats.flatMap(({ id, rules: named }) => named.map((rule) => [rule, id])))
  const threats = new Set(pack.threats.flatMap(({ id, replaces }) => [id, ...replaces]))
  const seen = new Set<string>()
  return pack.leftOut.flatMap(({ id, reason }) => {
    const twice = seen.has(id)
    seen.add(id)
    const [kind, name = ''] = id.split(/:(.*)/)
    const owner = rules.get(id)
    return [
      ...(twice ? [`${id} is left out twice.`] : []),
      ...(owner ? [`${id} is left out, yet the threat ${owner} names it.`] : []),
      ...(kind === 'entry' && threats.has(name) ? [`${id} is left out, yet the entry is there.`] : []),
      ...(kind === 'type' && !uses.has(name) ? [`${id} is left out, and there is no such type.`] : []),
      ...(reason.endsWith('.') ? [] : [`The reason why ${id} is left out does not end with a full stop.`]),
    ]
  })
}
