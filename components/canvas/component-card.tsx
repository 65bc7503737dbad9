'use client'

import type { NodeProps } from '@xyflow/react'
import { Fragment, memo, use } from 'react'
import { CardLetters } from '@/components/canvas/card-letters'
import { DetailContext } from '@/components/canvas/detail-context'
import { NameInput } from '@/components/canvas/name-input'
import { namePieces, nameSize } from '@/components/canvas/name-size'
import { PortMarks } from '@/components/canvas/port-marks'
import type { CardNode } from '@/components/canvas/to-flow'
import { TypeIcon } from '@/components/canvas/type-icon'
import { openRows, worstOpen } from '@/components/canvas/worst-open'
import { cn } from '@/components/ui/cn'
import { severityLook } from '@/components/ui/severity-badge'
import { shortName } from '@/lib/analysis/words/short-name'

const shapes = {
  process: 'rounded-lg border',
  // A store shows its double top edge as a second line, drawn below.
  store: 'rounded-xs border',
  external: 'rounded-none border border-dashed',
  boundary: 'rounded-lg border border-dashed',
} as const

/** A component: what it is, and how much is open on it. */
export const ComponentCard = memo(function ComponentCard({ data, selected }: NodeProps<CardNode>) {
  const { component, type, rows, furtherZones, ports } = data
  const detail = use(DetailContext)
  const kind = type?.kind ?? 'process'
  const worst = worstOpen(rows)
  const shown = shortName(component.name)
  const frame = cn(
    'relative h-full w-full overflow-hidden bg-surface',
    shapes[kind],
    detail === 'full' ? '' : 'far-line',
    selected
      ? 'border-accent outline-2 outline-accent'
      : kind === 'external' || detail === 'boxes' || detail === 'zones'
        ? 'border-line-strong'
        : 'border-line-mid',
    (component.outOfScope || component.gone) && 'opacity-60',
  )
  const edge = worst ? (
    <span className={cn('absolute inset-y-0 left-0 w-1', severityLook[worst].fill)} />
  ) : null
  const marks = <PortMarks ports={ports} />
  if (detail === 'boxes' || detail === 'zones') {
    return (
      <>
        <div className={frame}>{edge}</div>
        {marks}
      </>
    )
  }
  if (detail === 'names') {
    const open = openRows(rows).length
    return (
      <>
        <div className={cn(frame, 'flex items-center gap-2 pr-2 pl-4')}>
          {edge}
          <span
            className={cn(
              'far-name line-clamp-2 min-w-0 flex-1 font-medium text-ink [overflow-wrap:anywhere]',
              nameSize(shown, worst !== undefined),
            )}
          >
            {namePieces(shown).map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one name never move.
              <Fragment key={index}>
                {index > 0 ? <wbr /> : null}
                {piece}
              </Fragment>
            ))}
          </span>
          {worst ? (
            <span className={cn('far-name tabular shrink-0 font-semibold', severityLook[worst].text)}>
              {open}
            </span>
          ) : null}
        </div>
        {marks}
      </>
    )
  }
  return (
    <>
      <div className={frame}>
        {edge}
        {kind === 'store' ? <span className="absolute inset-x-0 top-[3px] border-line-mid border-t" /> : null}
        <div
          className={cn('flex h-full flex-col justify-between py-2 pr-2 pl-3', kind === 'store' && 'pt-2.5')}
        >
          <div className="flex min-w-0 items-start gap-2">
            <TypeIcon type={type} className="mt-px size-4 shrink-0 text-ink-muted" />
            {data.isRenaming ? (
              <NameInput elementId={component.id} className="flex-1 font-medium text-sm leading-4" />
            ) : (
              <span
                className="min-w-0 flex-1 truncate font-medium text-ink text-sm leading-4"
                title={component.name}
              >
                {shown}
              </span>
            )}
            {component.gone ? <Note>gone</Note> : component.outOfScope ? <Note>out of scope</Note> : null}
          </div>
          <div className="flex min-w-0 items-end justify-between gap-1.5">
            <span className="min-w-0 truncate text-2xs text-ink-faint leading-4">
              {type?.label ?? component.type}
            </span>
            <CardLetters rows={rows} />
          </div>
        </div>
        {furtherZones.length > 0 ? <ZoneChips names={furtherZones} /> : null}
      </div>
      {marks}
    </>
  )
})

function Note({ children }: { children: string }) {
  return (
    <span className="shrink-0 rounded-xs bg-open-soft px-1 text-2xs text-ink-muted leading-4">
      {children}
    </span>
  )
}

/** The boundaries that are not drawn around the card, such as a container's second network. */
function ZoneChips({ names }: { names: readonly string[] }) {
  const [first, ...rest] = names
  return (
    <span
      title={`Also in ${names.join(', ')}`}
      className="absolute top-1.5 right-1.5 flex max-w-20 items-center rounded-xs border border-boundary border-dashed bg-surface px-1 text-2xs text-boundary leading-3.5"
    >
      <span className="truncate">{first}</span>
      {rest.length > 0 ? <span className="shrink-0 pl-0.5">+{rest.length}</span> : null}
    </span>
  )
}
