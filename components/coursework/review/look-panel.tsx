'use client'

import Link from 'next/link'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { ReviewView } from '@/lib/coursework/views'

type Props = { view: ReviewView; commands: ReviewCommands; onLine: (line: number) => void }

/** What needs a look: statements that are wrong or outdated, notes, earlier attempts, the files beside the text. */
export function LookPanel({ view, commands, onLine }: Props) {
  return (
    <div className="flex flex-col gap-5 p-3">
      <Link
        href={`${commands.base}/model/${view.workId}`}
        prefetch={false}
        className="self-start rounded-sm py-1 text-accent text-sm hover:underline"
      >
        Make a threat model of this
      </Link>
      <section aria-label="Statements to look at">
        <h2 className="mb-2 font-semibold text-base">Statements to look at</h2>
        {view.claims.length === 0 ? <p className="text-ink-muted">None was found.</p> : null}
        <ul className="flex flex-col gap-2">
          {view.claims.map((claim) => (
            <li key={`${claim.line} ${claim.topic}`} className="rounded-md border border-line p-3 text-sm">
              <p className="flex items-center gap-2">
                <LineLink line={claim.line} onLine={onLine} />
                <Badge tone="warning">
                  {claim.kind === 'outdated' ? 'Perhaps outdated' : 'Perhaps wrong'}
                </Badge>
              </p>
              <p className="mt-1">{claim.why}</p>
              <a
                href={claim.source}
                rel="noreferrer"
                target="_blank"
                className="mt-1 inline-block text-accent text-xs hover:underline [overflow-wrap:anywhere]"
              >
                {claim.source}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Notes">
        <h2 className="mb-2 font-semibold text-base">Notes</h2>
        {view.notes.length === 0 ? (
          <p className="text-ink-muted">Choose a line of the text to write one.</p>
        ) : null}
        <ul className="flex flex-col gap-2">
          {view.notes.map((note) => (
            <li key={note.id} className="rounded-md border border-line p-3 text-sm">
              <p className="mb-1 flex items-center gap-2 text-ink-muted text-xs">
                <LineLink line={note.firstLine} onLine={onLine} />
                <span className="flex-1">{note.by}</span>
                {note.isOwn ? (
                  <Button size="sm" variant="ghost" onClick={() => void commands.dropNote(note.id)}>
                    Remove
                  </Button>
                ) : null}
              </p>
              <p className="whitespace-pre-line">{note.text}</p>
            </li>
          ))}
        </ul>
      </section>
      {view.attempts.length > 1 ? (
        <section aria-label="Attempts">
          <h2 className="mb-2 font-semibold text-base">Attempts</h2>
          <ul className="flex flex-col gap-1">
            {view.attempts.map((one) => (
              <li key={one.id} className="tabular flex items-center gap-3 text-sm">
                <Link
                  href={`${commands.base}/review/${one.id}`}
                  prefetch={false}
                  aria-current={one.id === view.workId ? 'page' : undefined}
                  className="rounded-sm py-1 text-accent hover:underline"
                >
                  Attempt {one.attempt}
                </Link>
                <span className="text-ink-muted text-xs">
                  {one.receivedAt.slice(0, 16).replace('T', ' ')} UTC
                </span>
                {one.attempt > 1 ? (
                  <Link
                    href={`${commands.base}/changes/${one.id}`}
                    prefetch={false}
                    className="rounded-sm py-1 text-accent text-xs hover:underline"
                  >
                    What changed
                  </Link>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {view.files.length > 1 ? (
        <section aria-label="Files">
          <h2 className="mb-2 font-semibold text-base">Files ({view.files.length})</h2>
          <ul className="font-mono text-xs">
            {view.files.slice(0, 100).map((file) => (
              <li key={file.path} className="flex gap-2 py-0.5">
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {file.path}
                  {file.path === view.textPath ? ' (the text)' : ''}
                </span>
                <span className="tabular text-ink-muted">{Math.ceil(file.bytes / 1000)} kB</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function LineLink({ line, onLine }: { line: number; onLine: (line: number) => void }) {
  return (
    <button
      type="button"
      className="tabular min-h-6 rounded-sm text-accent text-xs hover:underline"
      onClick={() => onLine(line)}
    >
      Line {line}
    </button>
  )
}
