import { serverActions } from '@/e2e/server-actions'

/** Makes the owner of a new server by its one-time link, as the page does; gives the cookies of the session. */
export async function becomeOwner(origin: string, token: string): Promise<string> {
  const action = serverActions().find(({ name }) => name === 'setUpAction')
  const answer = await fetch(`${origin}/setup?token=${token}`, {
    method: 'POST',
    headers: { origin, 'next-action': action?.id ?? '', 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify([{ token, name: 'bench', password: 'correct horse battery', workspace: 'Bench' }]),
  })
  const set = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  if (set.length === 0) throw new Error(`Nobody could be signed in: ${answer.status}`)
  return set.join('; ')
}
