import { bundleWorker } from '@/lib/cli/launch/bundle.mjs'

/**
 * Builds one of the server's threads as the launcher does before serving, unless it is there and of these sources.
 * Gives the file.
 */
export function buildWorker(name: 'parse' | 'coursework' | 'report'): Promise<string> {
  return bundleWorker(name)
}
