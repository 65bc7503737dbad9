import { answerImmutable, answerProblem } from '@/lib/services/edges/answer'
import { handleRoute } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { getActor } from '@/lib/services/get-actor'
import { getCataloguePack, Input } from '@/lib/services/get-catalogue-pack'

/** A pack as `/catalogue/<hash>.json`. It never changes under its hash, so browsers may keep it for good. */
export const GET = handleRoute<{ file: string }>(async (request, { file }) => {
  const hash = file.replace(/\.json$/, '')
  const actor = await getActor(request.headers)
  const pack = await runUseCase(actor, Input, getCataloguePack, { hash })
  return pack.ok
    ? answerImmutable(pack.value.text, 'application/json', pack.value.isOwn ? 'private' : 'public')
    : answerProblem(pack)
})
