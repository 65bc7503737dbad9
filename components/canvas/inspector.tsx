'use client'

import dynamic from 'next/dynamic'
import { useEffect, useId, useState } from 'react'
import { ModelSheet } from '@/components/canvas/model-sheet'
import { openRows } from '@/components/canvas/worst-open'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ArrowLeft } from '@/components/ui/icons'
import { useLoadEarly } from '@/components/ui/use-load-early'
import { useModel } from '@/lib/client/model-provider'
import { elementOf } from '@/lib/model/element-of'
import { formatCount } from '@/lib/model/format-count'

// Loaded when somebody uses the page, at the latest with the first element or threat that is looked at.
const ElementSheet = dynamic(
  () => import('@/components/canvas/element-sheet').then((each) => each.ElementSheet),
  { loading: () => null },
)
const ElementThreats = dynamic(
  () => import('@/components/canvas/element-threats').then((each) => each.ElementThreats),
  { loading: () => null },
)
const ThreatPanel = dynamic(
  () => import('@/components/threats/threat-panel').then((each) => each.ThreatPanel),
  { loading: () => null },
)
const SelectionSheet = dynamic(
  () => import('@/components/canvas/sheet/selection-sheet').then((each) => each.SelectionSheet),
  { loading: () => null },
)

const early = [
  () => import('@/components/canvas/element-sheet'),
  () => import('@/components/canvas/element-threats'),
  () => import('@/components/threats/threat-panel'),
  () => import('@/components/canvas/sheet/selection-sheet'),
]

type Tab = 'component' | 'threats'

/** What is selected: what it is, and its threats. With nothing selected, the model in short. */
export function Inspector({ onSelect }: { onSelect: (id: string) => void }) {
  useLoadEarly(early)
  const selectedId = useModel((state) => state.selectedId)
  const element = useModel((state) =>
    state.selectedId ? elementOf(state.model, state.selectedId) : undefined,
  )
  const isMany = useModel((state) => state.selection.size > 1)
  const [tab, setTab] = useState<Tab>('component')
  const [openKey, setOpenKey] = useState<string | undefined>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element starts at its own threats.
  useEffect(() => {
    setOpenKey(undefined)
  }, [selectedId])

  if (isMany) return <SelectionSheet onSelect={onSelect} />
  if (!element || selectedId === undefined) return <ModelSheet onSelect={onSelect} />
  return (
    <SelectedElement
      elementId={selectedId}
      isFlow={'from' in element}
      tab={tab}
      onTab={setTab}
      openKey={openKey}
      onOpen={setOpenKey}
      onSelect={onSelect}
    />
  )
}

type SelectedElementProps = {
  elementId: string
  isFlow: boolean
  tab: Tab
  onTab: (tab: Tab) => void
  openKey: string | undefined
  onOpen: (key: string | undefined) => void
  onSelect: (id: string) => void
}

function SelectedElement({ elementId, isFlow, tab, onTab, openKey, onOpen, onSelect }: SelectedElementProps) {
  const rows = useModel((state) => state.index.byElement.get(elementId))
  const allRows = useModel((state) => state.index.rows)
  const open = openKey === undefined ? undefined : allRows.find((row) => row.key === openKey)
  const id = useId()
  const tabs: { value: Tab; label: string; count?: number }[] = [
    { value: 'component', label: isFlow ? 'Data flow' : 'Component' },
    { value: 'threats', label: 'Threats', count: openRows(rows ?? []).length },
  ]
  if (open) {
    return (
      <div className="flex h-full min-h-0 flex-col">
        <div className="flex h-10 shrink-0 items-center border-line border-b px-2">
          <Button size="sm" variant="ghost" onClick={() => onOpen(undefined)}>
            <ArrowLeft aria-hidden />
            Threats of this {isFlow ? 'data flow' : 'component'}
          </Button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <ThreatPanel key={open.key} row={open} onOpen={onOpen} onShowElement={onSelect} />
        </div>
      </div>
    )
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div
        role="tablist"
        aria-label="Inspector"
        className="flex h-10 shrink-0 items-stretch gap-1 border-line border-b px-2"
      >
        {tabs.map(({ value, label, count }, index) => (
          <button
            key={value}
            type="button"
            role="tab"
            id={`${id}-${value}`}
            aria-selected={tab === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab === value ? 0 : -1}
            onClick={() => onTab(value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
              const other = tabs[1 - index]
              if (!other) return
              onTab(other.value)
              document.getElementById(`${id}-${other.value}`)?.focus()
            }}
            className={cn(
              '-mb-px inline-flex items-center gap-1.5 border-b-2 px-2.5 font-medium text-sm focus-visible:-outline-offset-2',
              tab === value ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
            )}
          >
            {label}
            {count ? (
              <span className="tabular rounded-full bg-open-soft px-1.5 text-ink-muted text-xs">
                {formatCount(count)}
              </span>
            ) : null}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        {tab === 'component' ? (
          <ElementSheet key={elementId} elementId={elementId} onSelect={onSelect} />
        ) : (
          <ElementThreats elementId={elementId} onOpen={onOpen} />
        )}
      </div>
    </div>
  )
}
