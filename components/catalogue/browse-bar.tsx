'use client'

import { type RefObject, useMemo } from 'react'
import type { BrowseFilters } from '@/components/catalogue/browse-filters'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { severityLook, severityNames } from '@/components/ui/severity-badge'
import { strideLook, strideNames } from '@/components/ui/stride'
import type { CatalogueItem } from '@/lib/catalogue/list-entries'

type BrowseBarProps = {
  items: readonly CatalogueItem[]
  frameworks: readonly { id: string; label: string }[]
  filters: BrowseFilters
  onFilters: (filters: BrowseFilters) => void
  searchRef: RefObject<HTMLInputElement | null>
}

/** Search and filters of the catalogue. */
export function BrowseBar({ items, frameworks, filters, onFilters, searchRef }: BrowseBarProps) {
  const set = (name: keyof BrowseFilters) => (value: string) => onFilters({ ...filters, [name]: value })
  const types = useMemo(
    () =>
      items
        .filter((item) => item.kind === 'type')
        .map(({ id, title }) => ({ id, label: title }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [items],
  )
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          ref={searchRef}
          label="Search the catalogue"
          value={filters.q}
          onValueChange={set('q')}
          className="min-w-60 flex-1"
        />
        <Segmented
          label="Kind of entry"
          value={filters.kind}
          options={[
            { value: '', label: 'All' },
            { value: 'threat', label: 'Threats' },
            { value: 'mitigation', label: 'Mitigations' },
            { value: 'type', label: 'Types' },
          ]}
          onChange={set('kind')}
        />
      </div>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:grid-cols-5">
        <Facet name="Component type" value={filters.type} options={types} onChange={set('type')} />
        <Facet
          name="STRIDE letter"
          value={filters.letter}
          options={strideNames.map((id) => ({ id, label: `${id}: ${strideLook[id].label}` }))}
          onChange={set('letter')}
        />
        <Facet
          name="Severity"
          value={filters.severity}
          options={severityNames.map((id) => ({ id, label: severityLook[id].label }))}
          onChange={set('severity')}
        />
        <Facet
          name="Platform"
          value={filters.platform}
          options={[
            { id: 'docker', label: 'Docker' },
            { id: 'kubernetes', label: 'Kubernetes' },
            { id: 'shared', label: 'Both' },
          ]}
          onChange={set('platform')}
        />
        <Facet name="Framework" value={filters.framework} options={frameworks} onChange={set('framework')} />
      </div>
    </div>
  )
}

function Facet({
  name,
  value,
  options,
  onChange,
}: {
  name: string
  value: string
  options: readonly { id: string; label: string }[]
  onChange: (value: string) => void
}) {
  return (
    <Select aria-label={name} size="sm" value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{name}: any</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  )
}
