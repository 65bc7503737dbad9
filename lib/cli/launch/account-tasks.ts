import { withDatabase } from '@/lib/db/with-database'
import { createResetLink, Input } from '@/lib/services/create-reset-link'

/** The link by which a person chooses a new password, as a path. Throws one sentence when there is no such person. */
export async function resetLink(
  env: { databaseUrl: string; dataDir: string },
  name: string,
): Promise<string> {
  const input = Input.safeParse({ name })
  if (!input.success) throw new Error(`There is nobody here with the name "${name}".`)
  const made = await withDatabase(env, () => createResetLink(input.data))
  if (!made.ok) throw new Error(made.sentence)
  return made.value
}
