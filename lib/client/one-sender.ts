/**
 * Runs a task while no other tab of this browser runs one under the same name, so that one tab at a time sends. Without
 * the browser's locks (an old one, an insecure address) it runs at once: sending twice is harmless.
 */
export async function asOnlySender(name: string, task: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) return task()
  await navigator.locks.request(name, task)
}
