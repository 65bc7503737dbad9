import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env/env'
import { isDevelopment } from '@/lib/env/is-development'
import { answerProblem } from '@/lib/services/edges/answer'
import { refuseCommand, refusePageRequest } from '@/lib/services/edges/guard-page'
import { pagePolicy } from '@/lib/services/edges/page-policy'

/** Gives every page its nonce, and keeps commands of other sites away. Who may see what is asked in the services. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { appOrigin } = env()
  const refusal = refusePageRequest(request, appOrigin) ?? (await refuseCommand(request))
  if (refusal) return answerProblem(refusal)
  const nonce = randomBytes(16).toString('base64')
  const isSecure = appOrigin.startsWith('https:')
  const policy = pagePolicy(nonce, { isSecure, isDevelopment })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-page-path', request.nextUrl.pathname + request.nextUrl.search)
  // Next compares Origin with this; the origin was held against the configured one above, loopback names as one.
  const origin = request.headers.get('origin')
  if (request.method === 'POST' && origin) headers.set('x-forwarded-host', new URL(origin).host)
  // Next reads the nonce out of this and puts it on its own scripts.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

export const config = {
  // Pages only. Next cuts bodies at 10 MB in silence wherever this runs, so routes must stay outside of it.
  matcher: [
    '/((?!api/|_next/static/|_next/image|catalogue/[0-9a-f]{64}\\.json|icons/|samples/|icon\\.svg).*)',
  ],
}
