import { MoreOf } from '@/components/imports/more-of'
import { PlanSection } from '@/components/imports/plan-section'
import { FileLine } from '@/components/ui/file-line'
import { CircleAlert, CircleSlash, TriangleAlert } from '@/components/ui/icons'

type Note = { file: string; line: number | undefined; what: string | undefined; words: string }

const marks = {
  danger: <CircleAlert aria-hidden className="text-danger" />,
  warning: <TriangleAlert aria-hidden className="text-warning" />,
  neutral: <CircleSlash aria-hidden className="text-ink-faint" />,
}

type PlanNotesProps = { title: string; tone: keyof typeof marks; notes: readonly Note[]; isOpen?: boolean }

/** What was left out, read with a warning or not at all: what, why, and where it stands. */
export function PlanNotes({ title, tone, notes, isOpen }: PlanNotesProps) {
  return (
    <PlanSection title={title} count={notes.length} isOpen={isOpen}>
      <MoreOf items={numbered(notes)}>
        {(note) => (
          <li
            key={note.number}
            className="flex items-baseline gap-2 border-line border-b py-1.5 last:border-b-0"
          >
            <span className="translate-y-0.5 [&_svg]:size-3.5">{marks[tone]}</span>
            <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {note.what ? <span className="mr-1.5 font-medium">{note.what}</span> : null}
              <span className={note.what ? 'text-ink-muted' : undefined}>{note.words}</span>
            </p>
            <FileLine file={note.file} line={note.line} className="max-w-[40%]" />
          </li>
        )}
      </MoreOf>
    </PlanSection>
  )
}

// A plan never changes while it is shown, and two notes may say the same.
const numbered = (notes: readonly Note[]) => notes.map((note, number) => ({ ...note, number }))
