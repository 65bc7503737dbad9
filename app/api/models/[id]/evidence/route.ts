import { answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { readBytes } from '@/lib/services/edges/read-body'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { AttachInput, attachEvidence, MAX_EVIDENCE_BYTES } from '@/lib/services/evidence'

/** Attaches the file that is the body: `?about=` says to what, `?name=` what it is called. */
export const POST = handleSignedIn<{ id: string }>(async (actor, request, { id }) => {
  const bytes = await readBytes(request, MAX_EVIDENCE_BYTES)
  if (!bytes.ok) return answerProblem(bytes)
  const { searchParams } = new URL(request.url)
  const file = { name: searchParams.get('name') ?? '', bytes: bytes.value }
  return answerResult(
    await runUseCase(actor, AttachInput, (who, input) => attachEvidence(who, input, file), {
      id,
      about: searchParams.get('about') ?? '',
    }),
  )
})
