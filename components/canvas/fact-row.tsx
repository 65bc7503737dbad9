'use client'

import { memo, useId, useState } from 'react'
import { AnswerField } from '@/components/threats/answer-field'
import { Origin } from '@/components/threats/origin'
import { useAnswer } from '@/components/threats/use-answer'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ChevronDown, TriangleAlert } from '@/components/ui/icons'
import type { ResolvedFact } from '@/lib/analysis/verdict'
import { formatValue } from '@/lib/analysis/words/format-value'
import { nameAttribute } from '@/lib/analysis/words/name-element'
import { useModel } from '@/lib/client/model-provider'
import type { FactValue } from '@/lib/model/fact'

/** One attribute: its value and where that comes from. Pressing it opens the question and its answer. */
export const FactRow = memo(function FactRow({ elementId, fact }: { elementId: string; fact: ResolvedFact }) {
  const catalogue = useModel((state) => state.catalogue)
  const [isOpen, setOpen] = useState(false)
  const panelId = useId()
  const isUnknown = fact.value === null
  return (
    <li className={cn('border-line border-b last:border-b-0', isOpen && 'bg-sunken')}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
        className="group flex w-full flex-col gap-0.5 px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex w-full items-baseline gap-3">
          <span className="min-w-0 flex-1 text-ink-muted">{nameAttribute(fact.attribute, catalogue)}</span>
          {fact.conflict ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-warning text-xs">
              <TriangleAlert aria-hidden className="size-3" />
              disagree
            </span>
          ) : null}
          <Value value={fact.value} isQuiet={fact.origin === 'default'} />
          <ChevronDown
            aria-hidden
            className={cn(
              'size-3 shrink-0 self-center text-ink-faint transition-transform duration-(--motion-fast)',
              isOpen && 'rotate-180',
            )}
          />
        </span>
        {isUnknown || fact.origin === 'default' || fact.origin === 'derived' ? null : (
          <Origin origin={fact.origin} source={fact.source} reason={fact.reason} />
        )}
      </button>
      <div id={panelId} hidden={!isOpen} className="flex flex-col gap-3 px-4 pt-1 pb-3">
        {isOpen ? (
          <>
            {fact.origin === 'default' || fact.origin === 'derived' ? (
              <Origin origin={fact.origin} source={fact.source} reason={fact.reason} />
            ) : null}
            {fact.conflict ? (
              <Conflict elementId={elementId} attribute={fact.attribute} facts={fact.conflict} />
            ) : null}
            <AnswerField elementId={elementId} attribute={fact.attribute} />
          </>
        ) : null}
      </div>
    </li>
  )
})

function Value({ value, isQuiet }: { value: FactValue; isQuiet: boolean }) {
  if (value === null) {
    return (
      <span className="shrink-0 border-possible border-b border-dashed text-possible leading-tight">
        unknown
      </span>
    )
  }
  return (
    <span
      className={cn(
        'tabular line-clamp-2 min-w-0 max-w-[55%] text-right [overflow-wrap:anywhere]',
        isQuiet ? 'text-ink-muted' : 'font-medium text-ink',
      )}
    >
      {formatValue(value)}
    </span>
  )
}

type ConflictProps = {
  elementId: string
  attribute: string
  facts: NonNullable<ResolvedFact['conflict']>
}

/** Every fact that was given, when they disagree; the first of them counts until a person settles it. */
function Conflict({ elementId, attribute, facts }: ConflictProps) {
  const canEdit = useModel((state) => state.canEdit)
  const { answer } = useAnswer(elementId, attribute)
  const order = { person: 0, scan: 1, import: 2 }
  return (
    <div className="rounded-md border border-line bg-surface p-2">
      <p className="font-medium text-xs">Sources disagree; the first counts</p>
      <ol className="mt-1 flex flex-col gap-1">
        {facts
          .toSorted((a, b) => order[a.origin] - order[b.origin])
          .map((fact) => (
            <li
              key={`${fact.origin}${JSON.stringify(fact.source)}`}
              className="flex flex-wrap items-center gap-x-2"
            >
              <span className="font-medium">{formatValue(fact.value)}</span>
              <Origin origin={fact.origin} source={fact.source} />
              {canEdit && fact.origin !== 'person' ? (
                <Button size="sm" variant="ghost" onClick={() => answer(fact.value)}>
                  This is right
                </Button>
              ) : null}
            </li>
          ))}
      </ol>
    </div>
  )
}
