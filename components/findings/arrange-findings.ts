import type { Finding } from '@/lib/analysis/findings/list-findings'

export type Show = 'fail' | 'pass' | 'none' | 'all'
export type GroupBy = 'check' | 'component' | 'threat'
export type SortBy = 'risk' | 'number' | 'name'
export type FindingFilters = { show: Show; q: string; group: GroupBy; sort: SortBy }

export const startFilters: FindingFilters = { show: 'fail', q: '', group: 'check', sort: 'risk' }

export type FindingGroup = { key: string; title: string; findings: Finding[]; removed: number }

type Words = {
  nameOf(elementId: string): string
  threatTitle(rowKey: string): string
  removedOf(finding: string): number
}

/** Findings as they are shown: narrowed, in groups, in order. */
export function arrangeFindings(
  findings: readonly Finding[],
  { show, q, group, sort }: FindingFilters,
  words: Words,
): FindingGroup[] {
  const needle = q.trim().toLowerCase()
  const groups = new Map<string, FindingGroup>()
  for (const one of findings) {
    if (show !== 'all' && one.verdict !== show) continue
    const place = one.elementId === null ? (one.name ?? '') : words.nameOf(one.elementId)
    const { id, title, details } = one.check
    if (needle && !`${id} ${title} ${one.key} ${place} ${details ?? ''}`.toLowerCase().includes(needle))
      continue
    for (const { key, name } of groupsOf(one, group, place, words)) {
      const known = groups.get(key) ?? { key, title: name, findings: [], removed: 0 }
      groups.set(key, known)
      known.findings.push(one)
      known.removed += words.removedOf(one.finding)
    }
  }
  return [...groups.values()].sort((a, b) => compare(a, b, sort))
}

function groupsOf(
  one: Finding,
  group: GroupBy,
  place: string,
  words: Words,
): { key: string; name: string }[] {
  const { id, title } = one.check
  if (group === 'check') return [{ key: one.key, name: id ? `${id} ${title}` : title }]
  if (group === 'component')
    return one.elementId === null
      ? [{ key: 'none', name: 'On no component of this model' }]
      : [{ key: one.elementId, name: place }]
  const titles = [...new Set(one.threats.map(words.threatTitle))]
  return titles.length > 0
    ? titles.map((name) => ({ key: name, name }))
    : [{ key: 'none', name: 'Confirms no threat of this model' }]
}

function compare(a: FindingGroup, b: FindingGroup, sort: SortBy): number {
  const byNumber = numberOf(a).localeCompare(numberOf(b), 'en', { numeric: true })
  if (sort === 'number') return byNumber
  if (sort === 'name') return a.title.localeCompare(b.title, 'en')
  return (
    b.removed - a.removed ||
    Math.max(...b.findings.map(({ threats }) => threats.length)) -
      Math.max(...a.findings.map(({ threats }) => threats.length)) ||
    byNumber
  )
}

function numberOf({ findings }: FindingGroup): string {
  return findings[0]?.check.id ?? ''
}
