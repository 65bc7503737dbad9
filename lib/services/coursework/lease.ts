const LEASE_MS = 15 * 60_000

/** How long a reviewer holds a work without doing anything. */
export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS)
}
