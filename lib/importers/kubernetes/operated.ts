import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { OperatedObject, OperatedTraffic } from '@/lib/importers/kubernetes/digests'
import { textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, type Labels, objectKey } from '@/lib/importers/kubernetes/object'

// Which services an operator makes for an object, `*` being its name. They stand in no file: only their names do, in
// the variables of those who call them.
const SERVICES: readonly [group: string, kind: string, traffic: OperatedTraffic, services: string][] = [
  ['postgresql.cnpg.io', 'Cluster', 'flow-db', '*-rw *-ro *-r'],
  ['postgresql.cnpg.io', 'Pooler', 'flow-db', '*'],
  ['acid.zalan.do', 'postgresql', 'flow-db', '* *-repl *-pooler'],
  [
    'postgres-operator.crunchydata.com',
    'PostgresCluster',
    'flow-db',
    '*-primary *-replicas *-ha *-pgbouncer',
  ],
  ['mysql.oracle.com', 'InnoDBCluster', 'flow-db', '* *-instances'],
  ['k8s.mariadb.com', 'MariaDB', 'flow-db', '* *-primary *-secondary'],
  ['pxc.percona.com', 'PerconaXtraDBCluster', 'flow-db', '*-haproxy *-proxysql *-pxc'],
  ['psmdb.percona.com', 'PerconaServerMongoDB', 'flow-db', '*-rs0 *-mongos'],
  ['mongodbcommunity.mongodb.com', 'MongoDBCommunity', 'flow-db', '*-svc'],
  ['databases.spotahome.com', 'RedisFailover', 'flow-db', 'rfs-* rfr-* rfrm-* rfrs-*'],
  ['redis.redis.opstreelabs.in', 'Redis', 'flow-db', '*'],
  ['redis.redis.opstreelabs.in', 'RedisCluster', 'flow-db', '*-leader *-follower'],
  ['dragonflydb.io', 'Dragonfly', 'flow-db', '*'],
  ['clickhouse.altinity.com', 'ClickHouseInstallation', 'flow-db', 'clickhouse-*'],
  ['kafka.strimzi.io', 'Kafka', 'flow-db', '*-kafka-bootstrap *-kafka-brokers'],
  ['rabbitmq.com', 'RabbitmqCluster', 'flow-db', '* *-nodes'],
  ['elasticsearch.k8s.elastic.co', 'Elasticsearch', 'flow-db', '*-es-http *-es-transport'],
  ['kibana.k8s.elastic.co', 'Kibana', 'flow-http', '*-kb-http'],
  ['minio.min.io', 'Tenant', 'flow-http', 'minio *-hl *-console'],
  ['k8s.keycloak.org', 'Keycloak', 'flow-http', '*-service'],
  ['monitoring.coreos.com', 'Prometheus', 'flow-http', 'prometheus-operated prometheus-*'],
  ['monitoring.coreos.com', 'Alertmanager', 'flow-http', 'alertmanager-operated alertmanager-*'],
]

// Objects from which an operator makes a Secret, and where they say its name.
const SECRETS: readonly [group: RegExp, kind: RegExp, path: readonly string[]][] = [
  [/^bitnami\.com$/, /^SealedSecret$/, ['spec', 'template', 'metadata', 'name']],
  [/^external-secrets\.io$/, /^ExternalSecret$/, ['spec', 'target', 'name']],
  [/^cert-manager\.io$/, /^Certificate$/, ['spec', 'secretName']],
  // It has the name of the object.
  [/^kafka\.strimzi\.io$/, /^KafkaUser$/, ['spec', 'template', 'secret', 'name']],
  [/^secrets\.hashicorp\.com$/, /^Vault(Static|Dynamic|PKI)Secret$/, ['spec', 'destination', 'name']],
]

/** Notes what an operator will make of an object: services that others call, and a Secret that workloads read. */
export function noteOperated(cluster: Cluster, object: KubernetesObject): void {
  const { key, kind, group, name, namespace } = object
  const found = SERVICES.find(([ofGroup, ofKind]) => ofGroup === group && ofKind === kind)
  if (found) {
    const traffic = found[2]
    const place = `${namespace}\n${name}`
    const others = cluster.operatedObjects.get(place) ?? []
    cluster.operatedObjects.set(place, [...others, { key, kind, group, traffic }])
    for (const pattern of found[3].split(' '))
      cluster.operated.set(
        objectKey(
          'Service',
          namespace,
          pattern.replace('*', () => name),
        ),
        { key, traffic },
      )
  }
  const secret = SECRETS.find(([groups, kinds]) => groups.test(group) && kinds.test(kind))
  if (!secret) return
  const own = textAt(object.body, ...secret[2]) ?? name
  cluster.madeSecrets.push({ from: key, secret: objectKey('Secret', namespace, own), place: object.place })
}

/** The object whose pods, made by an operator, a selector selects by the labels that operators give. */
export function selectedObject(
  cluster: Cluster,
  namespace: string,
  labels: Labels,
): OperatedObject | undefined {
  for (const [label, name] of labels) {
    const named = cluster.operatedObjects.get(`${namespace}\n${name}`)
    const found = named?.find((object) => isLabelOf(object, label, labels))
    if (found) return found
  }
  return undefined
}

// Operators label pods with the name of the object, under its kind or in their own domain.
function isLabelOf({ kind, group }: OperatedObject, label: string, labels: Labels): boolean {
  const own = kind.toLowerCase()
  if (label === 'app.kubernetes.io/instance') return labels.get('app.kubernetes.io/name') === own
  const domain = label.includes('/') ? label.slice(0, label.indexOf('/')) : ''
  return label === own || label === 'cluster-name' || (domain.includes('.') && group.endsWith(domain))
}

/** Draws where the Secrets come from that workloads and routes read, once all of those are known. */
export function connectMadeSecrets(cluster: Cluster): void {
  for (const { from, secret, place } of cluster.madeSecrets) {
    if (!cluster.out.has(secret)) continue
    const key = cluster.flowKey('secret', from, secret)
    cluster.out.flow({ key, type: 'flow-secret', from, to: secret, place })
  }
}
