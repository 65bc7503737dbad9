/**
 * The content security policy of a page: only what we serve ourselves, and of scripts only what carries this answer's
 * nonce. Nothing inline, nothing evaluated, no plug-in, no frame around it.
 * @param nonce fresh for every answer.
 * @param of.isSecure the page is served over https.
 * @param of.isDevelopment React's development build evaluates text to show where an error came from.
 */
export function pagePolicy(nonce: string, of: { isSecure: boolean; isDevelopment: boolean }): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${of.isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(of.isSecure ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}
