import { answerImmutable, answerProblem } from '@/lib/services/edges/answer'
import { handleRoute } from '@/lib/services/edges/handle-route'
import { runUseCase } from '@/lib/services/edges/run-use-case'
import { getCataloguePack, Input } from '@/lib/services/get-catalogue-pack'

/** A pack as `/catalogue/<hash>.json`. It never changes under its hash, so browsers may keep it for good. */
export const GET = handleRoute<{ file: string }>(async (_request, { file }) => {
  const hash = file.replace(/\.json$/, '')
  const pack = await runUseCase(undefined, Input, (_nobody, input) => getCataloguePack(input), { hash })
  return pack.ok ? answerImmutable(pack.value, 'application/json') : answerProblem(pack)
})
