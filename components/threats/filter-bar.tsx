'use client'

import { type RefObject, useMemo } from 'react'
import { countValues } from '@/components/threats/count-values'
import {
  type DecisionChoice,
  decisionChoices,
  decisionChoiceWords,
} from '@/components/threats/decision-choices'
import {
  type Facet,
  type Filters,
  type Grouping,
  hasFilters,
  noFilters,
  toggleValue,
} from '@/components/threats/threat-filters'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Chip } from '@/components/ui/chip'
import { IconButton } from '@/components/ui/icon-button'
import { Keyboard, ListFilter, Plus } from '@/components/ui/icons'
import { Popover } from '@/components/ui/popover'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import { severityLook, severityNames } from '@/components/ui/severity-badge'
import { stateLook } from '@/components/ui/state-badge'
import { strideLook, strideNames } from '@/components/ui/stride'
import { nameType } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

const facetWords: Record<Facet, string> = {
  severity: 'Severity',
  state: 'State',
  status: 'Decision',
  letter: 'STRIDE',
  type: 'Type',
  on: 'Component',
}

const groupingWords: Record<Grouping, string> = {
  threat: 'Threat',
  component: 'Component',
  letter: 'STRIDE letter',
  severity: 'Severity',
  state: 'State',
  status: 'Decision',
}

type FilterBarProps = {
  filters: Filters
  onFilters: (filters: Filters) => void
  searchRef: RefObject<HTMLInputElement | null>
  onAttach: (() => void) | undefined
  onKeys: () => void
}

/** What the list is narrowed to, and how it is grouped. Every filter that is on is a chip to take off. */
export function FilterBar({ filters, onFilters, searchRef, onAttach, onKeys }: FilterBarProps) {
  return (
    <div className="flex flex-col gap-2 border-line border-b bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          ref={searchRef}
          label="Search threats"
          value={filters.q}
          onValueChange={(q) => onFilters({ ...filters, q })}
          className="min-w-40 flex-1 sm:max-w-72"
        />
        <FacetMenu filters={filters} onFilters={onFilters} />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the Select inside is the control. */}
        <label className="flex items-center gap-1.5 text-ink-muted text-xs">
          Group by
          <Select
            size="sm"
            className="w-32!"
            value={filters.group}
            onChange={({ target }) => onFilters({ ...filters, group: target.value as Grouping })}
          >
            {Object.entries(groupingWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </label>
        <span className="flex-1" />
        {onAttach ? (
          <Button size="sm" onClick={onAttach}>
            <Plus aria-hidden />
            Add a threat
          </Button>
        ) : null}
        <IconButton
          label="Keys"
          keys={['?']}
          icon={<Keyboard aria-hidden />}
          onClick={onKeys}
          className="max-md:hidden"
        />
      </div>
      <Chips filters={filters} onFilters={onFilters} />
    </div>
  )
}

type PartProps = Pick<FilterBarProps, 'filters' | 'onFilters'>

function useValueWords(): (facet: Facet, value: string) => string {
  const catalogue = useModel((state) => state.catalogue)
  const wordsOf = useElementWords()
  return (facet, value) => {
    switch (facet) {
      case 'severity':
        return severityLook[value as keyof typeof severityLook].label
      case 'state':
        return stateLook[value as keyof typeof stateLook].label
      case 'status':
        return decisionChoiceWords(value as DecisionChoice)
      case 'letter':
        return strideLook[value as keyof typeof strideLook].label
      case 'type':
        return nameType(value, catalogue)
      case 'on':
        return wordsOf(value).name
    }
  }
}

function Chips({ filters, onFilters }: PartProps) {
  const words = useValueWords()
  if (!hasFilters(filters)) return null
  const chosen = (['severity', 'state', 'status', 'letter', 'type', 'on'] as const).flatMap((facet) =>
    filters[facet].map((value) => ({ facet, value, label: `${facetWords[facet]}: ${words(facet, value)}` })),
  )
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-1.5">
      {filters.q === '' ? null : (
        <li>
          <Chip removeLabel="Remove the search" onRemove={() => onFilters({ ...filters, q: '' })}>
            “{filters.q}”
          </Chip>
        </li>
      )}
      {chosen.map(({ facet, value, label }) => (
        <li key={label}>
          <Chip
            removeLabel={`Remove filter ${label}`}
            onRemove={() => onFilters(toggleValue(filters, facet, value))}
          >
            {label}
          </Chip>
        </li>
      ))}
      <li>
        <Button size="sm" variant="ghost" onClick={() => onFilters({ ...noFilters, group: filters.group })}>
          Clear all
        </Button>
      </li>
    </ul>
  )
}

function FacetMenu({ filters, onFilters }: PartProps) {
  return (
    <Popover
      label="Filters"
      trigger={
        <Button size="sm">
          <ListFilter aria-hidden />
          Filter
        </Button>
      }
      className="w-[min(36rem,calc(100vw-2rem))] max-w-none!"
    >
      <Facets filters={filters} onFilters={onFilters} />
    </Popover>
  )
}

/** Counts every value, so it is there only while the menu is open. */
function Facets({ filters, onFilters }: PartProps) {
  const rows = useModel((state) => state.index.rows)
  const wordsOf = useElementWords()
  const words = useValueWords()
  const counts = useMemo(() => countValues(rows, (id) => wordsOf(id).type), [rows, wordsOf])
  const types = [...new Set(rows.map((row) => wordsOf(row.elementId).type))].sort((a, b) =>
    words('type', a).localeCompare(words('type', b)),
  )
  const options: [Exclude<Facet, 'on'>, readonly string[]][] = [
    ['severity', severityNames],
    ['state', Object.keys(stateLook)],
    ['status', decisionChoices],
    ['letter', strideNames],
    ['type', types],
  ]
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-3">
      {options.map(([facet, values]) => (
        <fieldset key={facet}>
          <legend className="mb-1 font-medium text-ink-muted text-xs">{facetWords[facet]}</legend>
          <div className="flex max-h-60 flex-col overflow-y-auto">
            {values.map((value) => (
              <Checkbox
                key={value}
                checked={(filters[facet] as readonly string[]).includes(value)}
                onChange={() => onFilters(toggleValue(filters, facet, value))}
                label={
                  <>
                    {words(facet, value)}{' '}
                    <span className="tabular text-ink-faint text-xs">
                      {formatCount(counts.get(`${facet}|${value}`) ?? 0)}
                    </span>
                  </>
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
