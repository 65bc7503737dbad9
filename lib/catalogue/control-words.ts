/** Words that every check's title holds, so that they tell nothing. */
const empty = new Set(
  'ensure that the a an is are be been of on in to for and or not no as it its by with from has have any all set where used use using only own more restrictive appropriate argument configured inside made stay'.split(
    ' ',
  ),
)

/** Short names in keys and labels, as titles spell them out. */
const spelledOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    apparmor: 'apparmor app armor',
    auditing: 'audit',
    authentication: 'auth authn authentication',
    authz: 'authorization',
    cert: 'certificate',
    certs: 'certificate',
    cpu: 'cpu priority share',
    dockerd: 'dockerd daemon',
    engine: 'daemon docker',
    filesystem: 'filesystem',
    healthcheck: 'health check',
    icc: 'network traffic between containers default bridge',
    ipc: 'ipc namespace',
    owner: 'ownership',
    ownership: 'ownership',
    perm: 'permission',
    permissions: 'permission',
    perms: 'permission',
    pid: 'pid process namespace',
    pids: 'pids limit',
    readonly: 'read only',
    rotatekubeletservercertificate: 'rotatekubeletservercertificate kubelet rotate server certificate',
    rootfs: 'root filesystem',
    sa: 'service account',
    sock: 'socket',
    stack: 'namespace',
    sshd: 'ssh',
    userns: 'user namespace',
    uts: 'uts namespace',
  }),
)

/** Word stems of a check's title, key or label, without the words that all of them hold. */
export function controlWords(text: string): string[] {
  const words = text
    .replace(/\((?:not )?scored\)|\((?:automated|manual)\)/gi, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => spelledOut.get(word)?.split(' ') ?? [word])
  return [...new Set(words.filter((word) => word && !empty.has(word)).map(stem))]
}

function stem(word: string): string {
  const plain = word.replace(/isation/, 'ization').replace(/ised$/, 'ized')
  if (plain.length < 5) return plain.replace(/s$/, '')
  return plain.replace(/(?:ies|ied)$/, 'y').replace(/(?:ations?|ions?|ings?|ed|es|s|e)$/, '')
}
