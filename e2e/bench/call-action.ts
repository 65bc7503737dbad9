import { serverActions } from '@/e2e/server-actions'
import type { Result } from '@/lib/model/protocol'

const known = new Map(serverActions().map((action) => [action.name, action]))

/** Asks a command of the server as a page does, and gives its value. `page`: an address whose page takes it. */
export async function callAction<T>(
  to: { origin: string; cookie: string; page: string },
  name: string,
  input: unknown,
): Promise<T> {
  const { origin, cookie, page } = to
  const answer = await fetch(`${origin}${page}`, {
    method: 'POST',
    headers: {
      origin,
      cookie,
      'next-action': known.get(name)?.id ?? '',
      'content-type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([input]),
  })
  const text = await answer.text()
  const [, value] = text.match(/^1:(\{.*\})$/m) ?? []
  const result = value ? (JSON.parse(value) as Result<T>) : undefined
  if (!result?.ok) throw new Error(`${name}: ${answer.status} ${result?.sentence ?? text.slice(0, 300)}`)
  return result.value
}
