'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { type PackedWorks, unpackWorks } from '@/components/coursework/pack-works'
import { WorkTable } from '@/components/coursework/work-table'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { FileInput, Play } from '@/components/ui/icons'
import { Progress } from '@/components/ui/progress'
import { SearchInput } from '@/components/ui/search-input'
import { Select } from '@/components/ui/select'
import { claimNextWorkAction } from '@/lib/actions/coursework'
import type { AssignmentView, WorkRow } from '@/lib/coursework/views'

type State = WorkRow['state'] | 'all'

/** Every work of an assignment: where its review stands, and what its checks propose. */
export function WorksPage({ assignment, packed }: { assignment: AssignmentView; packed: PackedWorks }) {
  const router = useRouter()
  const works = useMemo(() => unpackWorks(packed), [packed])
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>('all')
  const base = `/coursework/${assignment.courseId}/${assignment.id}`
  const next = useSubmit(claimNextWorkAction, ({ workId }) => {
    if (workId) router.push(`${base}/review/${workId}`)
    else
      next.setProblem({
        ok: false,
        code: 'not-found',
        sentence: 'Nothing is left to review, or others are at it.',
      })
  })
  const shown = useMemo(() => {
    const wanted = typed.trim().toLowerCase()
    return works.filter(
      (work) => (state === 'all' || work.state === state) && work.label.toLowerCase().includes(wanted),
    )
  }, [works, typed, state])
  const done = works.filter((work) => work.state === 'done').length
  if (works.length === 0)
    return (
      <PageBody>
        <EmptyState
          icon={<FileInput aria-hidden />}
          title="Nothing was handed in yet"
          actions={
            assignment.role === 'instructor' ? (
              <ButtonLink variant="primary" href={`${base}/intake`}>
                Take in works
              </ButtonLink>
            ) : null
          }
        >
          {assignment.role === 'instructor'
            ? 'Take in files, an archive or a folder of repositories, or let students hand in themselves.'
            : 'Works appear here once an instructor has taken them in.'}
        </EmptyState>
      </PageBody>
    )
  return (
    <PageBody fill>
      <div className="flex flex-wrap items-end gap-3 px-4 pt-4 pb-3 md:px-6">
        <div className="min-w-56 flex-1">
          <Progress label="Reviewed" done={done} total={works.length} counts={`${done} of ${works.length}`} />
        </div>
        <SearchInput
          label="Search works"
          value={typed}
          onValueChange={setTyped}
          className="w-48 max-sm:w-full"
        />
        <Select
          aria-label="Where the review stands"
          value={state}
          onChange={(event) => setState(event.target.value as State)}
          className="w-40!"
        >
          <option value="all">All works</option>
          <option value="open">To review</option>
          <option value="in-review">Under review</option>
          <option value="second-open">Second marker open</option>
          <option value="done">Done</option>
        </Select>
        <Button
          variant="primary"
          isPending={next.isPending}
          onClick={() => next.submit({ assignmentId: assignment.id })}
        >
          <Play aria-hidden />
          Next to review
        </Button>
      </div>
      {next.problem ? (
        <Callout tone="info" className="mx-4 mb-3 md:mx-6">
          {next.problem.sentence}
        </Callout>
      ) : null}
      <WorkTable works={shown} base={base} scale={assignment.rubric.scale} />
    </PageBody>
  )
}
