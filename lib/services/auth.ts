import { type Auth, createAuth } from '@/lib/auth/create-auth'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env/env'

const made = new WeakMap<object, Auth>()

/** better-auth over the database of this process. */
export function auth(): Auth {
  const { client, authSecret } = database()
  const known = made.get(client)
  if (known) return known
  const fresh = createAuth({ client, origin: env().appOrigin, secret: authSecret })
  made.set(client, fresh)
  return fresh
}
