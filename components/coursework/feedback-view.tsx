import { Badge } from '@/components/ui/badge'
import type { Feedback } from '@/lib/coursework/feedback'

/** Feedback as a student reads it: the result, what to change, what is met, notes. */
export function FeedbackView({ feedback }: { feedback: Feedback }) {
  const { scale, score, criteria, summary, notes } = feedback
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
                  lines {one.lines.join(', ')}
                </span>
              ) : null}
            </p>
            {one.isMet ? null : <p className="text-ink-muted text-sm">{one.help}</p>}
            {one.comment ? <p className="whitespace-pre-line">{one.comment}</p> : null}
          </li>
        ))}
      </ul>
      {notes.length > 0 ? (
        <ul className="mt-3 list-disc pl-5">
          {notes.map((note) => (
            <li key={`${note.firstLine} ${note.text}`}>
              <span className="text-ink-muted text-xs">
                Line {note.firstLine}, “{note.quote}”:
              </span>{' '}
              {note.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
