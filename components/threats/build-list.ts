import { decisionOf } from '@/components/threats/decision-choices'
import type { Grouping } from '@/components/threats/threat-filters'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { severityRank } from '@/lib/catalogue/severity'
import type { Severity, Stride } from '@/lib/model/judgement'

/** The parts of the list, in the order in which one works through them. */
export type SectionId = 'open' | 'questions' | 'decided' | 'countered'

export type ListItem =
  | { kind: 'section'; id: SectionId; key: string; count: number; isOpen: boolean }
  | {
      kind: 'group'
      key: string
      title: string
      rows: readonly ThreatRow[]
      severity: Severity
      letters: readonly Stride[]
      isOpen: boolean
    }
  | {
      kind: 'row'
      key: string
      row: ThreatRow
      folded: readonly ThreatRow[]
      depth: 0 | 1
      groupBy: Grouping
    }

export type ListInput = {
  /** Already filtered; in any order. */
  rows: readonly ThreatRow[]
  group: Grouping
  /** Keys of groups and sections that a person opened or closed. */
  toggled: ReadonlySet<string>
  /** Sections that are folded away unless toggled. */
  foldedSections: ReadonlySet<SectionId>
  nameOf(elementId: string): string
  labelOf(grouping: Grouping, value: string): string
}

/**
 * The lines of the threat list: sections, in them groups by what was asked for, in those the rows. A group of one is shown
 * as its row. Rows whose cause is in the list stand under their cause, not by themselves.
 */
export function buildList(input: ListInput): ListItem[] {
  const { roots, folded } = foldUnderCause(input.rows)
  const bySection = groupBy(roots, sectionOf)
  const items: ListItem[] = []
  for (const id of ['open', 'questions', 'decided', 'countered'] as const) {
    const rows = bySection.get(id)
    if (!rows) continue
    const isOpen = input.foldedSections.has(id) === input.toggled.has(id)
    items.push({ kind: 'section', id, key: id, count: rows.length, isOpen })
    if (isOpen) addGroups(input, id, rows, folded, items)
  }
  return items
}

function addGroups(
  input: ListInput,
  section: SectionId,
  rows: readonly ThreatRow[],
  folded: ReadonlyMap<string, readonly ThreatRow[]>,
  into: ListItem[],
): void {
  const { group, toggled, nameOf, labelOf } = input
  const sorted = [...rows].sort(
    (a, b) => compareRows(a, b) || compare(nameOf(a.elementId), nameOf(b.elementId)),
  )
  const groups = [...multiGroupBy(sorted, (row) => groupValues(row, group))]
  // Groups come in the order of their first, worst row; equal ones with more rows first.
  groups.sort(([, a], [, b]) => compareRows(a[0] as ThreatRow, b[0] as ThreatRow) || b.length - a.length)
  for (const [value, members] of groups) {
    const first = members[0] as ThreatRow
    const key = `${section}|${group}|${value}`
    const row = (member: ThreatRow, depth: 0 | 1): ListItem => ({
      kind: 'row',
      key: depth === 0 ? member.key : `${key}|${member.key}`,
      row: member,
      folded: folded.get(member.key) ?? [],
      depth,
      groupBy: group,
    })
    if (members.length === 1 && group === 'threat') {
      into.push(row(first, 0))
      continue
    }
    const isOpen = group === 'threat' ? toggled.has(key) : !toggled.has(key)
    const letters = [...new Set(members.flatMap((member) => member.stride))]
    const title = group === 'threat' ? first.title : labelOf(group, value)
    into.push({ kind: 'group', key, title, rows: members, severity: first.severity, letters, isOpen })
    if (isOpen) for (const member of members) into.push(row(member, 1))
  }
}

/** Where a row stands: what is open and known to be there first, then questions, then what needs nobody any more. */
export function sectionOf(row: ThreatRow): SectionId {
  if (row.isOpen) return row.state === 'possible' ? 'questions' : 'open'
  return row.state === 'countered' && !row.decision ? 'countered' : 'decided'
}

function groupValues(row: ThreatRow, grouping: Grouping): readonly string[] {
  switch (grouping) {
    case 'threat':
      return [row.threatId]
    case 'component':
      return [row.elementId]
    case 'letter':
      return row.stride
    case 'severity':
      return [row.severity]
    case 'state':
      return [row.state]
    case 'status':
      return [decisionOf(row)]
  }
}

/** Worst first; by threat id where equally bad, so that one threat's rows stand together. */
export function compareRows(a: ThreatRow, b: ThreatRow): number {
  return severityRank(b.severity) - severityRank(a.severity) || compare(a.threatId, b.threatId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function foldUnderCause(rows: readonly ThreatRow[]) {
  const present = new Set(rows.map((row) => row.key))
  const isRoot = (row: ThreatRow) => row.causeId === undefined || !present.has(row.causeId)
  const roots = rows.filter(isRoot)
  const folded = groupBy(
    rows.filter((row) => !isRoot(row)),
    (row) => row.causeId as string,
  )
  return { roots, folded }
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  return multiGroupBy(items, (item) => [keyOf(item)])
}

function multiGroupBy<K, T>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key)
      if (list) list.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
