import { answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { deleteScan, getScan, RunInput } from '@/lib/services/scans'

type Params = { id: string; runId: string }

/** A run with its verdicts. */
export const GET = handleSignedIn<Params>(async (actor, _request, params) =>
  answerResult(await runUseCase(actor, RunInput, getScan, params)),
)

/** Forgets a run. */
export const DELETE = handleSignedIn<Params>(async (actor, _request, params) =>
  answerResult(await runUseCase(actor, RunInput, deleteScan, params)),
)
