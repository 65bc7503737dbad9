import { parseImage } from '@/lib/importers/compose/image-ref'

/** The values of the catalogue's attribute `serviceKind` that can be told from an image or a port. */
export type ServiceKind =
  | 'web'
  | 'proxy'
  | 'database'
  | 'cache'
  | 'queue'
  | 'search'
  | 'admin-console'
  | 'monitoring'
  | 'dns'
  | 'code-runner'

// The first pattern that fits the repository's name counts, so consoles stand before what they administer.
const byName: readonly [kind: ServiceKind, pattern: RegExp][] = [
  [
    'admin-console',
    /portainer|kibana|opensearch-dashboards|adminer|phpmyadmin|pgadmin|mongo-express|redis-?commander|redisinsight|jenkins|rancher|dockge|yacht|cloudbeaver|kafka-ui|akhq|kafdrop|flower|webmin|cockpit|dozzle|netdata|argocd|consul$|vault-ui/,
  ],
  [
    'code-runner',
    /gitlab-runner|jupyter|drone-runner|drone-agent|woodpecker-agent|code-server|act_?runner|actions-runner|github-runner|dind|openvscode|theia|buildkite|concourse-worker/,
  ],
  [
    'monitoring',
    /prometheus|grafana|jaeger|alertmanager|cadvisor|exporter|otel|opentelemetry-collector|logstash|fluentd|fluent-bit|loki|promtail|tempo|zipkin|telegraf|graphite|statsd|zabbix|vector$|filebeat|metricbeat|heartbeat|datadog|sentry|uptime-kuma|pushgateway|alloy|mimir|thanos|victoria-metrics|vmagent|signoz|glances|graylog/,
  ],
  [
    'dns',
    /pihole|pi-hole|adguard|coredns|bind9|unbound|dnsmasq|cloudflared|powerdns|pdns|technitium|stubby|dnscrypt/,
  ],
  ['search', /elasticsearch|opensearch|solr|meilisearch|typesense|sonic|manticore|zinc|quickwit/],
  [
    'queue',
    /rabbitmq|kafka|redpanda|nats|activemq|artemis|mosquitto|zookeeper|emqx|pulsar|nsq|beanstalkd|hivemq|vernemq/,
  ],
  ['cache', /redis|valkey|memcached|keydb|dragonfly|varnish|hazelcast/],
  [
    'database',
    /postgres|postgis|pgvector|timescale|mysql|mariadb|percona|mongo|mssql|cassandra|scylla|influxdb|neo4j|couchdb|couchbase|cockroach|clickhouse|oracle|db2|surrealdb|arangodb|dgraph|rethinkdb|qdrant|weaviate|milvus|chroma|minio|etcd|tidb|rqlite|yugabyte|firebird|supabase\/postgres/,
  ],
  [
    'proxy',
    /nginx|traefik|envoy|haproxy|caddy|kong|squid|apisix|swag|openresty|krakend|oauth2-proxy|pomerium|socket-proxy|nghttpx|tyk/,
  ],
  [
    'web',
    /httpd|apache|tomcat|jetty|wordpress|nextcloud|ghost|drupal|joomla|gitea|forgejo|gitlab-ce|gitlab-ee|mediawiki|moodle|matomo|keycloak|authentik|node$|php|wildfly|odoo|strapi|directus|hasura|n8n|vaultwarden|home-assistant|jellyfin|plex|paperless|discourse|mattermost|rocket\.chat|outline|bookstack|immich|homepage|nodered|node-red|superset|metabase|airflow|mailhog|mailpit|plausible|umami/,
  ],
]

const byPort: ReadonlyMap<number, ServiceKind> = new Map([
  ...[5432, 3306, 1433, 27017, 9042, 8086, 7687, 5984, 26257, 1521].map(
    (port) => [port, 'database'] as const,
  ),
  ...[6379, 11211].map((port) => [port, 'cache'] as const),
  ...[5672, 5671, 9092, 4222, 61616, 1883, 2181].map((port) => [port, 'queue'] as const),
  ...[9200, 8983, 7700].map((port) => [port, 'search'] as const),
  [53, 'dns'],
  [5601, 'admin-console'],
  ...[9090, 9093, 16686, 4317, 4318, 9411].map((port) => [port, 'monitoring'] as const),
  ...[80, 443, 8080, 8443, 3000, 5000, 8000, 4200, 8081, 8888].map((port) => [port, 'web'] as const),
])

// What works with a store is named after it, and keeps nothing itself.
const standsBeside = /[-_](operator|e2e-test|test|client|backup|migrations?|seed|producer|consumer)$/
// What is only named after a product, or lies in its folder.
const onlyNamed = /certgen|webhook|whoami/
// A node of a cluster, and not the runtime of that name.
const otherNode = /^(?!(?:library|bitnami|cimg|circleci|chainguard)\/).+\/node$/
const stores: ReadonlySet<ServiceKind> = new Set(['database', 'cache', 'queue', 'search'])

/** What kind of product an image is, by its repository's name; undefined for one that is not known. */
export function kindByImage(image: string): ServiceKind | undefined {
  const repository = parseImage(image)?.repository.toLowerCase()
  if (!repository) return undefined
  const last = repository.slice(repository.lastIndexOf('/') + 1)
  const isOther = standsBeside.test(last)
  const kindOf = (name: string) =>
    byName.find(([kind, pattern]) => pattern.test(name) && !(isOther && stores.has(kind)))?.[0]
  if (onlyNamed.test(last) || otherNode.test(repository)) return undefined
  return kindOf(last) ?? (repository.includes('$') ? undefined : kindOf(repository))
}

/** What a service is likely to be, by the container port it answers on. */
export function kindByPort(port: number): ServiceKind | undefined {
  return byPort.get(port)
}
