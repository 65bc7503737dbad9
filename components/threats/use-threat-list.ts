'use client'

import { useCallback, useMemo, useState } from 'react'
import { buildList, type ListItem, type SectionId } from '@/components/threats/build-list'
import { type DecisionChoice, decisionChoiceWords } from '@/components/threats/decision-choices'
import { type Filters, type Grouping, hasFilters, matches } from '@/components/threats/threat-filters'
import { useElementWords } from '@/components/threats/use-element-words'
import { severityLook } from '@/components/ui/severity-badge'
import { stateLook } from '@/components/ui/state-badge'
import { strideLook } from '@/components/ui/stride'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'

const quiet: ReadonlySet<SectionId> = new Set(['decided', 'countered'])
const noSections: ReadonlySet<SectionId> = new Set()

/** The lines of the list for these filters, and how groups and sections open and close. */
export function useThreatList(filters: Filters) {
  const rows = useModel((state) => state.index.rows)
  const wordsOf = useElementWords()
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())

  const shown = useMemo(
    () => rows.filter((row) => matches(row, filters, wordsOf(row.elementId))),
    [rows, filters, wordsOf],
  )
  const items = useMemo(
    () =>
      buildList({
        rows: shown,
        group: filters.group,
        toggled,
        // Whoever asks for countered or decided threats sees them at once.
        foldedSections: filters.state.length + filters.status.length > 0 ? noSections : quiet,
        nameOf: (elementId) => wordsOf(elementId).name,
        labelOf: (grouping, value) => labelOf(grouping, value, (id) => wordsOf(id).name),
      }),
    [shown, filters, toggled, wordsOf],
  )
  const toggle = useCallback((key: string) => {
    setToggled((known) => {
      const next = new Set(known)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])
  return { items, toggle, total: rows.length, shown: shown.length, isNarrowed: hasFilters(filters) }
}

function labelOf(grouping: Grouping, value: string, nameOf: (id: string) => string): string {
  switch (grouping) {
    case 'component':
      return nameOf(value)
    case 'letter':
      return strideLook[value as keyof typeof strideLook].label
    case 'severity':
      return severityLook[value as keyof typeof severityLook].label
    case 'state':
      return stateLook[value as keyof typeof stateLook].label
    case 'status':
      return decisionChoiceWords(value as DecisionChoice)
    default:
      return value
  }
}

/** The rows that an item stands for: a row, a group's rows. */
export function rowsOfItem(item: ListItem): readonly ThreatRow[] {
  if (item.kind === 'row') return [item.row]
  return item.kind === 'group' ? item.rows : []
}
