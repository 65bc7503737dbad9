/** A host that a value names, with what the value says about the way to it. The value itself is not kept. */
export type HostReference = {
  host: string
  port?: number | undefined
  encrypted?: boolean | undefined
  authenticated?: true | undefined
  isWeb: boolean
}

const url = /([a-z][a-z0-9+.-]{0,30}):\/\/(?:([^\s/@]{0,500})@)?([^\s/?#"'<>]{1,1000})/gi
const hostPort =
  /(?:^|[\s,;=|"'[(])([A-Za-z0-9_](?:[\w.-]{0,200}[A-Za-z0-9_])?):(\d{1,5})(?=$|[\s,;/|"'\])#?])/g
const namedHost =
  /(?:^|[;\s,])(?:host|hostname|server|data source|addr|address)\s*=\s*([A-Za-z0-9_][\w.-]{0,200})/gi
const hostName =
  /(^|_)([A-Z]*HOSTS?|PGHOSTADDR|HOSTNAME|SERVERS?|ADDR(ESS(ES)?)?|URLS?|URI|ENDPOINTS?|BROKERS?|UPSTREAMS?|BACKENDS?|NODES?|PEERS?|DSN|TARGETS?|SEED_HOSTS|MASTER|PRIMARY|SERVICE|DATABASE_HOST|BOOTSTRAP)$/

const encryptedSchemes =
  /^(https|wss|amqps|rediss|mqtts|ldaps|ftps|smtps|imaps|grpcs|mongodb\+srv|tls|ssl|nats\+tls|kafka\+ssl)$/
const plainSchemes = /^(http|ws|amqp|redis|mqtt|ldap|ftp|smtp|grpc|memcached|telnet)$/

/** Every host that a value may name. What is no host of ours falls away when names are matched. */
export function hostReferences(name: string, value: string): HostReference[] {
  const text = value.slice(0, 4000)
  const found: HostReference[] = []
  // Most values hold none of these: looking for the character first is cheaper than trying the pattern everywhere.
  const urls = text.includes('://') ? text.matchAll(url) : []
  for (const [, scheme = '', user, authority = ''] of urls) {
    const kind = scheme.toLowerCase()
    for (const part of authority.split(',').slice(0, 20)) {
      const split = /^(.*?)(?::(\d{1,5}))?$/.exec(part.slice(part.lastIndexOf('@') + 1))
      found.push({
        host: split?.[1] ?? part,
        ...(split?.[2] && { port: Number(split[2]) }),
        ...encryption(kind, text),
        ...(user?.includes(':') && { authenticated: true }),
        isWeb: /^(https?|wss?|grpcs?)$/.test(kind),
      })
    }
  }
  if (text.includes(':'))
    for (const [, host = '', port] of text.matchAll(hostPort))
      found.push({ host, port: Number(port), isWeb: false })
  if (text.includes('='))
    for (const [, host = ''] of text.matchAll(namedHost)) found.push({ host, isWeb: false })
  const upper = name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  if (hostName.test(upper)) {
    for (const host of text.split(/[\s,;]+/).slice(0, 50))
      if (/^[\w.-]+$/.test(host)) found.push({ host, isWeb: false })
  }
  return found
}

function encryption(scheme: string, value: string): { encrypted?: boolean } {
  if (
    encryptedSchemes.test(scheme) ||
    /[?&;](sslmode=(require|verify-ca|verify-full)|(tls|ssl)=true)/i.test(value)
  )
    return { encrypted: true }
  if (plainSchemes.test(scheme) || /[?&;](sslmode=disable|(tls|ssl)=false)/i.test(value))
    return { encrypted: false }
  return {}
}
