/** Lets what else waits in this thread run first: other people's requests, between two slices of long work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
