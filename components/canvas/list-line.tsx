'use client'

import { memo } from 'react'
import { CardLetters } from '@/components/canvas/card-letters'
import { isEncrypted } from '@/components/canvas/flow-words'
import type { ListEntry } from '@/components/canvas/list-items'
import { NameInput } from '@/components/canvas/name-input'
import { TypeIcon } from '@/components/canvas/type-icon'
import { openRows, worstOpen } from '@/components/canvas/worst-open'
import { GridCell } from '@/components/threats/grid-cell'
import type { ElementWords } from '@/components/threats/threat-filters'
import { cn } from '@/components/ui/cn'
import { ChevronRight } from '@/components/ui/icons'
import { SeverityBadge } from '@/components/ui/severity-badge'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { useModel } from '@/lib/client/model-provider'
import { crossingsOf } from '@/lib/model/zones'

type ListLineProps = {
  id: string
  entry: ListEntry
  index: number
  isSelected: boolean
  isRenaming: boolean
  wordsOf: (id: string) => ElementWords
  onPress: (index: number, more?: 'none' | 'toggle' | 'add') => void
  onToggle: (key: string) => void
}

/** One line of the list: a component with where it stands, or a flow with what it crosses, and their open threats. */
export const ListLine = memo(function ListLine({
  id,
  entry,
  index,
  isSelected,
  isRenaming,
  wordsOf,
  onPress,
  onToggle,
}: ListLineProps) {
  const isHeading = entry.kind === 'heading'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys; this is its row.
    // biome-ignore lint/a11y/useSemanticElements: lines of a virtual list are placed one by one, which table rows cannot be.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 1}
      aria-level={entry.kind === 'component' ? entry.depth + 1 : 1}
      aria-selected={isHeading ? undefined : isSelected}
      aria-expanded={entry.kind === 'component' ? entry.isOpen : undefined}
      onClick={(event) =>
        onPress(index, event.shiftKey || event.ctrlKey || event.metaKey ? 'toggle' : 'none')
      }
      onContextMenu={() => isSelected || onPress(index)}
      className={cn(
        'flex h-full items-center gap-3 border-line border-b px-3 outline-none',
        isHeading ? 'bg-sunken font-semibold text-xs' : 'hover:bg-hover',
        isSelected &&
          'bg-accent-soft shadow-[inset_2px_0_0_var(--color-accent)] hover:bg-accent-soft group-focus-visible/grid:shadow-[inset_0_0_0_2px_var(--color-focus)]',
      )}
    >
      {isHeading ? (
        <GridCell className="flex gap-1.5">
          {entry.title} <span className="tabular font-normal text-ink-muted">{entry.count}</span>
        </GridCell>
      ) : entry.kind === 'component' ? (
        <ComponentCells entry={entry} wordsOf={wordsOf} onToggle={onToggle} isRenaming={isRenaming} />
      ) : (
        <FlowCells entry={entry} wordsOf={wordsOf} isRenaming={isRenaming} />
      )}
    </div>
  )
})

const none: readonly ThreatRow[] = []

type CellsProps<K extends ListEntry['kind']> = {
  entry: ListEntry & { kind: K }
  wordsOf: (id: string) => ElementWords
  isRenaming: boolean
}

function ComponentCells({
  entry,
  wordsOf,
  onToggle,
  isRenaming,
}: CellsProps<'component'> & { onToggle: (key: string) => void }) {
  const { component, depth, isOpen } = entry
  const type = useModel((state) => state.catalogue.componentTypes.get(component.type))
  const rows = useModel((state) => state.index.byElement.get(component.id)) ?? none
  const further = component.zoneIds.filter((zoneId) => zoneId !== component.parentId)
  return (
    <>
      <GridCell className="flex min-w-0 flex-1 items-center gap-2">
        <span
          aria-hidden
          className="flex shrink-0 items-center justify-end"
          style={{ width: 20 + depth * 18 }}
        >
          {isOpen === undefined ? null : (
            <button
              type="button"
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation()
                onToggle(component.id)
              }}
              className="flex size-6 items-center justify-center rounded-md hover:bg-pressed"
            >
              <ChevronRight
                className={cn('size-3.5 text-ink-muted transition-transform', isOpen && 'rotate-90')}
              />
            </button>
          )}
        </span>
        <TypeIcon type={type} className="size-4 shrink-0 text-ink-muted" />
        {isRenaming ? (
          <NameInput elementId={component.id} className="w-64 font-medium" />
        ) : (
          <span className="min-w-12 truncate font-medium">{component.name}</span>
        )}
        <span className="min-w-0 truncate text-ink-muted text-xs">{wordsOf(component.id).typeLabel}</span>
      </GridCell>
      <GridCell className="@3xl:block hidden w-48 truncate text-ink-muted text-xs">
        {further.length > 0 ? `also in ${further.map((zoneId) => wordsOf(zoneId).name).join(', ')}` : ''}
      </GridCell>
      <ThreatCells rows={rows} />
    </>
  )
}

function FlowCells({ entry, wordsOf, isRenaming }: CellsProps<'flow'>) {
  const { flow } = entry
  const rows = useModel((state) => state.index.byElement.get(flow.id)) ?? none
  const model = useModel((state) => state.model)
  const encrypted = isEncrypted(flow)
  const notes = [
    encrypted === undefined ? '' : encrypted ? 'encrypted' : 'not encrypted',
    ...crossingsOf(model, flow).map(({ zoneId, direction }) => `${direction} ${wordsOf(zoneId).name}`),
  ].filter((note) => note !== '')
  return (
    <>
      <GridCell className="flex min-w-0 flex-1 items-center gap-2 pl-7">
        {isRenaming ? (
          <NameInput elementId={flow.id} className="w-64 font-medium" />
        ) : (
          <span className="min-w-12 truncate font-medium">{wordsOf(flow.id).name}</span>
        )}
        <span className="min-w-0 truncate text-ink-muted text-xs">{wordsOf(flow.id).typeLabel}</span>
      </GridCell>
      <GridCell className="@3xl:block hidden w-64 truncate text-ink-muted text-xs">
        {notes.join(', ')}
      </GridCell>
      <ThreatCells rows={rows} />
    </>
  )
}

function ThreatCells({ rows }: { rows: readonly ThreatRow[] }) {
  const worst = worstOpen(rows)
  return (
    <>
      <GridCell className={cn('flex w-24 shrink-0 items-center gap-1.5', !worst && 'max-sm:w-0')}>
        {worst ? <SeverityBadge severity={worst} count={openRows(rows).length} look="plain" /> : null}
        <span className="sr-only">{worst ? 'open' : 'no open threats'}</span>
      </GridCell>
      <GridCell className="@lg:block hidden w-36 shrink-0">
        <CardLetters rows={rows} />
      </GridCell>
    </>
  )
}
