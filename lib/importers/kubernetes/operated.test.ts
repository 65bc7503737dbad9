import { describe, expect, it } from 'vitest'
import type { ReadResult } from '@/lib/importers/extract'
import { accountObjects, isAccountedOnce } from '@/lib/importers/kubernetes/account'
import { readFiles } from '@/lib/importers/read-files'
import { factsOf, flowsOf } from '@/lib/testing/test-importer'

const readAll = (...objects: string[]): ReadResult & { text: string } => {
  const text = objects.join('---\n')
  return { ...readFiles([{ path: 'all.yaml', text }]), text }
}
const resource = (version: string, kind: string, name: string, spec = '{}') =>
  `apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`
const app = (env: string, more = '') =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: shop}
spec: {template: {spec: {containers: [{name: a, image: "app:1", env: ${env}${more}}]}}}
`
const calls = (result: ReadResult) =>
  flowsOf(result).filter((flow) => flow.includes('Deployment/shop/app ->'))

describe('what an operator runs', () => {
  it.each([
    ['postgresql.cnpg.io/v1', 'Pooler', 'db', 'postgres://app@db:5432/app', 'flow-db'],
    ['k8s.mariadb.com/v1alpha1', 'MariaDB', 'db', 'mysql://app@db-primary:3306/app', 'flow-db'],
    ['kafka.strimzi.io/v1beta2', 'Kafka', 'bus', 'bus-kafka-bootstrap.shop.svc:9092', 'flow-db'],
    ['elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', 'logs', 'https://logs-es-http:9200', 'flow-db'],
    ['monitoring.coreos.com/v1', 'Prometheus', 'main', 'http://prometheus-operated:9090', 'flow-http'],
  ])('is called by the names of the services that it makes: %s %s', (version, kind, name, value, type) => {
    const result = readAll(resource(version, kind, name), app(`[{name: TARGET_URL, value: "${value}"}]`))
    expect(calls(result)).toEqual([`${type} Deployment/shop/app -> ${kind}/shop/${name}`])
  })

  it('gives way to a service of that name among the files', () => {
    const service = resource('v1', 'Service', 'db-rw', '{ports: [{port: 5432}]}')
    const result = readAll(
      resource('postgresql.cnpg.io/v1', 'Cluster', 'db'),
      service,
      app('[{name: DB_HOST, value: db-rw}]'),
    )
    expect(calls(result)).toEqual(['flow-generic Deployment/shop/app -> Service/shop/db-rw'])
  })

  it('is where an ingress leads that names its service', () => {
    const ingress = resource(
      'networking.k8s.io/v1',
      'Ingress',
      'edge',
      '{defaultBackend: {service: {name: ui-kb-http, port: {number: 5601}}}}',
    )
    const result = readAll(ingress, resource('kibana.k8s.elastic.co/v1', 'Kibana', 'ui'))
    expect(flowsOf(result)).toContain('flow-http Ingress/shop/edge -> Kibana/shop/ui')
    expect(factsOf(result, 'Ingress/shop/edge')?.dangling).toBeUndefined()
  })
})

describe('a service of the files for what an operator runs', () => {
  const service = (selector: string) => resource('v1', 'Service', 'front', `{selector: ${selector}}`)

  it.each([
    ['monitoring.coreos.com/v1', 'Prometheus', 'main', '{prometheus: main}'],
    [
      'monitoring.coreos.com/v1',
      'Alertmanager',
      'main',
      '{app.kubernetes.io/name: alertmanager, app.kubernetes.io/instance: main}',
    ],
    ['kafka.strimzi.io/v1', 'Kafka', 'bus', '{strimzi.io/cluster: bus, strimzi.io/kind: Kafka}'],
  ])('leads to its object by the labels that operators give: %s %s', (version, kind, name, selector) => {
    const result = readAll(resource(version, kind, name), service(selector), app('[]'))
    expect(flowsOf(result)).toContainEqual(
      expect.stringMatching(`Service/shop/front -> ${kind}/shop/${name}$`),
    )
    expect(factsOf(result, 'Service/shop/front')?.dangling).toBe(false)
  })

  it('selects nothing when it names another', () => {
    const result = readAll(
      resource('monitoring.coreos.com/v1', 'Prometheus', 'main'),
      service('{prometheus: other}'),
      app('[]'),
    )
    expect(factsOf(result, 'Service/shop/front')?.dangling).toBe(true)
  })
})

describe('one pod of a headless service', () => {
  it('is called by its name and namespace, too', () => {
    const headless = resource('v1', 'Service', 'mongo', '{clusterIP: None, ports: [{port: 27017}]}')
    const result = readAll(headless, app('[{name: MONGO_URL, value: "mongodb://mongo-0.mongo.shop:27017"}]'))
    expect(calls(result)).toEqual(['flow-generic Deployment/shop/app -> Service/shop/mongo'])
  })
})

describe('a Secret that an operator makes', () => {
  it.each([
    ['bitnami.com/v1alpha1', 'SealedSecret', 'keys', '{}'],
    ['external-secrets.io/v1', 'ExternalSecret', 'from-vault', '{target: {name: keys}}'],
    ['cert-manager.io/v1', 'Certificate', 'edge', '{secretName: keys}'],
  ])('comes from its object, when something reads it: %s %s', (version, kind, name, spec) => {
    const made = resource(version, kind, name, spec)
    const result = readAll(made, app('[]', ', envFrom: [{secretRef: {name: keys}}]'))
    expect(flowsOf(result)).toContain(`flow-secret ${kind}/shop/${name} -> Secret/shop/keys`)
    expect(accountObjects([{ path: 'all.yaml', text: result.text }], result).every(isAccountedOnce)).toBe(
      true,
    )
    expect(flowsOf(readAll(made))).toEqual([])
  })
})

describe('variables within variables', () => {
  const db = resource('v1', 'Service', 'shop-db', '{ports: [{port: 5432}]}')

  it('are looked through for hosts, in values and command lines', () => {
    const env = '[{name: H, value: shop-db}, {name: DB_URL, value: "postgres://$(H):5432/x"}]'
    expect(calls(readAll(db, app(env)))).toEqual(['flow-generic Deployment/shop/app -> Service/shop/shop-db'])
    const argument = ', args: ["--url=http://$(H)/"]'
    expect(calls(readAll(db, app('[{name: H, value: shop-db}]', argument)))).toHaveLength(1)
  })

  it('are those of services, too', () => {
    expect(calls(readAll(db, app('[{name: DB_HOST, value: "$(SHOP_DB_SERVICE_HOST)"}]')))).toHaveLength(1)
  })

  it('multiply into nothing', () => {
    const names = Array.from({ length: 40 }, (_, at) => `V${at}`)
    const env = names.map(
      (name, at) => `{name: ${name}, value: "${at === 0 ? 'x'.repeat(99) : `$(V${at - 1})`.repeat(99)}"}`,
    )
    expect(readAll(app(`[${env.join(', ')}]`)).unreadable).toEqual([])
  })
})

describe('images and paths', () => {
  const run = (image: string, container = '', pod = '') =>
    readFiles([
      {
        path: 'all.yaml',
        text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {template: {spec: {containers: [{name: a, image: "${image}"${container}}]${pod}}}}
`,
      },
    ])
  const typeOf = (image: string) =>
    run(image)
      .extracts.flatMap(({ components }) => components)
      .find(({ key }) => key === 'Deployment/default/a')?.type

  it('know add-ons by older names of their images', () => {
    expect(typeOf('k8s.gcr.io/metrics-server-amd64:v0.3.6')).toBe('operator')
    expect(typeOf('gcr.io/projectcalico-org/node:v3.8.4')).toBe('cni-plugin')
  })

  it('take what only works with a database for no database', () => {
    const kindOf = (image: string) => factsOf(run(image), 'Deployment/default/a')?.serviceKind
    expect(kindOf('k8s.gcr.io/cassandra:1')).toBe('database')
    expect(kindOf('k8s.gcr.io/cassandra-e2e-test:1')).toBeUndefined()
    expect(kindOf('example/postgres-backup:1')).toBeUndefined()
  })

  it('take a path for the same with and without a slash at its end', () => {
    const result = run(
      'a:1',
      ', volumeMounts: [{name: v, mountPath: /v}]',
      ', volumes: [{name: v, hostPath: {path: /var/log/}}]',
    )
    expect(factsOf(result, 'HostPath/var/log')?.path).toBe('/var/log')
  })
})
