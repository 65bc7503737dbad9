'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { CriterionEditor } from '@/components/coursework/criterion-editor'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Plus } from '@/components/ui/icons'
import { Select } from '@/components/ui/select'
import { saveRubricAction } from '@/lib/actions/coursework'
import type { Rubric, RubricCriterion } from '@/lib/coursework/rubric/rubric'
import type { AssignmentView } from '@/lib/coursework/views'

/** The rubric as it counts: for instructors to change, for everybody else to read. */
export function RubricPage({ assignment }: { assignment: AssignmentView }) {
  const router = useRouter()
  const [rubric, setRubric] = useState<Rubric>(assignment.rubric)
  const canEdit = assignment.role === 'instructor'
  const [said, setSaid] = useState<string>()
  const save = useSubmit(saveRubricAction, ({ version, works, reopened }) => {
    setSaid(
      `Version ${version} counts now. ${works} works were checked again${reopened > 0 ? `, and ${reopened} finished reviews are open again because a mark is missing` : ''}.`,
    )
    router.refresh()
  })
  const isChanged = JSON.stringify(rubric) !== JSON.stringify(assignment.rubric)
  const setCriterion = (at: number, next: RubricCriterion | undefined) =>
    setRubric(({ criteria, ...rest }) => ({
      ...rest,
      criteria: criteria.flatMap((one, place) => (place !== at ? [one] : next ? [next] : [])),
    }))
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        {assignment.instructions ? (
          <section aria-labelledby="asked">
            <h2 id="asked" className="mb-1 font-semibold text-lg">
              What is asked
            </h2>
            <p className="max-w-3xl whitespace-pre-line">{assignment.instructions}</p>
          </section>
        ) : null}
        <div className="flex flex-wrap items-end gap-3">
          <h2 className="flex-1 font-semibold text-lg">
            Criteria{' '}
            <span className="font-normal text-ink-muted text-sm">version {assignment.rubricVersion}</span>
          </h2>
          {canEdit ? (
            <>
              <Field label="Scale" className="w-80 max-sm:w-full">
                <Select
                  value={rubric.scale}
                  onChange={(event) =>
                    setRubric({
                      ...rubric,
                      scale: event.target.value === 'points' ? 'points' : 'specification',
                    })
                  }
                >
                  <option value="specification">Meets specifications or requires changes</option>
                  <option value="points">Points</option>
                </Select>
              </Field>
              <ConfirmDialog
                title="Save the rubric"
                confirmLabel="Save and score everyone again"
                trigger={
                  <Button variant="primary" disabled={!isChanged} isPending={save.isPending}>
                    Save
                  </Button>
                }
                onConfirm={async () => {
                  save.submit({ assignmentId: assignment.id, base: assignment.rubricVersion, rubric })
                  return undefined
                }}
              >
                Every work is checked again, and points follow the new levels. The version before is kept.
              </ConfirmDialog>
            </>
          ) : null}
        </div>
        {save.problem ? (
          <Callout tone="danger">{save.problem.issues?.[0]?.sentence ?? save.problem.sentence}</Callout>
        ) : null}
        {said ? <Callout tone="success">{said}</Callout> : null}
        <ol className="flex flex-col gap-3">
          {rubric.criteria.map((criterion, at) => (
            <li key={criterion.id}>
              <CriterionEditor
                criterion={criterion}
                number={at + 1}
                canEdit={canEdit}
                onChange={(next) => setCriterion(at, next)}
              />
            </li>
          ))}
        </ol>
        {canEdit ? (
          <Button
            className="self-start"
            onClick={() => setRubric({ ...rubric, criteria: [...rubric.criteria, newCriterion(rubric)] })}
          >
            <Plus aria-hidden />
            Add a criterion
          </Button>
        ) : null}
        {assignment.versions.length > 1 ? (
          <section aria-label="Versions" className="text-ink-muted text-xs">
            {assignment.versions.map(({ version, by, at }) => (
              <p key={version} className="tabular">
                Version {version} by {by}, {at.slice(0, 10)}
              </p>
            ))}
          </section>
        ) : null}
      </div>
    </PageBody>
  )
}

function newCriterion({ criteria }: Rubric): RubricCriterion {
  const taken = new Set(criteria.map(({ id }) => id))
  let number = criteria.length + 1
  while (taken.has(`criterion-${number}`)) number++
  return {
    id: `criterion-${number}`,
    title: 'New criterion',
    help: '',
    levels: [
      { id: 'meets', label: 'Meets specifications', points: 1, isMet: true },
      { id: 'changes', label: 'Requires changes', points: 0, isMet: false },
    ],
    checks: [],
  }
}
