'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { IntakeTable } from '@/components/coursework/intake-table'
import { useIntake } from '@/components/coursework/use-intake'
import { ChooseFiles } from '@/components/imports/choose-files'
import { DropOverlay } from '@/components/imports/drop-overlay'
import { PageBody } from '@/components/shell/page-body'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Progress } from '@/components/ui/progress'
import { assignIntakeAction } from '@/lib/actions/coursework'
import type { IntakeView } from '@/lib/coursework/views'

type IntakePageProps = {
  assignmentId: string
  /** The address of the assignment's pages. */
  base: string
  intake: IntakeView
}

/** Taking in what was handed in: files, archives, folders. Every file has its line, whatever became of it. */
export function IntakePage({ assignmentId, base, intake }: IntakePageProps) {
  const router = useRouter()
  const [addsStudents, setAddsStudents] = useState(intake.students.length === 0)
  const { take, progress, problem } = useIntake(assignmentId, addsStudents, () => router.refresh())
  const assign = useSubmit(assignIntakeAction, () => router.refresh())
  const sentence = problem ?? assign.problem?.sentence
  return (
    <PageBody className="px-4 py-5 md:px-6" isBusy={progress !== undefined}>
      <div className="mx-auto flex max-w-5xl flex-col gap-4">
        <div className="rounded-lg border border-line-strong border-dashed bg-surface p-5">
          <h2 className="font-semibold text-lg">Take in works</h2>
          <p className="mt-1 mb-3 max-w-2xl text-ink-muted">
            Drop files, a zip archive or a folder of repositories anywhere on this page. A folder is one work.
            The same file again changes nothing; another text of the same student is a further attempt.
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <ChooseFiles label="Choose works" variant="primary" onChosen={take} />
            <Checkbox
              label="Add students who are not on the roster"
              checked={addsStudents}
              onChange={(event) => setAddsStudents(event.target.checked)}
            />
          </div>
          {progress ? (
            <div className="mt-4">
              <Progress
                label="Reading works"
                done={progress.done}
                total={progress.total}
                counts={`${progress.done} of ${progress.total} files`}
              />
            </div>
          ) : null}
        </div>
        {sentence ? <Callout tone="danger">{sentence}</Callout> : null}
        <IntakeTable
          intake={intake}
          works={`${base}/works`}
          isPending={assign.isPending}
          onAssign={(fileId, studentId) => assign.submit({ assignmentId, fileId, studentId })}
        />
      </div>
      <DropOverlay label="Drop to take in works" isDisabled={progress !== undefined} onChosen={take} />
    </PageBody>
  )
}
