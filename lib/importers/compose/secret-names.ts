// Whether a variable holds a secret is decided by its name, and by the shape of its value. Values are looked at and forgotten.

const secretName =
  /(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?(?:$|_)|(?:^|_)(?:PASS|PWD|PW|CREDS|KEY)$|ENCRYPTION_KEY|SIGNING_KEY|MASTER_KEY|LICENSE_KEY|KEY_CONTENTS?$|(?:^|_)AUTH_?KEY|PSK$|KEY_BASE$)/
const notSecret =
  /(^PWD$|^OLDPWD$|PUBLIC_?KEY|PRIMARY_KEY|PARTITION_KEY|SORT_KEY|CACHE_KEY|FOREIGN_KEY|SSH_KNOWN|(?:^|_)(?:FILE|FILES|PATH|DIR|DIRECTORY|FOLDER|LENGTH|SIZE|TTL|EXPIRY|EXPIRES|EXPIRATION|LIFETIME|TIMEOUT|AGE|POLICY|ENABLED?|DISABLED?|REQUIRED|TYPE|ALG|ALGORITHM|HEADER|ID|NAME|ISSUER|AUDIENCE|VERSION|ROUNDS|COUNT|LIMIT|URL|URI|ENDPOINT|HOST|PORT|PROVIDER|MODE|FORMAT|PREFIX)$|ALLOW_EMPTY|RANDOM_ROOT|RANDOM_PASSWORD|AUTH_METHOD|ALLOW_ANONYMOUS|_INSECURE$)/
const noSecretValue = /^(true|false|yes|no|on|off|none|null|\/[\w./-]+)$/i
const urlPassword = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@:]{0,200}:([^\s/@]{1,500})@/i
const pairPassword =
  /(?:^|[;\s&?])(?:password|pwd|passwd|secret|token|sig|accountkey|sharedaccesskey|api_?key)\s*=\s*([^;\s&]+)/i

/** True for names such as DB_PASSWORD, apiKey or SECRET_KEY_BASE; false for those of files, lengths, switches. */
export function isSecretName(name: string): boolean {
  const upper = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
  return secretName.test(upper) && !notSecret.test(upper)
}

/** The part of a value that is secret: all of it by the variable's name, or the password of a URL or connection string. */
export function secretPart(name: string, value: string): string | undefined {
  const start = value.slice(0, 4000)
  const written =
    (start.includes('://') ? urlPassword.exec(start)?.[1] : undefined) ??
    (start.includes('=') ? pairPassword.exec(start)?.[1] : undefined)
  if (written !== undefined) return written
  const trimmed = value.trim()
  return trimmed !== '' && isSecretName(name) && !noSecretValue.test(trimmed) ? trimmed : undefined
}

/** Where the secret of a variable comes from: written in the file, from elsewhere, or there is none. */
export type SecretOrigin = 'written' | 'elsewhere' | undefined

/**
 * @param written the value as it stands in the file, with defaults of variables taken and other variables left as
 *   `${NAME}`; undefined when only the name stands there.
 */
export function secretOrigin(name: string, written: string | undefined): SecretOrigin {
  if (written === undefined) return isSecretName(name) ? 'elsewhere' : undefined
  const secret = secretPart(name, written)
  return secret === undefined ? undefined : secret.includes('${') ? 'elsewhere' : 'written'
}

const commonSecrets = new Set(
  'admin administrator root toor password passwd pass passw0rd changeme changeit change-me change_me secret supersecret mysecret mysecretpassword mysupersecretpassword example guest test testing demo default user postgres mysql mariadb mongo mongodb redis rabbitmq minio minioadmin elastic elasticsearch kibana grafana prometheus wordpress nextcloud keycloak oracle sa docker qwerty letmein welcome dev development local localhost foo bar foobar abc abcd abc123 hello please'.split(
    ' ',
  ),
)

// What people write where a real secret should go.
const placeholder =
  /^(change[-_ ]?(me|it|this)|replace[-_ ]?(me|this)|your[-_ ]|insecure|dummy|placeholder|example|not[-_]?(so|a|very)[-_]?(real)?[-_]?secret)/

/** True when a secret is the user's name beside it, the product's, or one that everybody tries first. */
export function isEasilyGuessed(secret: string, names: readonly string[]): boolean {
  const plain = secret.toLowerCase()
  const stem = plain.replace(/[\d!@#._-]+$/, '')
  const known = (text: string) =>
    text !== '' && (commonSecrets.has(text) || names.some((name) => name.toLowerCase() === text))
  return (
    placeholder.test(plain) ||
    /^(.)\1*$/.test(plain) ||
    /^1234567890$|^12345\d{0,4}$|^1234$/.test(plain) ||
    known(plain) ||
    known(stem)
  )
}
