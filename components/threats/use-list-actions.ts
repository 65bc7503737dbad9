'use client'

import { useCallback, useMemo, useState } from 'react'
import type { ListItem } from '@/components/threats/build-list'
import type { KeyHandlers } from '@/components/threats/use-page-keys'
import { rowsOfItem } from '@/components/threats/use-threat-list'
import type { ThreatRow } from '@/lib/analysis/verdict'

type ListActionsInput = {
  items: readonly ListItem[]
  rows: readonly ThreatRow[]
  toggle: (key: string) => void
  setOpen: (key: string | undefined, mode?: 'push' | 'replace') => void
}

/** Where one is in the list, what is selected, and what keys and presses do. */
export function useListActions({ items, rows, toggle, setOpen }: ListActionsInput) {
  const [activeKey, setActive] = useState<string | undefined>()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  // A selected row that is gone by now is not selected any more.
  const selected = useMemo(() => {
    const present = new Set(rows.map((row) => row.key))
    return new Set([...marked].filter((key) => present.has(key)))
  }, [marked, rows])
  const active = items.findIndex((item) => item.key === activeKey)

  const openItem = useCallback(
    (item: ListItem | undefined, mode: 'push' | 'replace') => {
      if (!item) return
      setActive(item.key)
      if (item.kind === 'row') setOpen(item.row.key, mode)
      else if (mode === 'push') toggle(item.key)
    },
    [setOpen, toggle],
  )
  const press = useCallback((index: number) => openItem(items[index], 'push'), [items, openItem])
  const selectItem = useCallback((item: ListItem | undefined) => {
    if (!item) return
    const keys = rowsOfItem(item).map((row) => row.key)
    setMarked((known) => {
      const next = new Set(known)
      const areAllIn = keys.every((key) => known.has(key))
      for (const key of keys) areAllIn ? next.delete(key) : next.add(key)
      return next
    })
  }, [])
  const select = useCallback((index: number) => selectItem(items[index]), [items, selectItem])
  const clear = useCallback(() => setMarked(new Set()), [])

  const keys = useMemo(() => {
    const move = (step: number) => {
      const next = Math.max(0, Math.min(items.length - 1, active < 0 ? 0 : active + step))
      const item = items[next]
      setActive(item?.key)
      // Where the panel stands beside the list, it follows.
      if (item?.kind === 'row' && window.matchMedia('(min-width: 64rem)').matches)
        setOpen(item.row.key, 'replace')
    }
    const fold = (isOpen: boolean) => {
      const item = items[active]
      if (item && item.kind !== 'row' && item.isOpen !== isOpen) toggle(item.key)
    }
    return {
      arrowdown: () => move(1),
      arrowup: () => move(-1),
      home: () => move(-items.length),
      end: () => move(items.length),
      arrowright: () => fold(true),
      arrowleft: () => fold(false),
      enter: () => openItem(items[active], 'push'),
      select: () => selectItem(items[active]),
      escape: clear,
    } satisfies KeyHandlers
  }, [items, active, setOpen, toggle, openItem, selectItem, clear])

  /** What a decision is about: the selection, or the line one is on. */
  const chosen = useCallback((): readonly ThreatRow[] => {
    if (selected.size > 0) return rows.filter((row) => selected.has(row.key))
    const item = items[active]
    return item ? rowsOfItem(item) : []
  }, [selected, rows, items, active])

  return { activeKey, activate: setActive, selected, press, select, clear, chosen, keys }
}

/** What the keys of the list do, by the name of the key or of what it does. */
export type ListKeys = ReturnType<typeof useListActions>['keys']
