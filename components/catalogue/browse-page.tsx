'use client'

import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { BrowseBar } from '@/components/catalogue/browse-bar'
import {
  type BrowseFilters,
  browse,
  keyOf,
  parseBrowse,
  writeBrowse,
} from '@/components/catalogue/browse-filters'
import { BrowseLine } from '@/components/catalogue/browse-line'
import { buildSearch } from '@/components/catalogue/build-search'
import { usePageKeys } from '@/components/threats/use-page-keys'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchX } from '@/components/ui/icons'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'
import { formatCount } from '@/lib/model/format-count'

type BrowsePageProps = {
  items: readonly CatalogueItem[]
  frameworks: readonly { id: string; label: string }[]
  /** The catalogue's version, in words. */
  about: string
}

const STEP = 60

/** Every entry of the catalogue, narrowed as one types. */
export function BrowsePage({ items, frameworks, about }: BrowsePageProps) {
  const params = useSearchParams()
  const filters = useMemo(() => parseBrowse(params), [params])
  const search = useMemo(() => buildSearch(items), [items])
  const wanted = useDeferredValue(filters)
  const found = useMemo(() => browse(items, wanted, search), [items, wanted, search])
  const [shown, setShown] = useState(STEP)
  const input = useRef<HTMLInputElement>(null)
  const setFilters = (next: BrowseFilters) => {
    const query = writeBrowse(next)
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top.
  useEffect(() => setShown(STEP), [wanted])
  usePageKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []))
  return (
    <div className="mx-auto max-w-5xl px-4 py-5 md:px-6">
      <BrowseBar
        items={items}
        frameworks={frameworks}
        filters={filters}
        onFilters={setFilters}
        searchRef={input}
      />
      <p className="mt-3 mb-2 flex flex-wrap justify-between gap-x-4 text-ink-muted text-xs">
        <span role="status" className="tabular">
          {found.length === items.length
            ? `${formatCount(items.length)} entries`
            : `${formatCount(found.length)} of ${formatCount(items.length)} entries`}
        </span>
        <span>{about}</span>
      </p>
      {found.length > 0 ? (
        <ul className="rounded-lg border border-line bg-surface">
          {found.slice(0, shown).map((item) => (
            <BrowseLine key={keyOf(item)} item={item} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title="No entry fits"
          actions={
            <Button onClick={() => setFilters(parseBrowse(new URLSearchParams()))}>Clear the filters</Button>
          }
        >
          Try fewer words, or take a filter off.
        </EmptyState>
      )}
      {shown < found.length ? (
        <Button className="mt-3" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, found.length - shown)} more of {formatCount(found.length)}
        </Button>
      ) : null}
    </div>
  )
}
