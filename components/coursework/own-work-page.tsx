'use client'

import { FeedbackView } from '@/components/coursework/feedback-view'
import { HandInForm } from '@/components/coursework/hand-in-form'
import { PageBody } from '@/components/shell/page-body'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { AssignmentView, OwnWork } from '@/lib/coursework/views'
import { countOf } from '@/lib/model/format-count'

type Props = {
  assignment: AssignmentView
  works: readonly OwnWork[]
  models: readonly { id: string; name: string }[]
}

/** A student's own page of an assignment: what is asked, handing in, and the feedback once it is released. */
export function OwnWorkPage({ assignment, works, models }: Props) {
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-6">
        <section aria-labelledby="asked">
          <h2 id="asked" className="mb-1 font-semibold text-lg">
            What is asked
          </h2>
          <p className="whitespace-pre-line">{assignment.instructions || 'Nothing was written here yet.'}</p>
          {assignment.dueAt ? (
            <p className="mt-2 text-ink-muted text-xs">
              Due <Time at={assignment.dueAt} />
            </p>
          ) : null}
        </section>
        <HandInForm assignmentId={assignment.id} models={models} isAgain={works.length > 0} />
        <section aria-labelledby="handed-in">
          <h2 id="handed-in" className="mb-2 font-semibold text-lg">
            What you handed in
          </h2>
          {works.length === 0 ? <p className="text-ink-muted">Nothing yet.</p> : null}
          <ul className="flex flex-col gap-4">
            {works.map((work) => (
              <li key={work.id} className="rounded-lg border border-line bg-surface p-4">
                <p className="tabular flex flex-wrap items-center gap-3">
                  <span className="font-medium">Attempt {work.attempt}</span>
                  <span className="text-ink-muted text-xs">
                    <Time at={work.receivedAt} withTime />, {countOf(work.words, 'word')},{' '}
                    {countOf(work.threats, 'threat')}, {countOf(work.findings, 'finding')}
                  </span>
                  {work.feedback ? null : (
                    <Badge>{assignment.releasedAt ? 'Not reviewed' : 'No marks yet'}</Badge>
                  )}
                </p>
                {work.feedback ? <FeedbackView feedback={work.feedback} /> : null}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PageBody>
  )
}
