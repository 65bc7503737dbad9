// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Compose files write them
import fc from 'fast-check'
import { dump } from 'js-yaml'

// Random Compose projects over few names, so that two of them share services, networks and images.

const service = fc.constantFrom('web', 'api', 'db', 'cache', 'job')
const network = fc.constantFrom('front', 'back', 'ops')
const volume = fc.constantFrom('data', 'logs')
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const body = fc.record({
  image: optional(fc.constantFrom('nginx:1', 'nginx', 'postgres:16', 'ghcr.io/acme/api:2.1', 'redis')),
  build: optional(fc.constantFrom('.', './api')),
  ports: optional(
    fc.uniqueArray(fc.constantFrom('80:80', '127.0.0.1:5432:5432', '9000', '53:53/udp'), { maxLength: 3 }),
  ),
  networks: optional(fc.uniqueArray(network, { minLength: 1, maxLength: 3 })),
  network_mode: optional(fc.constantFrom('host', 'none', 'service:web')),
  volumes: optional(
    fc.uniqueArray(
      fc.constantFrom(
        'data:/data',
        'logs:/logs:ro',
        './api:/app',
        '/etc:/host/etc:ro',
        '/var/run/docker.sock:/var/run/docker.sock',
      ),
      { maxLength: 3 },
    ),
  ),
  environment: optional(
    fc.dictionary(
      fc.constantFrom('DB_URL', 'API_TOKEN', 'CACHE_HOST', 'MODE'),
      fc.constantFrom('postgres://a:b@db/x', '${TOKEN}', 'cache', 'http://api:80', ''),
    ),
  ),
  depends_on: optional(fc.uniqueArray(service, { maxLength: 3 })),
  privileged: optional(fc.boolean()),
  read_only: optional(fc.boolean()),
  cap_drop: optional(fc.constant(['ALL'])),
  user: optional(fc.constantFrom('root', '1000', '${UID}')),
  mem_limit: optional(fc.constantFrom('128m', '0')),
  profiles: optional(fc.constant(['dev'])),
})

/** The text of a Compose file that may be anything from empty to odd, but is well-formed. */
export const arbitraryCompose: fc.Arbitrary<string> = fc
  .record({
    services: fc.dictionary(service, body, { minKeys: 1 }),
    networks: fc.dictionary(
      network,
      fc.constantFrom(null, { internal: true }, { driver: 'overlay' }, { external: true }),
    ),
    volumes: fc.dictionary(volume, fc.constantFrom(null, { external: true })),
  })
  .map((project) => dump(project, { skipInvalid: true, noRefs: true }))
