/** What is needed of a request's headers; Next's own `headers()` fits. */
export type HeaderSource = { get(name: string): string | null }

/**
 * True when a request that changes something was sent by one of our own pages. Browsers say so in Sec-Fetch-Site and
 * Origin, which no page can forge; a request with neither is refused, whatever X-Forwarded-Host says.
 * @param appOrigin what browsers see. When it is a loopback name, every loopback name on that port is the same.
 */
export function isOwnOrigin(headers: HeaderSource, appOrigin: string): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site === null && origin === null) return false
  if (site !== null && site !== 'same-origin') return false
  return origin === null || canonicalOrigin(origin) === canonicalOrigin(appOrigin)
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function canonicalOrigin(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined
  const url = new URL(origin)
  if (url.origin !== origin.toLowerCase()) return undefined
  return LOOPBACK.test(url.hostname) ? `${url.protocol}//loopback:${url.port}` : url.origin
}
