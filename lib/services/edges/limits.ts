import { env } from '@/lib/env/env'

/** How much is taken at once, as the environment says; for routes, which do not read the environment themselves. */
export function limits(): { uploadBytes: number; changesBytes: number } {
  return env().limits
}
