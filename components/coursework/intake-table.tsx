'use client'

import { Badge, type BadgeTone } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Select } from '@/components/ui/select'
import type { IntakeOutcome, IntakeView } from '@/lib/coursework/views'

const outcomes: Record<IntakeOutcome, { label: string; tone: BadgeTone }> = {
  new: { label: 'Taken in', tone: 'success' },
  resubmission: { label: 'Further attempt', tone: 'accent' },
  same: { label: 'Known', tone: 'neutral' },
  unmatched: { label: 'Whose is it', tone: 'warning' },
  refused: { label: 'Refused', tone: 'danger' },
}

type Props = {
  intake: IntakeView
  /** Where what was taken in is reviewed. */
  works: string
  isPending: boolean
  onAssign: (fileId: string, studentId: string) => void
}

/** What became of every file; those that wait for an answer come first. */
export function IntakeTable({ intake, works, isPending, onAssign }: Props) {
  if (intake.files.length === 0) return null
  const order = (outcome: IntakeOutcome) => (outcome === 'unmatched' ? 0 : outcome === 'refused' ? 1 : 2)
  const files = [...intake.files].sort((a, b) => order(a.outcome) - order(b.outcome))
  const counts = (Object.keys(outcomes) as IntakeOutcome[]).flatMap((outcome) => {
    const count = files.filter((file) => file.outcome === outcome).length
    return count > 0 ? [`${count} ${outcomes[outcome].label.toLowerCase()}`] : []
  })
  return (
    <section aria-label="What became of the files">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="tabular text-ink-muted text-xs">
          {counts.join(', ')}
        </p>
        <ButtonLink href={works}>Go to the works</ButtonLink>
      </div>
      <section
        aria-label="Files"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, by keyboard as well.
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line bg-surface"
      >
        <table className="w-full text-left text-sm">
          <thead className="border-line border-b text-ink-muted text-xs">
            <tr>
              {['File or folder', 'Outcome', 'What it means'].map((head) => (
                <th key={head} scope="col" className="px-4 py-2 max-sm:px-2.5 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {files.map((file) => (
              <tr key={file.id}>
                <td className="px-4 py-2 max-sm:px-2.5 font-mono text-xs max-sm:w-1/2 [overflow-wrap:anywhere]">
                  {file.path}
                </td>
                <td className="px-4 py-2 max-sm:px-2.5">
                  <Badge tone={outcomes[file.outcome].tone}>{outcomes[file.outcome].label}</Badge>
                </td>
                <td className="px-4 py-2 max-sm:px-2.5">
                  {saysMore(file.sentence, outcomes[file.outcome].label) ? file.sentence : null}
                  {file.outcome === 'unmatched' ? (
                    <Select
                      size="sm"
                      className="mt-1"
                      aria-label={`Whose is ${file.path}`}
                      disabled={isPending}
                      value=""
                      onChange={(event) => onAssign(file.id, event.target.value)}
                    >
                      <option value="">Choose a student</option>
                      {intake.students.map((student) => (
                        <option key={student.id} value={student.id}>
                          {student.name} ({student.identifier})
                        </option>
                      ))}
                    </Select>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** False for a sentence that only says the outcome again. */
function saysMore(sentence: string, outcome: string): boolean {
  return sentence !== `${outcome}.`
}
