'use client'

import { useEffect, useRef, useState } from 'react'
import { CommentField } from '@/components/coursework/review/comment-field'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { RubricCriterion } from '@/lib/coursework/rubric/rubric'
import type { ReviewView } from '@/lib/coursework/views'

type Props = {
  criterion: RubricCriterion
  view: ReviewView
  commands: ReviewCommands
  isActive: boolean
  onActive: () => void
  onLine: (line: number) => void
}

/** One criterion: what the check proposes and on which lines it rests, the levels, a comment. */
export function CriterionCard({ criterion, view, commands, isActive, onActive, onLine }: Props) {
  const card = useRef<HTMLElement>(null)
  const mark = commands.marks[criterion.id]
  const check = view.checks.find((one) => one.criterion === criterion.id)
  const [areAllShown, setAllShown] = useState(false)
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const other = view.second?.marks.find((one) => one.criterionId === criterion.id)
  const otherLevel = criterion.levels.find(({ id }) => id === other?.levelId)
  const lines = check?.evidence ?? []
  return (
    <section
      ref={card}
      aria-label={criterion.title}
      className={cn('rounded-md border bg-surface p-3', isActive ? 'border-focus' : 'border-line')}
    >
      <button
        type="button"
        aria-current={isActive ? 'step' : undefined}
        onClick={onActive}
        className="mb-1 block min-h-6 w-full rounded-sm text-left font-medium"
      >
        {criterion.title}
      </button>
      {isActive && criterion.help ? <p className="mb-2 text-ink-muted text-xs">{criterion.help}</p> : null}
      {check ? (
        <div className="mb-2 text-xs">
          <Badge tone={check.result === null ? 'neutral' : check.result ? 'success' : 'warning'}>
            {check.result === null ? 'For you to say' : check.result ? 'Proposed: met' : 'Proposed: not met'}
          </Badge>
          <span className="ml-2 text-ink-muted">{check.says}</span>
          {lines.length > 0 ? (
            <span className="ml-1 inline-flex flex-wrap gap-1">
              {lines.slice(0, areAllShown ? lines.length : 8).map(({ line }) => (
                <button
                  key={line}
                  type="button"
                  aria-label={`Go to line ${line}`}
                  onClick={() => onLine(line)}
                  className="tabular min-h-6 min-w-6 rounded-sm px-1 text-accent hover:underline"
                >
                  {line}
                </button>
              ))}
              {lines.length > 8 && !areAllShown ? (
                <button
                  type="button"
                  className="min-h-6 text-accent hover:underline"
                  onClick={() => setAllShown(true)}
                >
                  and {lines.length - 8} more
                </button>
              ) : null}
            </span>
          ) : null}
        </div>
      ) : null}
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Level</legend>
        {criterion.levels.map((level, at) => {
          const isOn = mark?.levelId === level.id
          return (
            <button
              key={level.id}
              type="button"
              aria-pressed={isOn}
              onClick={() => {
                onActive()
                void commands.mark(criterion.id, level.id, mark?.comment ?? '')
              }}
              className={cn(
                'inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 font-medium text-xs',
                isOn
                  ? 'border-accent-solid bg-accent-solid text-on-accent'
                  : 'border-line-strong text-ink hover:bg-hover',
              )}
            >
              <span aria-hidden className={cn('tabular', isOn ? '' : 'text-ink-muted')}>
                {at + 1}
              </span>
              {level.label}
              {view.rubric.scale === 'points' ? <span className="tabular">({level.points})</span> : null}
            </button>
          )
        })}
      </fieldset>
      {otherLevel ? (
        <p className="mt-1 text-ink-muted text-xs">
          The other marker: {otherLevel.label}
          {other?.comment ? `, “${other.comment}”` : ''}
        </p>
      ) : null}
      {isActive || mark?.comment ? (
        <CommentField criterion={criterion} view={view} commands={commands} check={check} mark={mark} />
      ) : null}
    </section>
  )
}
