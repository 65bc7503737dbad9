import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Feedback } from '@/lib/coursework/feedback'

/** Feedback as a student reads it: the result, what to change, what is met, notes. */
export function FeedbackView({ feedback }: { feedback: Feedback }) {
  const { scale, score, criteria, summary, notes, claims, entries } = feedback
  const result =
    scale === 'points'
      ? `${score.points} of ${score.outOf} points`
      : score.verdict === 'meets'
        ? 'Meets specifications'
        : 'Requires changes'
  return (
    <div className="mt-3 border-line border-t pt-3">
      <Badge tone={score.verdict === 'meets' ? 'success' : 'warning'}>{result}</Badge>
      {summary ? <p className="mt-2 whitespace-pre-line">{summary}</p> : null}
      <ul className="mt-3 flex flex-col gap-3">
        {criteria.map((one) => (
          <li key={one.id}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {one.title}
              <Badge tone={one.isMet ? 'success' : 'warning'}>{one.level}</Badge>
              {one.lines.length > 0 ? (
                <span className="tabular font-normal text-ink-muted text-xs">
                  {one.lines.length === 1 ? 'line' : 'lines'} {one.lines.join(', ')}
                </span>
              ) : null}
            </p>
            {one.isMet ? null : <p className="text-ink-muted text-sm">{one.help}</p>}
            {one.comment ? <p className="whitespace-pre-line">{one.comment}</p> : null}
          </li>
        ))}
      </ul>
      <Part title="Notes on your text" count={notes.length}>
        {notes.map((note) => (
          <li key={`${note.firstLine} ${note.text}`}>
            <span className="text-ink-muted text-xs">
              Line {note.firstLine}, “{note.quote}”:
            </span>{' '}
            {note.text}
          </li>
        ))}
      </Part>
      <Part title="Worth a second look" count={claims.length}>
        {claims.map((claim) => (
          <li key={`${claim.line} ${claim.why}`}>
            <span className="text-ink-muted text-xs">Line {claim.line}:</span> {claim.why}{' '}
            <a
              href={claim.source}
              rel="noreferrer"
              target="_blank"
              className="rounded-sm text-accent underline [overflow-wrap:anywhere]"
            >
              Source
            </a>
          </li>
        ))}
      </Part>
      <Part title="To read on in the catalogue" count={entries.length}>
        {entries.map((entry) => (
          <li key={entry.threatId}>
            <Link
              href={`/catalogue/threats/${entry.threatId}`}
              prefetch={false}
              className="rounded-sm text-accent underline"
            >
              {entry.title}
            </Link>{' '}
            <span className="tabular text-ink-muted text-xs">
              {entry.lines.length === 1 ? 'line' : 'lines'} {entry.lines.join(', ')}
            </span>
          </li>
        ))}
      </Part>
    </div>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section aria-label={title} className="mt-4">
      <h3 className="mb-1 font-medium">{title}</h3>
      <ul className="list-disc space-y-1 pl-5">{children}</ul>
    </section>
  )
}
