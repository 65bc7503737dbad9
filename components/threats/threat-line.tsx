'use client'

import { memo } from 'react'
import { questionsOf } from '@/components/threats/answers'
import { type ListItem, type SectionId, sectionOf } from '@/components/threats/build-list'
import { GridCell } from '@/components/threats/grid-cell'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { ChevronRight } from '@/components/ui/icons'
import { severityLook } from '@/components/ui/severity-badge'
import { StateBadge } from '@/components/ui/state-badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { StrideLetters } from '@/components/ui/stride'
import type { ThreatRow } from '@/lib/analysis/verdict'
import { countOf, formatCount } from '@/lib/model/format-count'
import type { Severity } from '@/lib/model/judgement'

export const sectionWords: Record<SectionId, string> = {
  open: 'Open',
  questions: 'Possible',
  decided: 'Decided',
  countered: 'Countered',
}

/** Pixels; lines are of one height each, so that the list can be virtual without measuring. */
export function lineHeight(item: ListItem): number {
  return item.kind === 'section' ? 36 : 40
}

export type LineProps = {
  id: string
  item: ListItem
  index: number
  isActive: boolean
  isOpen: boolean
  /** Of a group: some are selected. */
  selection: 'none' | 'some' | 'all'
  canSelect: boolean
  elementName: string
  elementType: string
  questionRows?: readonly ThreatRow[] | undefined
  onPress: (index: number) => void
  onSelect: (index: number) => void
}

/** One line of the threat list: a section, a group or a threat on a component. */
export const ThreatLine = memo(function ThreatLine(props: LineProps) {
  const { id, item, index, isActive, isOpen, onPress } = props
  const expanded = item.kind === 'row' ? undefined : item.isOpen
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys; this is its row.
    // biome-ignore lint/a11y/useSemanticElements: lines of a virtual list are placed one by one, which table rows cannot be.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 1}
      aria-level={item.kind === 'section' ? 1 : item.kind === 'group' ? 2 : item.depth + 2}
      aria-expanded={expanded}
      aria-selected={item.kind === 'section' ? undefined : props.selection === 'all'}
      aria-current={isOpen || undefined}
      onClick={() => onPress(index)}
      className={cn(
        'flex h-full items-center border-line border-b pr-3 outline-none',
        item.kind === 'section' ? 'bg-sunken pl-2' : 'pl-2 hover:bg-hover',
        isOpen && 'bg-accent-soft hover:bg-accent-soft',
        isActive &&
          'shadow-[inset_2px_0_0_var(--color-accent)] group-focus-visible/grid:shadow-[inset_0_0_0_2px_var(--color-focus)]',
      )}
    >
      {item.kind === 'section' ? (
        <SectionCell item={item} rows={props.questionRows} />
      ) : (
        <>
          <SelectCell {...props} />
          {item.kind === 'group' ? <GroupCells item={item} /> : <RowCells {...props} item={item} />}
        </>
      )}
    </div>
  )
})

function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <ChevronRight
      aria-hidden
      className={cn(
        'size-3.5 shrink-0 text-ink-muted transition-transform duration-(--motion-fast)',
        isOpen && 'rotate-90',
      )}
    />
  )
}

function SectionCell({
  item,
  rows,
}: {
  item: ListItem & { kind: 'section' }
  rows: readonly ThreatRow[] | undefined
}) {
  const questions = rows ? questionsOf(rows) : 0
  return (
    <GridCell className="flex flex-1 items-center gap-1.5 text-xs">
      <Chevron isOpen={item.isOpen} />
      <span className="font-semibold">{sectionWords[item.id]}</span>
      <span className="tabular text-ink-muted">{formatCount(item.count)}</span>
      {questions > 0 ? (
        <span className="truncate pl-2 text-ink-muted">
          Answer {countOf(questions, 'question')} to settle {countOf(item.count, 'threat')}
        </span>
      ) : null}
    </GridCell>
  )
}

function SelectCell({ item, selection, canSelect, index, onSelect, elementName }: LineProps) {
  const name =
    item.kind === 'row' ? `${item.row.title}, on ${elementName}` : item.kind === 'group' ? item.title : ''
  return (
    <GridCell className="flex h-full w-8 shrink-0 items-center" onClick={(event) => event.stopPropagation()}>
      {canSelect ? (
        <Checkbox
          aria-label={`Select ${name}`}
          tabIndex={-1}
          checked={selection === 'all'}
          isMixed={selection === 'some'}
          onChange={() => onSelect(index)}
          className="items-center! justify-center"
        />
      ) : null}
    </GridCell>
  )
}

/** The icon alone on a phone; its word is still read out. */
function SeverityCell({ severity }: { severity: Severity }) {
  const { icon: Icon, text, label } = severityLook[severity]
  return (
    <GridCell className={cn('flex w-6 shrink-0 items-center gap-1 font-medium text-xs sm:w-24', text)}>
      <Icon aria-hidden className="size-3 shrink-0" strokeWidth={2.5} />
      <span className="max-sm:sr-only">{label}</span>
    </GridCell>
  )
}

function GroupCells({ item }: { item: ListItem & { kind: 'group' } }) {
  return (
    <>
      <SeverityCell severity={item.severity} />
      <GridCell className="flex flex-1 items-center gap-1.5 md:pr-3">
        <Chevron isOpen={item.isOpen} />
        <span className="truncate font-medium" title={item.title}>
          {item.title}
        </span>
        <span className="tabular shrink-0 rounded-full bg-open-soft px-1.5 text-ink-muted text-xs">
          {formatCount(item.rows.length)}
        </span>
      </GridCell>
      <GridCell className="hidden shrink-0 md:block" />
      <GridCell className="hidden w-20 shrink-0 md:block">
        <StrideLetters letters={item.letters} />
      </GridCell>
    </>
  )
}

/** The state that every row of a section has anyway. */
const usualState: Record<SectionId, ThreatRow['state']> = {
  open: 'raised',
  questions: 'possible',
  decided: 'raised',
  countered: 'countered',
}

type RowCellsProps = Pick<LineProps, 'elementName' | 'elementType'> & { item: ListItem & { kind: 'row' } }

function RowCells({ item, elementName, elementType }: RowCellsProps) {
  const { row, folded, depth, groupBy } = item
  const isUnderThreat = depth === 1 && groupBy === 'threat'
  const isUnderComponent = depth === 1 && groupBy === 'component'
  const isDecided = row.status !== 'open'
  const isUnusual = !isDecided && row.state !== usualState[sectionOf(row)]
  return (
    <>
      <SeverityCell severity={row.severity} />
      <GridCell className={cn('flex flex-1 items-baseline gap-2 md:pr-3', depth === 1 && 'pl-5')}>
        <span className="min-w-0 truncate" title={isUnderThreat ? elementName : row.title}>
          {isUnderThreat ? elementName : row.title}
        </span>
        {isUnderComponent ? null : (
          <span className="max-w-[40%] shrink-0 truncate text-ink-muted text-xs">
            {isUnderThreat ? elementType : elementName}
          </span>
        )}
        {row.part ? (
          <span className="shrink-0 truncate font-mono text-ink-faint text-xs">{row.part}</span>
        ) : null}
        {folded.length > 0 ? (
          <span
            title={`${countOf(folded.length, 'more threat')} with the same cause`}
            className="tabular shrink-0 text-ink-faint text-xs"
          >
            +{formatCount(folded.length)}
            <span className="sr-only"> with the same cause</span>
          </span>
        ) : null}
      </GridCell>
      <GridCell
        className={cn('flex shrink-0 items-center gap-2 md:pr-3', (isDecided || isUnusual) && 'max-md:pl-2')}
      >
        {isDecided ? <StatusBadge status={row.status} look="plain" /> : null}
        {isUnusual ? <StateBadge state={row.state} look="plain" /> : null}
      </GridCell>
      <GridCell className="hidden w-20 shrink-0 md:block">
        {isUnderThreat ? null : <StrideLetters letters={row.stride} />}
      </GridCell>
    </>
  )
}
