import type MiniSearch from 'minisearch'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'

/** What the list of entries is narrowed to, as it stands in the URL; '' is everything. */
export type BrowseFilters = Record<
  'q' | 'kind' | 'type' | 'letter' | 'framework' | 'severity' | 'platform',
  string
>

const names = ['q', 'kind', 'type', 'letter', 'framework', 'severity', 'platform'] as const

export function parseBrowse(params: { get(name: string): string | null }): BrowseFilters {
  return Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as BrowseFilters
}

/** The query string of these filters, without "?"; what is not set is left out. */
export function writeBrowse(filters: BrowseFilters): string {
  return names
    .filter((name) => filters[name] !== '')
    .map((name) => `${name}=${encodeURIComponent(filters[name])}`)
    .join('&')
}

type Search = Pick<MiniSearch<CatalogueItem>, 'search'>

/** The entries that pass every filter; those that fit typed words best first, else in the catalogue's order. */
export function browse(
  items: readonly CatalogueItem[],
  filters: BrowseFilters,
  search: Search,
): CatalogueItem[] {
  const passes = (item: CatalogueItem) =>
    (filters.kind === '' || item.kind === filters.kind) &&
    (filters.type === '' || item.types.includes(filters.type)) &&
    (filters.letter === '' || item.letters.some((letter) => letter === filters.letter)) &&
    (filters.framework === '' || item.frameworks.includes(filters.framework)) &&
    (filters.severity === '' || item.severity === filters.severity) &&
    (filters.platform === '' || item.platforms.includes(filters.platform))
  if (filters.q.trim() === '') return items.filter(passes)
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  const typed = filters.q.trim().toLowerCase()
  const found = search.search(filters.q).flatMap(({ id }) => {
    const item = byKey.get(id as string)
    return item && passes(item) ? [item] : []
  })
  // Whoever types an id means it.
  return found.sort((a, b) => Number(b.id.toLowerCase() === typed) - Number(a.id.toLowerCase() === typed))
}

/** Ids are unique within a kind only. */
export function keyOf({ kind, id }: Pick<CatalogueItem, 'kind' | 'id'>): string {
  return `${kind}|${id}`
}
