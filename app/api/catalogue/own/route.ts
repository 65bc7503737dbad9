import { answerFile, answerProblem } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { exportOwn } from '@/lib/services/export-own'

/** The workspace's own entries as YAML. */
export const GET = handleSignedIn(async (actor) => {
  const result = await exportOwn(actor)
  return result.ok ? answerFile(result.value) : answerProblem(result)
})
