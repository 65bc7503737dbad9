'use client'

import type { FindingFilters, GroupBy, Show, SortBy } from '@/components/findings/arrange-findings'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { Finding } from '@/lib/analysis/findings/list-findings'

type FindingFilterBarProps = {
  filters: FindingFilters
  onFilters: (filters: FindingFilters) => void
  findings: readonly Finding[]
}

/** Narrows, groups and sorts the findings. */
export function FindingFilterBar({ filters, onFilters, findings }: FindingFilterBarProps) {
  const count = (show: Show) =>
    show === 'all' ? findings.length : findings.filter(({ verdict }) => verdict === show).length
  const shows: [Show, string][] = [
    ['fail', 'Failed'],
    ['pass', 'Passed'],
    ['none', 'For a person'],
    ['all', 'All'],
  ]
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2">
      <Segmented
        label="Show"
        value={filters.show}
        onChange={(show) => onFilters({ ...filters, show })}
        options={shows.map(([value, label]) => ({
          value,
          label: (
            <>
              {label} <span className="tabular">{count(value)}</span>
            </>
          ),
        }))}
      />
      <SearchInput
        label="Search findings"
        className="w-52 max-sm:w-full"
        value={filters.q}
        onValueChange={(q) => onFilters({ ...filters, q })}
      />
      <Select
        size="sm"
        aria-label="Group by"
        className="w-40!"
        value={filters.group}
        onChange={({ target }) => onFilters({ ...filters, group: target.value as GroupBy })}
      >
        <option value="check">By check</option>
        <option value="component">By component</option>
        <option value="threat">By threat</option>
      </Select>
      <Select
        size="sm"
        aria-label="Sort by"
        className="w-48!"
        value={filters.sort}
        onChange={({ target }) => onFilters({ ...filters, sort: target.value as SortBy })}
      >
        <option value="risk">Most risk removed first</option>
        <option value="number">By number</option>
        <option value="name">By name</option>
      </Select>
    </div>
  )
}
