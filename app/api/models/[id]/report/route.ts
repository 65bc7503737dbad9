import { answerFile, answerProblem } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { exportReport, Input } from '@/lib/services/export-report'

/** The report as a file: `?format=markdown`, `&file=` for one of the format's other files, `&version=` of a named version. */
export const GET = handleSignedIn<{ id: string }>(async (actor, request, { id }) => {
  const { searchParams } = new URL(request.url)
  const file = searchParams.get('file') ?? undefined
  const version = searchParams.get('version') ?? undefined
  const format = searchParams.get('format') ?? ''
  const given = { id, format, ...(file !== undefined && { file }), ...(version !== undefined && { version }) }
  const report = await runUseCase(actor, Input, (who, input) => exportReport(who, input), given)
  if (!report.ok) return answerProblem(report)
  const { name, mediaType, bytes } = report.value
  return answerFile({ name, mediaType, text: bytes })
})
