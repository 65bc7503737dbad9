import MiniSearch from 'minisearch'
import { keyOf } from '@/components/catalogue/browse-filters'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'

/** A search over entries that finds words while they are typed, and one letter wrong in longer ones. */
export function buildSearch(items: readonly CatalogueItem[]): MiniSearch<CatalogueItem> {
  const search = new MiniSearch<CatalogueItem>({
    idField: 'key',
    fields: ['id', 'title', 'text', 'words'],
    extractField: (item, field) =>
      field === 'key' ? keyOf(item) : String(item[field as 'id' | 'title' | 'text' | 'words']),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: { title: 4, id: 3, words: 2 },
    },
  })
  search.addAll(items)
  return search
}
