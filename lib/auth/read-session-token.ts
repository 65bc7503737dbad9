import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token in the session cookie, if the cookie is there and its signature is ours: `token.signature`, as better-auth
 * writes it, the signature being HMAC-SHA-256 in base64.
 * @param cookies the whole Cookie header.
 */
export function readSessionToken(
  cookies: string,
  { name, secret }: { name: string; secret: string },
): string | undefined {
  const start = `${name}=`
  const cookie = cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
  const value = cookie && decoded(cookie.slice(start.length))
  const dot = value ? value.lastIndexOf('.') : -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
