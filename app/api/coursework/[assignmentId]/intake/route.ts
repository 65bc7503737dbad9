import { Input, takeInWorks } from '@/lib/services/coursework/take-in-works'
import { answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { limits } from '@/lib/services/edges/limits'
import { readBytesUpload } from '@/lib/services/edges/read-bytes-upload'
import { runUseCase } from '@/lib/services/edges/run-use-case'

/** Takes in the works of this request: files, archives, folders. The answer has a line for every one of them. */
export const POST = handleSignedIn<{ assignmentId: string }>(async (actor, request, { assignmentId }) => {
  const upload = await readBytesUpload(request, limits().uploadBytes)
  if (!upload.ok) return answerProblem(upload)
  const { searchParams } = new URL(request.url)
  const batchId = searchParams.get('batch')
  const given = {
    assignmentId,
    addsStudents: searchParams.get('adds') === 'yes',
    ...(batchId ? { batchId } : {}),
  }
  return answerResult(
    await runUseCase(actor, Input, (who, input) => takeInWorks(who, input, upload.value), given),
  )
})
