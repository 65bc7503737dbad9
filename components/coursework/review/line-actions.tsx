'use client'

import { useState } from 'react'
import type { LineRange } from '@/components/coursework/review/line-range'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

type Props = {
  range: LineRange
  activeItem: string | undefined
  commands: ReviewCommands
  onDone: () => void
}

/** What can be done with the lines that are chosen. */
export function LineActions({ range, activeItem, commands, onDone }: Props) {
  const [text, setText] = useState('')
  const span = { firstLine: range.from, lastLine: range.to }
  const isThreat = activeItem !== undefined && !activeItem.startsWith('f')
  const act = async (task: Promise<unknown>) => {
    if ((await task) !== undefined) onDone()
  }
  return (
    <section aria-label="Chosen lines" className="shrink-0 border-line border-t bg-surface p-3">
      <p className="mb-2 font-medium text-sm">
        {range.from === range.to ? `Line ${range.from}` : `Lines ${range.from} to ${range.to}`}
        <span className="ml-2 font-normal text-ink-muted text-xs">
          Shift and a further number choose more
        </span>
      </p>
      <div className="mb-2 flex flex-wrap gap-2">
        {(['docker', 'kubernetes'] as const).map((platform) => (
          <Button
            key={platform}
            size="sm"
            onClick={() =>
              act(
                commands.correct({
                  kind: 'add-threat',
                  ...span,
                  platform,
                  categories: [],
                  component: null,
                  mitigationStated: false,
                }),
              )
            }
          >
            Add a threat to {platform === 'docker' ? 'Docker' : 'Kubernetes'}
          </Button>
        ))}
        <Button
          size="sm"
          onClick={() => act(commands.correct({ kind: 'add-finding', ...span, id: null, fixed: null }))}
        >
          Add a finding
        </Button>
        {activeItem ? (
          <>
            <Button
              size="sm"
              onClick={() =>
                act(
                  commands.correct({
                    kind: isThreat ? 'set-threat' : 'set-finding',
                    item: activeItem,
                    fields: span,
                  }),
                )
              }
            >
              Make these the lines of the open item
            </Button>
            <Button
              size="sm"
              onClick={() => act(commands.correct({ kind: 'split', item: activeItem, atLine: range.from }))}
            >
              Split the open item at line {range.from}
            </Button>
          </>
        ) : null}
      </div>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) void act(commands.note(range.from, range.to, text.trim()))
        }}
      >
        <Field label="Note for the student" className="flex-1">
          <Textarea
            rows={1}
            className="min-h-8!"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" disabled={!text.trim()}>
          Add note
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </form>
    </section>
  )
}
