import { answerProblem, answerResult } from '@/lib/services/edges/answer'
import { handleSignedIn } from '@/lib/services/edges/handle-route'
import { limits } from '@/lib/services/edges/limits'
import { readUpload } from '@/lib/services/edges/read-upload'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { Input, importScan } from '@/lib/services/import-scan'
import { ListInput, listScans } from '@/lib/services/scans'

type Params = { id: string }

/** Reads the output of scanners and keeps it beside the model. `?run=2`: that run of a log with many. */
export const POST = handleSignedIn<Params>(async (actor, request, { id }) => {
  const upload = await readUpload(request, limits().uploadBytes)
  if (!upload.ok) return answerProblem(upload)
  const run = new URL(request.url).searchParams.get('run')
  const given = { id, ...(run !== null && { run: /^\d{1,9}$/.test(run) ? Number(run) : run }) }
  return answerResult(
    await runUseCase(actor, Input, (who, input) => importScan(who, input, upload.value), given),
  )
})

/** The runs of a model and what people said of their findings. */
export const GET = handleSignedIn<Params>(async (actor, _request, { id }) =>
  answerResult(await runUseCase(actor, ListInput, listScans, { id })),
)
