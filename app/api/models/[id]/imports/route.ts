import { answerBytes, answerProblem } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { limits } from '@/lib/services/edges/limits'
import { readUpload } from '@/lib/services/edges/read-upload'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { Input, planImport, prepareImport } from '@/lib/services/plan-import'

/** What importing the files of this request would do; nothing is changed by asking. */
export const POST = handleSignedIn<{ id: string }>(async (actor, request, { id }) => {
  prepareImport()
  const upload = await readUpload(request, limits().uploadBytes)
  if (!upload.ok) return answerProblem(upload)
  const planned = await runUseCase(
    actor,
    Input,
    (who, input) => planImport(who, input, { ...upload.value, signal: request.signal }),
    { id },
  )
  return planned.ok ? answerBytes(planned.value.json) : answerProblem(planned)
})
