import { answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { getModel, Input } from '@/lib/services/get-model'

/** The whole document, the number of its last log entry, and the reader's role. */
export const GET = handleSignedIn<{ id: string }>(async (actor, _request, { id }) =>
  answerResult(await runUseCase(actor, Input, getModel, { id })),
)
