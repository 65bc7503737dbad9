const HIDDEN = '•••'

const NAMED =
  /((?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|encryption[-_]?key|credentials?|auth|bearer|basic)[\w-]*["']?\s*[:=]\s*["']?)(?!(?:true|false|null|none|\/|<|\*|•))([^\s"',;&}\]]{3,})/gi
const SCHEME = /\b((?:bearer|basic)\s+)[A-Za-z0-9+/_.=-]{8,}/gi
const IN_URL = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi
const PEM = /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g
const KNOWN =
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|sk[-_](?:live|test|proj)?[-_]?\w{16,}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/g
/** What every secret that is looked for has: a telling name, an address, a key's head, or a long word. */
const MAYBE = /pass|secret|token|key|cred|auth|bearer|basic|:\/\/|-----|[\w+=/.-]{16}/i
const RANDOM = /[A-Za-z0-9+_=-]{28,}/g

/** A text from a scan without what may be a secret: values after telling names, known tokens, keys, random strings. */
export function redact(text: string): string {
  if (!MAYBE.test(text)) return text
  return text
    .replace(PEM, HIDDEN)
    .replace(IN_URL, `$1${HIDDEN}`)
    .replace(SCHEME, `$1${HIDDEN}`)
    .replace(NAMED, `$1${HIDDEN}`)
    .replace(KNOWN, HIDDEN)
    .replace(RANDOM, (word) => (looksRandom(word) ? HIDDEN : word))
}

/** Capitals, small letters and digits mixed, and no hash in hexadecimal. */
function looksRandom(word: string): boolean {
  return (
    /[A-Z]/.test(word) &&
    /[a-z]/.test(word) &&
    (word.match(/\d/g)?.length ?? 0) >= 3 &&
    !/[-_].*[-_]/.test(word)
  )
}
