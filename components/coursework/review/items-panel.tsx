'use client'

import { FindingCard } from '@/components/coursework/review/finding-card'
import { ThreatCard } from '@/components/coursework/review/threat-card'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Button } from '@/components/ui/button'
import type { ReviewView } from '@/lib/coursework/views'

type Props = {
  view: ReviewView
  commands: ReviewCommands
  activeItem: string | undefined
  onActive: (item: string | undefined) => void
}

/** What was read of the text, to be corrected: threats, then findings. */
export function ItemsPanel({ view, commands, activeItem, onActive }: Props) {
  const { threats, findings, unassigned } = view.submission
  const last = view.corrections.findLast(({ correction }) => correction.kind !== 'revert')
  const reverted = new Set(
    view.corrections.flatMap(({ correction }) => (correction.kind === 'revert' ? [correction.seq] : [])),
  )
  const undo = view.corrections.findLast(
    ({ seq, correction }) => correction.kind !== 'revert' && !reverted.has(seq),
  )
  return (
    <div className="flex flex-col gap-4 p-3">
      <div className="flex items-center gap-2">
        <p className="tabular flex-1 text-ink-muted text-xs">
          {unassigned.length === 0
            ? 'Every line is assigned.'
            : unassigned.length === 1
              ? '1 line is not assigned to anything.'
              : `${unassigned.length} lines are not assigned to anything.`}
        </p>
        {last ? (
          <Button
            size="sm"
            disabled={!undo}
            onClick={() => undo && void commands.correct({ kind: 'revert', seq: undo.seq })}
          >
            Undo the last correction
          </Button>
        ) : null}
      </div>
      <section aria-label="Threats">
        <h2 className="mb-2 font-semibold text-base">Threats ({threats.length})</h2>
        {threats.length === 0 ? (
          <p className="text-ink-muted">None was found. Choose lines of the text to add one.</p>
        ) : null}
        <ul className="flex flex-col gap-2">
          {threats.map((threat, at) => (
            <li key={threat.item}>
              <ThreatCard
                threat={threat}
                next={threats[at + 1]?.item}
                isActive={threat.item === activeItem}
                onActive={onActive}
                correct={commands.correct}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Findings">
        <h2 className="mb-2 font-semibold text-base">Findings ({findings.length})</h2>
        {findings.length === 0 ? <p className="text-ink-muted">None was found.</p> : null}
        <ul className="flex flex-col gap-2">
          {findings.map((finding, at) => (
            <li key={finding.item}>
              <FindingCard
                finding={finding}
                next={findings[at + 1]?.item}
                isActive={finding.item === activeItem}
                onActive={onActive}
                correct={commands.correct}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
