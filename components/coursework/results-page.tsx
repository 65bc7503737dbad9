'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { CountBars } from '@/components/coursework/count-bars'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { strideLook } from '@/components/ui/stride'
import { releaseMarksAction } from '@/lib/actions/coursework'
import type { AssignmentView, CohortView } from '@/lib/coursework/views'

const formats = [
  { format: 'canvas', label: 'Marks for Canvas' },
  { format: 'moodle', label: 'Marks for Moodle' },
  { format: 'plain', label: 'Marks as plain CSV' },
  { format: 'gradescope', label: 'Marks for Gradescope' },
] as const

/** How a cohort did, and what goes out: releasing marks, feedback, marks for learning platforms. */
export function ResultsPage({ assignment, cohort }: { assignment: AssignmentView; cohort: CohortView }) {
  const router = useRouter()
  const isReleased = assignment.releasedAt !== null
  const isInstructor = assignment.role === 'instructor'
  const isHidden = assignment.isAnonymous && !isReleased
  const canSaveMarks = isInstructor && cohort.done > 0 && !isHidden
  const api = `/api/coursework/${assignment.id}`
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-5xl flex-col gap-6">
        <section aria-labelledby="out" className="rounded-lg border border-line bg-surface p-4">
          <h2 id="out" className="mb-2 font-semibold text-lg">
            Feedback and marks
          </h2>
          <p className="tabular mb-3 text-ink-muted">
            {cohort.works === 0
              ? 'Nothing was handed in yet. Works are counted here once they are taken in.'
              : `${cohort.done} of ${cohort.works} works are reviewed. ${isReleased ? 'Students see their marks.' : 'Students do not see their marks yet.'}`}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            {isInstructor && cohort.works > 0 ? (
              <ConfirmDialog
                title={isReleased ? 'Hide the marks' : 'Release the marks'}
                confirmLabel={isReleased ? 'Hide the marks' : 'Release the marks'}
                trigger={
                  <Button variant={isReleased ? 'secondary' : 'primary'}>
                    {isReleased ? 'Hide marks' : 'Release marks'}
                  </Button>
                }
                onConfirm={async () => {
                  const answer = await releaseMarksAction({
                    assignmentId: assignment.id,
                    isReleased: !isReleased,
                  })
                  if (!answer.ok) return answer.sentence
                  router.refresh()
                  return undefined
                }}
              >
                {isReleased
                  ? 'Students no longer see marks and feedback.'
                  : 'Every student sees their own marks and feedback, and instructors see names again.'}
              </ConfirmDialog>
            ) : null}
            {cohort.done > 0 ? (
              <a href={`${api}/feedback`} download className={buttonStyle()}>
                Feedback as Markdown
              </a>
            ) : null}
            {canSaveMarks
              ? formats.map(({ format, label }) => (
                  <a key={format} href={`${api}/marks?format=${format}`} download className={buttonStyle()}>
                    {label}
                  </a>
                ))
              : null}
          </div>
          {isInstructor && isHidden ? (
            <Callout className="mt-3">
              This is marked without names: files with names can be saved once marks are released.
            </Callout>
          ) : null}
        </section>
        <div className="grid gap-6 md:grid-cols-2">
          <Part title="Results">
            <CountBars rows={cohort.results.map(({ label, count }) => ({ label, count }))} of={cohort.done} />
          </Part>
          <Part title="Categories, by works that name them">
            <CountBars
              rows={cohort.categories.map(({ letter, docker, kubernetes }) => ({
                label: strideLook[letter as keyof typeof strideLook].label,
                count: docker + kubernetes,
                aside: `${docker} Docker, ${kubernetes} Kubernetes`,
              }))}
              of={cohort.works * 2}
            />
          </Part>
          <Part title="Components">
            <CountBars
              rows={cohort.components
                .slice(0, 16)
                .map(({ component, count }) => ({ label: component, count }))}
              of={cohort.works}
            />
            {cohort.missed.length > 0 ? (
              <p className="mt-3 text-ink-muted text-xs">Nobody chose: {cohort.missed.join(', ')}.</p>
            ) : null}
          </Part>
          <Part title="Findings">
            <CountBars
              rows={cohort.findings.slice(0, 16).map(({ key, count }) => ({ label: key, count }))}
              of={cohort.works}
            />
          </Part>
        </div>
        <Part title="Criteria">
          <ul className="divide-y divide-line">
            {cohort.criteria.map(({ title, met, missed, seconds }) => (
              <li key={title} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
                <span className="min-w-48 flex-1">{title}</span>
                <span className="tabular text-ink-muted text-xs">
                  {met} met, {missed} not
                  {seconds === null ? '' : `, ${seconds} s to mark`}
                </span>
              </li>
            ))}
          </ul>
          {cohort.agreement ? (
            <p className="mt-3 text-ink-muted text-xs">
              Two markers agree on {cohort.agreement.same} of {cohort.agreement.of} criteria
              {cohort.agreement.kappa === null ? '' : ` (kappa ${cohort.agreement.kappa})`}.
            </p>
          ) : null}
        </Part>
      </div>
    </PageBody>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface p-4">
      <h2 className="mb-3 font-semibold text-base">{title}</h2>
      {children}
    </section>
  )
}
