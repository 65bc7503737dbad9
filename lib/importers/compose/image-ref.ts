/** An image's name in parts. `registry` is the host that serves it. */
export type ImageRef = { ref: string; registry: string; repository: string; tag?: string; digest?: string }

/** The name without what may be a secret in it: a scheme, a query, and a user with a password before the host. */
export function cleanRef(text: string): string {
  const bare = text
    .trim()
    .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
    .replace(/[?#].*$/s, '')
  const digest = /@(?:[a-z0-9]+:[0-9a-f]+|\$\{\w+\})$/i.exec(bare)?.[0] ?? ''
  const name = bare.slice(0, bare.length - digest.length)
  return name.slice(name.lastIndexOf('@') + 1) + digest
}

/** Splits `[host[:port]/]repository[:tag][@digest]`; a name without a host is Docker Hub's. Undefined when there is no name. */
export function parseImage(text: string): ImageRef | undefined {
  const ref = cleanRef(text)
  const [named = '', digest] = ref.split('@', 2) as [string, string?]
  const colon = named.lastIndexOf(':')
  const hasTag = colon > named.lastIndexOf('/')
  const path = hasTag ? named.slice(0, colon) : named
  const slash = path.indexOf('/')
  const first = slash < 0 ? '' : path.slice(0, slash)
  const isHost = /[.:]/.test(first) || first === 'localhost' || first.startsWith('$')
  const repository = isHost ? path.slice(slash + 1) : path
  if (!repository) return undefined
  return {
    ref,
    registry: isHost ? (first === 'index.docker.io' ? 'docker.io' : first) : 'docker.io',
    repository,
    ...(hasTag && { tag: named.slice(colon + 1) }),
    ...(digest && { digest }),
  }
}

const publicRegistries =
  /^(docker\.io|registry-1\.docker\.io|ghcr\.io|quay\.io|(?:[a-z]+\.)?gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|registry\.k8s\.io|k8s\.gcr\.io|registry\.gitlab\.com|lscr\.io|docker\.elastic\.co|registry\.access\.redhat\.com|nvcr\.io|docker\.n8n\.io)$/

/** True for registries that serve everybody; undefined for the rest, which may or may not. */
export function isPublicRegistry(host: string): boolean | undefined {
  return publicRegistries.test(host) ? true : undefined
}

// Publishers on Docker Hub that are known to be verified; official images have no namespace at all.
const verified = new Set(['library', 'grafana', 'hashicorp', 'datadog', 'newrelic', 'circleci', 'ubuntu'])

/** Whether an image is official or a verified publisher's; undefined outside Docker Hub. */
export function isOfficial({ registry, repository }: ImageRef): boolean | undefined {
  if (registry !== 'docker.io') return undefined
  const slash = repository.indexOf('/')
  return slash < 0 || verified.has(repository.slice(0, slash))
}

/** Whether the tag names no version: missing, `latest`, or words without a number. */
export function isFloating({ tag }: ImageRef): boolean {
  return tag === undefined || !/\d/.test(tag)
}

/** The name by which the catalogue knows an image: of Docker Hub's without host and `library/`. */
export function imageNameOf({ registry, repository }: ImageRef): string {
  return (registry === 'docker.io' ? '' : `${registry}/`) + repository.replace(/^library\//, '')
}
