import { type Env, parseEnv } from '@/lib/env/parse-env'

let parsed: Env | undefined

/**
 * The configuration of this process, parsed at the first call: the only reader of process.env.
 * @throws Error with one sentence for every mistake, one a line.
 */
export function env(): Env {
  if (!parsed) {
    const result = parseEnv(process.env, process.cwd())
    if (!result.ok) throw new Error(result.mistakes.join('\n'))
    parsed = result.env
  }
  return parsed
}
