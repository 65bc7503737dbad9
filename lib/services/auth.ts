import { type Auth, createAuth } from '@/lib/auth/create-auth'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env/env'
import { secrets } from '@/lib/env/secrets'

const made = new WeakMap<object, Auth>()

/** better-auth over the database of this process. */
export function auth(): Auth {
  const { client } = database()
  const known = made.get(client)
  if (known) return known
  const { appOrigin, dataDir } = env()
  const fresh = createAuth({ client, origin: appOrigin, secret: secrets(dataDir).authSecret })
  made.set(client, fresh)
  return fresh
}
