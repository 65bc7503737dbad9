import { env } from '@/lib/env/env'

/** How much is taken at once, as the environment says; for routes, which do not read the environment themselves. */
export function limits(): { uploadBytes: number; changesBytes: number } {
  return env().limits
}

/** What browsers see, for links that people send to each other. */
export function appOrigin(): string {
  return env().appOrigin
}
