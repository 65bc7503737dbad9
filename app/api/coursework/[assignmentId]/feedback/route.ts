import { exportFeedback, Input } from '@/lib/services/coursework/export-feedback'
import { answerFile, answerProblem } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'

/** The feedback on one work (`?work=`) as Markdown, or on all as an archive. */
export const GET = handleSignedIn<{ assignmentId: string }>(async (actor, request, { assignmentId }) => {
  const workId = new URL(request.url).searchParams.get('work')
  const given = { assignmentId, ...(workId === null ? {} : { workId }) }
  const file = await runUseCase(actor, Input, (who, input) => exportFeedback(who, input), given)
  return file.ok ? answerFile(file.value) : answerProblem(file)
})
