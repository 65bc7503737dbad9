import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { username } from 'better-auth/plugins/username'
import { normaliseUserName, UserName } from '@/lib/auth/credentials'

/** A session that was used is extended, at most once in this time. */
export const SESSION_REFRESH_SECONDS = 24 * 3600

type PrismaLike = Parameters<typeof prismaAdapter>[0]

/**
 * better-auth, for accounts and sessions only: a name and a password, no sign-up, no mail. Memberships, roles and
 * one-time links are ours.
 * @param client the Prisma client of the database that holds its tables.
 * @param origin what browsers see; cookies are Secure when it is https.
 */
export function createAuth({
  client,
  origin,
  secret,
}: {
  client: PrismaLike
  origin: string
  secret: string
}) {
  return betterAuth({
    appName: 'Bulkhead',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(client, { provider: 'sqlite', transaction: false }),
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
    session: {
      expiresIn: 14 * 24 * 3600,
      updateAge: SESSION_REFRESH_SECONDS,
      // Which workspace this browser works in: ours, so nobody sets it through better-auth.
      additionalFields: { workspaceId: { type: 'string', required: false, input: false } },
    },
    // Limited by name and in all by our own use case: its own limit goes by an address that any caller can claim.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'bulkhead',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 30,
        usernameValidator: (name) => UserName.safeParse(name).success,
        usernameNormalization: normaliseUserName,
      }),
      nextCookies(),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
