'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type Filters, parseFilters, writeFilters } from '@/components/threats/threat-filters'

/** Filters and the open threat, as they stand in the URL: a link shows the same list. */
export function useUrlFilters() {
  const params = useSearchParams()
  const query = params.toString()
  const filters = useMemo(() => parseFilters(new URLSearchParams(query)), [query])
  const openKey = params.get('open') ?? undefined

  const setFilters = useCallback((next: Filters) => go('replace', writeFilters(next), openKey), [openKey])
  /** `push` makes a step that the browser's back button takes back. */
  const setOpen = useCallback(
    (key: string | undefined, mode: 'push' | 'replace' = 'replace') => go(mode, writeFilters(filters), key),
    [filters],
  )
  return { filters, openKey, setFilters, setOpen }
}

function go(mode: 'push' | 'replace', query: string, openKey: string | undefined): void {
  const parts = [query, openKey === undefined ? '' : `open=${encodeURIComponent(openKey)}`].filter(
    (part) => part !== '',
  )
  const url = parts.length > 0 ? `?${parts.join('&')}` : window.location.pathname
  // Next follows both; nothing is fetched, because the page is the same.
  if (mode === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
}
