/** A published port. `host` and `target` are as written, a range staying a range; `any` when the engine chooses. */
export type Port = { ip?: string; host: string; target: string; protocol: string }

const number = String.raw`(?:\d{1,5}(?:-\d{1,5})?|\$\{\w+\}(?:-(?:\d{1,5}|\$\{\w+\}))?)`
const short = new RegExp(
  String.raw`^(?:(?:(\[[0-9A-Fa-f:.%]+\]|\d{1,3}(?:\.\d{1,3}){3}|localhost|\$\{\w+\}|[0-9A-Fa-f:]*::[0-9A-Fa-f:.]*):)?(${number})?:)?(${number})(?:\/(\w+|\$\{\w+\}))?$`,
)

/** Reads `[[IP:][HOST]:]CONTAINER[/PROTOCOL]`, variables replaced already. Undefined when it is none. */
export function parsePort(text: string): Port | undefined {
  const match = short.exec(text.trim())
  if (!match) return undefined
  const [, ip, host, target = '', protocol = 'tcp'] = match
  return {
    ...(ip && { ip: ip.replace(/^\[|\]$/g, '') }),
    host: host ?? 'any',
    target,
    protocol: /^(tcp|udp|sctp)$/i.test(protocol)
      ? protocol.toLowerCase()
      : protocol.startsWith('$')
        ? 'unknown'
        : 'tcp',
  }
}

/** The first number of a port or range; undefined for a variable. */
export function firstPort(text: string): number | undefined {
  const first = Number(/^(\d{1,5})(?:-\d{1,5})?$/.exec(text)?.[1] ?? Number.NaN)
  return Number.isNaN(first) || first > 65_535 ? undefined : first
}

/** True when only the host itself can reach the port. */
export function isLoopback(ip: string | undefined): boolean {
  return ip !== undefined && (/^127\./.test(ip) || ip === '::1' || ip === 'localhost')
}

/** True without an address and for the addresses that mean every interface; undefined for a variable. */
export function bindsAll(ip: string | undefined): boolean | undefined {
  if (ip?.startsWith('$')) return undefined
  return ip === undefined || ip === '0.0.0.0' || /^[0:]+$/.test(ip)
}

const plainPorts = new Set([
  21, 23, 25, 53, 80, 3000, 5000, 8000, 8080, 8081, 5601, 9000, 9200, 9090, 6379, 27017, 11211, 5672, 1883,
])
const encryptedPorts = new Set([443, 8443, 9443, 853, 5671, 8883])

/** Whether what answers on this container port speaks TLS by custom; undefined for ports without a custom. */
export function encryptedByCustom(target: number): boolean | undefined {
  return encryptedPorts.has(target) ? true : plainPorts.has(target) ? false : undefined
}
