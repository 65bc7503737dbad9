import { totalmem } from 'node:os'

/**
 * Half of the memory that this process may have, so that no thread takes it all: at least what the report of a thousand
 * components needs, at most what that of the largest does. With room the engine clears up less often: reading ten megabytes
 * of manifests is a fifth faster with 2 GB than with 512 MB, although it needs neither.
 */
export function threadMemoryMb(bytes: number): number {
  return Math.min(2048, Math.max(384, Math.floor(bytes / 2 / 1024 / 1024)))
}

/** What a thread may have here, in megabytes. */
export const THREAD_MEMORY_MB = threadMemoryMb(availableBytes())

/** What a container leaves to this process, or the machine has. Without a limit Node tells 0 or more than there is. */
function availableBytes(): number {
  return Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem())
}
