import { env } from '@/lib/env/env'
import { PARSE_LIMITS, type ParseLimits } from '@/lib/workers/parse-in-worker'

/** What reading files may take here, as the environment says. */
export function parseLimits(): ParseLimits {
  const { limits } = env()
  return {
    ...PARSE_LIMITS,
    timeoutMs: limits.parseMs,
    memoryMb: limits.parseMemoryMb ?? PARSE_LIMITS.memoryMb,
    maxLength: limits.uploadBytes,
    unpack: limits.unpack,
  }
}
