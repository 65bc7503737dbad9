import { exportMarks, Input } from '@/lib/services/coursework/export-marks'
import { answerFile, answerProblem } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'

/** Marks for a learning platform: `?format=canvas`, `moodle`, `plain` or `gradescope`. */
export const GET = handleSignedIn<{ assignmentId: string }>(async (actor, request, { assignmentId }) => {
  const given = { assignmentId, format: new URL(request.url).searchParams.get('format') ?? '' }
  const file = await runUseCase(actor, Input, (who, input) => exportMarks(who, input), given)
  return file.ok ? answerFile(file.value) : answerProblem(file)
})
