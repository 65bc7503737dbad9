'use client'

import { useEffect, useState } from 'react'
import { fillComment, suggestComments } from '@/components/coursework/review/suggest-comments'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { CheckResult } from '@/lib/coursework/criterion'
import type { RubricCriterion } from '@/lib/coursework/rubric/rubric'
import type { MarkView, ReviewView } from '@/lib/coursework/views'

type Props = {
  criterion: RubricCriterion
  view: ReviewView
  commands: ReviewCommands
  check: CheckResult | undefined
  mark: MarkView | undefined
}

/** The comment of a criterion, with those to use again: kept ones, and what a failed check suggests. */
export function CommentField({ criterion, view, commands, check, mark }: Props) {
  const [text, setText] = useState(mark?.comment ?? '')
  useEffect(() => setText(mark?.comment ?? ''), [mark?.comment])
  const variables = {
    student: view.label,
    lines: check?.evidence.map(({ line }) => line).join(', ') ?? '',
    check: check?.says ?? '',
    criterion: criterion.title,
  }
  const save = (value: string) => {
    if (value === (mark?.comment ?? '')) return
    // A comment alone is no mark: it is kept with the level that is chosen next.
    if (mark) void commands.mark(criterion.id, mark.levelId, value)
    else {
      const fallback = criterion.levels.find(({ isMet }) => isMet === (check?.result ?? false))
      if (fallback) void commands.mark(criterion.id, fallback.id, value)
    }
  }
  const suggestions = suggestComments(criterion, check, view.bank)
  return (
    <div className="mt-2">
      <Field label="Comment" aside={mark && mark.by !== 'You' ? mark.by : undefined}>
        <Textarea
          rows={1}
          className="min-h-8!"
          value={text}
          maxLength={5000}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => save(text)}
        />
      </Field>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {suggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            onClick={() => {
              const filled = fillComment(suggestion, variables)
              const next = text ? `${text}\n${filled}` : filled
              setText(next)
              save(next)
            }}
            className="min-h-6 max-w-full truncate rounded-md border border-line-mid px-1.5 text-ink-muted text-xs hover:bg-hover hover:text-ink"
          >
            {fillComment(suggestion, variables)}
          </button>
        ))}
        {text.trim() && !suggestions.includes(text.trim()) ? (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => void commands.keepComment(criterion.id, text.trim())}
          >
            Keep for using it again
          </Button>
        ) : null}
      </div>
    </div>
  )
}
