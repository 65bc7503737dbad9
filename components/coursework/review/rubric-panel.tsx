'use client'

import { CriterionCard } from '@/components/coursework/review/criterion-card'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { ReviewView } from '@/lib/coursework/views'

type Props = {
  view: ReviewView
  commands: ReviewCommands
  active: number
  onActive: (at: number) => void
  onLine: (line: number) => void
  summary: string
  onSummary: (summary: string) => void
  finishAndGoOn: () => void
}

/** The rubric to mark by, and closing the review. */
export function RubricPanel(props: Props) {
  const { view, commands, active, onActive, onLine, summary, onSummary, finishAndGoOn } = props
  const { criteria, scale } = view.rubric
  const marked = criteria.filter(({ id }) => commands.marks[id]).length
  const points = criteria.reduce((sum, { id, levels }) => {
    const level = levels.find((one) => one.id === commands.marks[id]?.levelId)
    return sum + (level?.points ?? 0)
  }, 0)
  const outOf = criteria.reduce(
    (sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)),
    0,
  )
  const isMet =
    marked === criteria.length &&
    criteria.every(({ id, levels }) => levels.find((one) => one.id === commands.marks[id]?.levelId)?.isMet)
  return (
    <div className="flex flex-col gap-2 p-3">
      <div className="mb-1 flex items-center gap-2">
        <p className="tabular flex-1 text-ink-muted text-xs">
          {marked} of {criteria.length} marked
          {scale === 'points' ? `, ${points} of ${outOf} points` : ''}
        </p>
        {scale === 'specification' && marked === criteria.length ? (
          <Badge tone={isMet ? 'success' : 'warning'}>
            {isMet ? 'Meets specifications' : 'Requires changes'}
          </Badge>
        ) : null}
      </div>
      {view.second ? <Agreement view={view} /> : null}
      <ol className="flex flex-col gap-2">
        {criteria.map((criterion, at) => (
          <li key={criterion.id}>
            <CriterionCard
              criterion={criterion}
              view={view}
              commands={commands}
              isActive={at === active}
              onActive={() => onActive(at)}
              onLine={onLine}
            />
          </li>
        ))}
      </ol>
      <Field label="Summary for the student" className="mt-2">
        <Textarea value={summary} maxLength={10_000} onChange={(event) => onSummary(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={finishAndGoOn}>
          Finish and go on
        </Button>
        <Button onClick={() => void commands.finish(summary, true)}>Finish</Button>
        {view.isDone ? (
          <Button onClick={() => void commands.finish(summary, false)}>Open it again</Button>
        ) : null}
      </div>
    </div>
  )
}

function Agreement({ view }: { view: ReviewView }) {
  if (!view.second) return null
  const { agreement } = view.second
  const titles = view.rubric.criteria
    .filter(({ id }) => agreement.differ.includes(id))
    .map(({ title }) => title)
  return (
    <Callout tone={titles.length > 0 ? 'warning' : 'success'}>
      The two of you agree on {agreement.same} of {agreement.of} criteria
      {agreement.kappa === null ? '' : ` (kappa ${agreement.kappa})`}.
      {titles.length > 0 ? ` You differ on: ${titles.join('; ')}.` : ''}
    </Callout>
  )
}
