'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import { showKeys, useCommands } from '@/components/shell/command-store'
import { AttachDialog } from '@/components/threats/attach-dialog'
import { BulkBar } from '@/components/threats/bulk-bar'
import { DecideDialog } from '@/components/threats/decide-dialog'
import { FilterBar } from '@/components/threats/filter-bar'
import { listCommands } from '@/components/threats/list-commands'
import { NoThreats } from '@/components/threats/no-threats'
import { OpenThreat } from '@/components/threats/open-threat'
import { Questions } from '@/components/threats/questions'
import { ThreatList } from '@/components/threats/threat-list'
import { useListActions } from '@/components/threats/use-list-actions'
import { usePageKeys } from '@/components/threats/use-page-keys'
import { useThreatList } from '@/components/threats/use-threat-list'
import { useUrlFilters } from '@/components/threats/use-url-filters'
import { Skeleton } from '@/components/ui/skeleton'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import { useMounted } from '@/lib/client/use-mounted'
import { formatCount } from '@/lib/model/format-count'

/** The threats of a model: a list to work through, and at its right the threat that is open. */
export function ThreatsWorkbench() {
  const isMounted = useMounted()
  return isMounted ? <Workbench /> : <Skeleton className="m-4 h-64" />
}

function Workbench() {
  const store = useModelStore()
  const router = useRouter()
  const canEdit = useModel((state) => state.canEdit)
  const rows = useModel((state) => state.index.rows)
  const { filters, openKey, setFilters, setOpen } = useUrlFilters()
  const { items, toggle, total, shown } = useThreatList(filters)
  const list = useListActions({ items, rows, toggle, setOpen })
  const [deciding, setDeciding] = useState<readonly ThreatRow[]>([])
  const [isAttaching, setAttaching] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const open = useMemo(() => rows.find((row) => row.key === openKey), [rows, openKey])

  const decideNow = useCallback(() => {
    const chosen = list.chosen()
    if (canEdit && chosen.length > 0) setDeciding(chosen)
  }, [canEdit, list])
  usePageKeys(list.keys)
  const commands = useMemo(
    () => listCommands({ keys: list.keys, decide: decideNow, search: () => search.current?.focus() }),
    [list.keys, decideNow],
  )
  useCommands('threat-list', commands)
  const showOnCanvas = (elementId: string) => {
    const { modelId, select } = store.getState()
    select(elementId)
    router.push(`/models/${encodeURIComponent(modelId)}/canvas`)
  }

  return (
    <div className="relative flex min-h-0 flex-1">
      <section aria-label="Threat list" className="relative flex min-w-0 flex-1 flex-col bg-surface">
        <FilterBar
          filters={filters}
          onFilters={setFilters}
          searchRef={search}
          onAttach={canEdit ? () => setAttaching(true) : undefined}
          onKeys={() => showKeys()}
        />
        <p role="status" className="sr-only">
          {formatCount(shown)} of {formatCount(total)} threats shown
        </p>
        {items.length > 0 ? (
          <ThreatList
            items={items}
            activeKey={list.activeKey}
            openKey={openKey}
            selected={list.selected}
            canSelect={canEdit}
            focusRef={grid}
            onActivate={list.activate}
            onPress={list.press}
            onSelect={list.select}
          />
        ) : (
          <NoThreats hasThreats={total > 0} onClear={() => setFilters({ ...filters, ...noNarrowing })} />
        )}
        <BulkBar count={list.selected.size} onDecide={decideNow} onClear={list.clear} />
      </section>
      <OpenThreat
        row={open}
        isMissing={openKey !== undefined && open === undefined}
        onOpen={(key) => setOpen(key, 'push')}
        onClose={() => {
          setOpen(undefined)
          grid.current?.focus()
        }}
        onShowElement={showOnCanvas}
        placeholder={
          <>
            <h2 className="px-4 pt-4 font-semibold text-lg">No threat is open</h2>
            <p className="px-4 pt-1 pb-4 text-ink-muted">
              Choose a threat to see why it is here and what counters it, and to decide.
            </p>
            <Questions onSelect={showOnCanvas} />
          </>
        }
      />
      <DecideDialog rows={deciding} onClose={() => setDeciding([])} onDecided={list.clear} />
      <AttachDialog
        isOpen={isAttaching}
        onClose={() => setAttaching(false)}
        onAttached={(key) => setOpen(key, 'push')}
      />
    </div>
  )
}

const noNarrowing = { q: '', severity: [], state: [], status: [], letter: [], type: [], on: [] } as const
