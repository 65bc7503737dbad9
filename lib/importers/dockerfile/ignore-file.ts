/** Whether a path of a build context is kept out of it. Paths are relative to the context, with forward slashes. */
export type Ignores = (path: string) => boolean

const MAX_PATTERNS = 2000

/** Reads a `.dockerignore`: patterns with `*`, `?` and `**`, exceptions with `!`; of those that match, the last counts. */
export function readIgnoreFile(text: string): Ignores {
  const patterns = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, MAX_PATTERNS)
    .map((line) => {
      const isException = line.startsWith('!')
      const segments = line
        .slice(isException ? 1 : 0)
        .split('/')
        .map((segment) => segment.trim().slice(0, 200))
        .filter((segment) => segment !== '' && segment !== '.')
      return { isException, segments: segments.slice(0, 50) }
    })
    .filter(({ segments }) => segments.length > 0)
  return (path) => {
    const parts = path.split('/').slice(0, 50)
    const last = patterns.findLast(({ segments }) =>
      parts.some((_part, at) => matches(segments, parts.slice(0, at + 1))),
    )
    return last !== undefined && !last.isException
  }
}

/** A table of which ends of the pattern fit which ends of the path, so that no pattern takes long. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  let fits = path.map(() => false)
  fits.push(true)
  for (let at = pattern.length - 1; at >= 0; at--) {
    const segment = pattern[at] as string
    const next = fits
    fits = new Array<boolean>(path.length + 1).fill(false)
    for (let from = path.length; from >= 0; from--) {
      if (segment === '**')
        fits[from] = next[from] === true || (from < path.length && fits[from + 1] === true)
      else
        fits[from] =
          from < path.length && next[from + 1] === true && matchesSegment(segment, path[from] as string)
    }
  }
  return fits[0] === true
}

function matchesSegment(pattern: string, text: string): boolean {
  let [p, t] = [0, 0]
  let [star, mark] = [-1, 0]
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++
      mark = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

const secretFile =
  /^(\.env(\.(?!(example|sample|template|dist|defaults?)$).+)?|id_(rsa|dsa|ecdsa|ed25519)|.+_rsa|.*(private|key).*\.pem|.+\.(key|p12|pfx|jks|keystore|kdbx)|\.netrc|\.pypirc|\.git-credentials|\.htpasswd|kubeconfig|credentials(\.json)?|service[-_]account.*\.json|secrets?\.(ya?ml|json|env|txt))$/i

/** True for files whose name says that they hold keys or passwords. */
export function isSecretFile(path: string): boolean {
  return secretFile.test(path.slice(path.lastIndexOf('/') + 1))
}

/** True when history and environment files stay out of the context. */
export function keepsSecretsOut(ignores: Ignores): boolean {
  return ignores('.git') && ignores('.env')
}
