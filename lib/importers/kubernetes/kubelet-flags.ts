import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { Flags } from '@/lib/importers/kubernetes/flags'

const isOn = (value: string) => !/^(false|0|no)$/i.test(value)
const isNamed = (value: string) => value.trim() !== ''
/** Suites with a cipher or a key exchange that is broken, or about to be. */
export const WEAK_CIPHERS = /RC4|3DES|_CBC_|^TLS_RSA_/

type Reading = (value: string) => boolean | string[] | undefined

const FLAGS: readonly [flag: string, attribute: string, read: Reading][] = [
  ['anonymous-auth', 'anonymousAuth', isOn],
  ['authorization-mode', 'authorizationModes', (value) => (/^\w{1,40}$/.test(value) ? [value] : undefined)],
  ['client-ca-file', 'clientCA', isNamed],
  ['read-only-port', 'readOnlyPort', (value) => value !== '0'],
  ['protect-kernel-defaults', 'protectKernelDefaults', isOn],
  ['rotate-certificates', 'rotateCertificates', isOn],
  ['tls-cert-file', 'servingCert', isNamed],
  ['rotate-server-certificates', 'servingCert', (value) => isOn(value) || undefined],
  ['pod-max-pids', 'podPidsLimit', (value) => Number(value) > 0],
  ['event-qps', 'eventsRecorded', (value) => Number(value) === 0 || Number(value) >= 5],
  ['hostname-override', 'eventsRecorded', (value) => (isNamed(value) ? false : undefined)],
  ['streaming-connection-idle-timeout', 'streamingTimeout', (value) => !/^0[a-z]*$/.test(value)],
  ['seccomp-default', 'seccompDefault', isOn],
  ['manifest-url', 'webManifest', isNamed],
  [
    'tls-cipher-suites',
    'strongCiphers',
    (value) => value.split(',').every((name) => !WEAK_CIPHERS.test(name.trim())),
  ],
  [
    'feature-gates',
    'rotateCertificates',
    (value) => (/RotateKubeletServerCertificate=true/.test(value) ? true : undefined),
  ],
]

/** States what flags say of the kubelet; they outrank its configuration file. Gives how many facts that were. */
export function stateKubeletFlags({ out }: Cluster, key: string, flags: Flags): number {
  let count = 0
  for (const [flag, attribute, read] of FLAGS) {
    const found = flags.get(flag)
    const value = found && read(found.value)
    if (!found || value === undefined) continue
    out.replaceFact(key, attribute, value, found.place)
    count++
  }
  return count
}
