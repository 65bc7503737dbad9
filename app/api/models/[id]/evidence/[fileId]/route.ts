import { answerFile, answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { deleteEvidence, FileInput, getEvidence } from '@/lib/services/evidence'

type Params = { id: string; fileId: string }

/** A file of evidence, to be saved and never shown by a browser as a page of ours. */
export const GET = handleSignedIn<Params>(async (actor, _request, params) => {
  const file = await runUseCase(actor, FileInput, getEvidence, params)
  if (!file.ok) return answerProblem(file)
  const { head, content } = file.value
  return answerFile({ name: head.name, mediaType: head.mediaType, text: content })
})

/** Takes a file of evidence away. */
export const DELETE = handleSignedIn<Params>(async (actor, _request, params) =>
  answerResult(await runUseCase(actor, FileInput, deleteEvidence, params)),
)
