'use client'

import { useRouter } from 'next/navigation'
import { useSubmit } from '@/components/accounts/use-submit'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { changeAssignmentAction, removeCommentAction } from '@/lib/actions/coursework'
import type { AssignmentView } from '@/lib/coursework/views'

type Props = {
  assignment: AssignmentView
  comments: readonly { id: string; criterionId: string | null; text: string }[]
}

/** What is said about an assignment, how it is marked, and the comments that reviewers keep. */
export function SettingsPage({ assignment, comments }: Props) {
  const router = useRouter()
  const canEdit = assignment.role === 'instructor'
  const change = useSubmit(changeAssignmentAction, () => {
    toast({ title: 'Saved.' })
    router.refresh()
  })
  const drop = useSubmit(removeCommentAction, () => router.refresh())
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-3xl flex-col gap-8">
        {canEdit ? (
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              const form = new FormData(event.currentTarget)
              const due = String(form.get('due'))
              change.submit({
                assignmentId: assignment.id,
                name: String(form.get('name')).trim(),
                instructions: String(form.get('instructions')),
                isAnonymous: form.get('anonymous') === 'on',
                hasSecondMarker: form.get('second') === 'on',
                dueAt: due ? new Date(`${due}T23:59:59.000Z`).toISOString() : null,
              })
            }}
          >
            <h2 className="font-semibold text-lg">Assignment</h2>
            {change.problem ? <Callout tone="danger">{change.problem.sentence}</Callout> : null}
            <Field label="Name">
              <Input name="name" required maxLength={200} defaultValue={assignment.name} />
            </Field>
            <Field label="What is asked">
              <Textarea
                name="instructions"
                rows={6}
                maxLength={20_000}
                defaultValue={assignment.instructions}
              />
            </Field>
            <Field label="Due day" className="w-48">
              <Input name="due" type="date" defaultValue={assignment.dueAt?.slice(0, 10) ?? ''} />
            </Field>
            <Checkbox
              name="anonymous"
              label="Mark without names"
              hint="Reviewers see an alias until marks are released."
              defaultChecked={assignment.isAnonymous}
            />
            <Checkbox
              name="second"
              label="Two markers"
              hint="Each marks alone; their agreement is shown afterwards."
              defaultChecked={assignment.hasSecondMarker}
            />
            <Button type="submit" variant="primary" className="self-start" isPending={change.isPending}>
              Save
            </Button>
          </form>
        ) : null}
        <section aria-labelledby="kept">
          <h2 id="kept" className="mb-2 font-semibold text-lg">
            Comments to use again
          </h2>
          {drop.problem ? <Callout tone="danger">{drop.problem.sentence}</Callout> : null}
          {comments.length === 0 ? (
            <p className="text-ink-muted">
              None is kept yet. Write a comment in a review and keep it; {'{lines}'} and {'{check}'} are
              filled in when it is used.
            </p>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {comments.map((comment) => (
                <li key={comment.id} className="flex items-start gap-3 px-4 py-2">
                  <p className="min-w-0 flex-1 whitespace-pre-line [overflow-wrap:anywhere]">
                    {comment.text}
                    <span className="block text-ink-muted text-xs">
                      {assignment.rubric.criteria.find(({ id }) => id === comment.criterionId)?.title ??
                        'Any criterion'}
                    </span>
                  </p>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() => drop.submit({ assignmentId: assignment.id, commentId: comment.id })}
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </PageBody>
  )
}
