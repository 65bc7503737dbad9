/** What is known of a service when asking whether it demands credentials. `settings` are variables; values are compared, never kept. */
export type AuthSigns = {
  image: string
  tag: string | undefined
  command: string
  settings: ReadonlyMap<string, string | undefined>
}

type Rule = { image: RegExp; asks(signs: AuthSigns): boolean | undefined }

const isOn = (value: string | undefined) => value !== undefined && /^(1|true|yes|on)$/i.test(value.trim())
const isOff = (value: string | undefined) => value !== undefined && /^(0|false|no|off)$/i.test(value.trim())

const rules: readonly Rule[] = [
  {
    image: /postgres|postgis|timescale|pgvector/,
    asks: ({ settings }) =>
      settings.get('POSTGRES_HOST_AUTH_METHOD') !== 'trust' && !isOn(settings.get('ALLOW_EMPTY_PASSWORD')),
  },
  {
    image: /mysql|mariadb|percona/,
    asks: ({ settings }) =>
      ![
        'MYSQL_ALLOW_EMPTY_PASSWORD',
        'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
        'MARIADB_ALLOW_EMPTY_PASSWORD',
        'ALLOW_EMPTY_PASSWORD',
      ].some((name) => isOn(settings.get(name))),
  },
  {
    image: /(^|\/)mongo(db)?$/,
    asks: ({ settings, command }) =>
      ['MONGO_INITDB_ROOT_USERNAME', 'MONGODB_ROOT_PASSWORD', 'MONGODB_ROOT_USER'].some((name) =>
        settings.has(name),
      ) || /--auth\b|--keyFile/.test(command),
  },
  {
    image: /redis|valkey|keydb/,
    asks: ({ settings, command }) =>
      /--requirepass|--aclfile/.test(command) ||
      ['REDIS_PASSWORD', 'VALKEY_PASSWORD', 'REDIS_PASSWORD_FILE'].some((name) => settings.has(name)) ||
      (/\.conf\b/.test(command) ? undefined : false),
  },
  { image: /memcached/, asks: () => false },
  {
    image: /elasticsearch/,
    asks: (signs) => {
      const security =
        signs.settings.get('xpack.security.enabled') ?? signs.settings.get('XPACK_SECURITY_ENABLED')
      if (isOn(security)) return true
      if (isOff(security)) return false
      const major = Number(/^v?(\d+)/.exec(signs.tag ?? '')?.[1] ?? Number.NaN)
      return Number.isNaN(major) ? undefined : major >= 8
    },
  },
]

/** Whether a known product asks its callers for credentials, as started here; undefined for any other. */
export function asksForCredentials(signs: AuthSigns): boolean | undefined {
  const name = signs.image.toLowerCase()
  const last = name.slice(name.lastIndexOf('/') + 1)
  if (/exporter|express|admin|commander|insight|ui$/.test(last)) return undefined
  return rules.find((rule) => rule.image.test(last))?.asks(signs)
}
