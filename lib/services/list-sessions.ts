import type { Person } from '@/lib/auth/actor'
import { listSessionRows } from '@/lib/db/sessions'

export type SessionView = {
  id: string
  browser: string
  signedInAt: string
  /** To the day: a session is not written to at every request. */
  usedAt: string
  isThis: boolean
}

/** The browsers in which the person is signed in. */
export async function listSessions(
  { userId, sessionId }: Person,
  now = () => new Date(),
): Promise<SessionView[]> {
  return (await listSessionRows(userId, now())).map((row) => ({
    id: row.id,
    browser: describeBrowser(row.userAgent ?? ''),
    signedInAt: row.createdAt.toISOString(),
    usedAt: row.updatedAt.toISOString(),
    isThis: row.id === sessionId,
  }))
}

// In this order, because every browser's header also names the older ones.
const browsers = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Headless)?Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

/** "Firefox on Linux", from what a browser says of itself. */
export function describeBrowser(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1]
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  if (!browser) return system ? `A program on ${system}` : 'An unknown browser'
  return system ? `${browser} on ${system}` : browser
}
