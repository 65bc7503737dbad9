'use client'

import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { ChevronLeft, ChevronRight, Keyboard, SkipForward } from '@/components/ui/icons'
import type { ReviewView } from '@/lib/coursework/views'

type Props = { view: ReviewView; commands: ReviewCommands; openKeys: () => void }

/** Where this work stands among all, the ways on, and who else is at it. */
export function ReviewBar({ view, commands, openKeys }: Props) {
  const { position, total, doneCount, previousId, nextId, others, attempt, isDone } = view
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-2 py-1 md:px-3">
      <IconButton
        label="Previous work"
        keys={['K']}
        icon={<ChevronLeft aria-hidden />}
        disabled={!previousId}
        onClick={() => commands.goTo(previousId)}
      />
      <IconButton
        label="Next work"
        keys={['J']}
        icon={<ChevronRight aria-hidden />}
        disabled={!nextId}
        onClick={() => commands.goTo(nextId)}
      />
      <p className="tabular text-ink-muted text-xs">
        {position} of {total}, {doneCount} done
      </p>
      {attempt > 1 ? <Badge tone="accent">Attempt {attempt}</Badge> : null}
      {isDone ? <Badge tone="success">Done</Badge> : null}
      {others.map((other) => (
        <Badge key={other.slot} tone="warning">
          {other.name} {other.isDone ? 'has marked this' : 'is marking this'}
        </Badge>
      ))}
      <div className="ml-auto flex items-center gap-1">
        <IconButton label="Keys" keys={['?']} icon={<Keyboard aria-hidden />} onClick={openKeys} />
        <Button size="sm" variant="primary" onClick={() => void commands.goToNext()}>
          <SkipForward aria-hidden />
          Next to review
        </Button>
      </div>
    </div>
  )
}
