import { answerJson, answerProblem } from '@/lib/services/edges/answer'
import { readJson } from '@/lib/services/edges/read-body'
import { invalidInput, problem } from '@/lib/services/problem'
import { Input, signIn } from '@/lib/services/sign-in'
import { signOut } from '@/lib/services/sign-out'

const MAX_BYTES = 10_000

/** Answers a request to sign in (`{name, password}`) or out; every other endpoint does not exist. */
export async function answerAccountRequest(request: Request, endpoint: string): Promise<Response> {
  if (endpoint === 'sign-out') return answerJson(await signOut(request.headers))
  if (endpoint !== 'sign-in/username') return answerProblem(problem('not-found', 'There is no such address.'))
  const json = await readJson(request, MAX_BYTES)
  if (!json.ok) return answerProblem(json)
  const input = Input.safeParse(json.value)
  if (!input.success) return answerProblem(invalidInput(input.error))
  const result = await signIn(request.headers, input.data)
  return result.ok ? answerJson(result) : answerProblem(result)
}
