import { type DecisionChoice, decisionChoices, decisionOf } from '@/components/threats/decision-choices'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Severity, Stride } from '@/lib/model/judgement'

export type Grouping = 'threat' | 'component' | 'letter' | 'severity' | 'state' | 'status'

/** What the list is narrowed to, as it stands in the URL. An empty list of a facet means all of it. */
export type Filters = {
  q: string
  severity: readonly Severity[]
  state: readonly ThreatRow['state'][]
  status: readonly DecisionChoice[]
  letter: readonly Stride[]
  /** Ids of component and flow types. */
  type: readonly string[]
  /** Ids of single components or flows. */
  on: readonly string[]
  group: Grouping
}

export type Facet = 'severity' | 'state' | 'status' | 'letter' | 'type' | 'on'

export const facets: readonly Facet[] = ['severity', 'state', 'status', 'letter', 'type', 'on']

const values = {
  severity: ['critical', 'high', 'medium', 'low', 'info'],
  state: ['raised', 'possible', 'countered', 'attached', 'silent'],
  status: decisionChoices,
  letter: ['S', 'T', 'R', 'I', 'D', 'E'],
} as const

const groupings: readonly Grouping[] = ['threat', 'component', 'letter', 'severity', 'state', 'status']

export const noFilters: Filters = {
  q: '',
  severity: [],
  state: [],
  status: [],
  letter: [],
  type: [],
  on: [],
  group: 'threat',
}

/** Reads filters from a URL; what it does not know is passed over. */
export function parseFilters(params: { get(name: string): string | null }): Filters {
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '')
  const known = <T extends string>(name: string, of: readonly T[]) =>
    of.filter((value) => list(name).includes(value))
  const group = params.get('group') as Grouping
  return {
    q: params.get('q') ?? '',
    severity: known('severity', values.severity),
    state: known('state', values.state),
    status: known('status', values.status),
    letter: known('letter', values.letter),
    type: list('type').map(decode),
    on: list('on').map(decode),
    group: groupings.includes(group) ? group : 'threat',
  }
}

/** The query string of these filters, without "?"; defaults are left out, the rest is in one order. */
export function writeFilters(filters: Filters): string {
  const parts: string[] = []
  if (filters.q !== '') parts.push(`q=${encodeURIComponent(filters.q)}`)
  for (const facet of facets) {
    const chosen = filters[facet]
    // Ids may hold commas: they are escaped twice, so that the commas between them stay readable.
    const words =
      facet === 'type' || facet === 'on' ? chosen.map((id) => encodeURIComponent(encode(id))) : chosen
    if (words.length > 0) parts.push(`${facet}=${words.join(',')}`)
  }
  if (filters.group !== 'threat') parts.push(`group=${filters.group}`)
  return parts.join('&')
}

function encode(id: string): string {
  return id.replaceAll('%', '%25').replaceAll(',', '%2C')
}

function decode(part: string): string {
  return part.replaceAll('%2C', ',').replaceAll('%25', '%')
}

/** Adds or removes one value of a facet. */
export function toggleValue(filters: Filters, facet: Facet, value: string): Filters {
  const chosen: readonly string[] = filters[facet]
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return { ...filters, [facet]: next }
}

export function hasFilters(filters: Filters): boolean {
  return filters.q !== '' || facets.some((facet) => filters[facet].length > 0)
}

/** What of an element the filters look at. */
export type ElementWords = { name: string; type: string; typeLabel: string }

/** True when a row passes every facet and holds every typed word. */
export function matches(row: ThreatRow, filters: Filters, element: ElementWords): boolean {
  return (
    passes(filters.severity, row.severity) &&
    passes(filters.state, row.state) &&
    passes(filters.status, decisionOf(row)) &&
    (filters.letter.length === 0 || filters.letter.some((letter) => row.stride.includes(letter))) &&
    passes(filters.type, element.type) &&
    passes(filters.on, row.elementId) &&
    holdsWords(row, filters.q, element)
  )
}

function passes<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value)
}

function holdsWords(row: ThreatRow, typed: string, element: ElementWords): boolean {
  if (typed === '') return true
  const text = `${row.title} ${row.threatId} ${element.name} ${element.typeLabel}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
