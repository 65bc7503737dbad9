import { hostReferences } from '@/lib/importers/compose/references'
import { isSecretName, secretPart } from '@/lib/importers/compose/secret-names'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf, switchOf } from '@/lib/importers/kubernetes/containers'
import { at, isTemplate, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject, Place } from '@/lib/importers/kubernetes/object'
import { entriesOf, toScalarText, type YamlEntry } from '@/lib/importers/yaml/yaml-node'

const MAX_TEXT = 20_000
const MAX_HOSTS = 100

/** Reads a ConfigMap: whether its keys and texts show credentials, and which hosts it names. Values are never kept. */
export function readConfigMap(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'configmap')
  out.fact(key, 'declared', true, object.place)
  stateImmutable(cluster, object, key)
  let secret: Place | undefined
  const hosts: NonNullable<ReturnType<typeof cluster.configHosts.get>> = []
  for (const entry of entriesOf(at(object.body, 'data'))) {
    const text = toScalarText(entry.value) ?? ''
    const place = { file: entry.file, line: entry.line }
    if (secret === undefined && holdsSecret(entry.key, text)) secret = place
    if (hosts.length >= MAX_HOSTS) continue
    for (const reference of references(entry.key, text)) {
      if (hosts.length < MAX_HOSTS)
        hosts.push({
          host: reference.host,
          isWeb: reference.isWeb,
          place,
          ...(reference.port !== undefined && { port: reference.port }),
          ...(reference.encrypted !== undefined && { encrypted: reference.encrypted }),
        })
    }
  }
  out.fact(key, 'containsSecrets', secret !== undefined, secret ?? object.place)
  if (hosts.length > 0) cluster.configHosts.set(key, hosts)
}

// "host: db", "spring.redis.host=cache", "Host logs": how configuration files name a host on a line of its own.
const HOST_LINE =
  /^[ \t"'-]*[\w.-]{0,60}host(?:name)?["']?[ \t]{0,20}[ \t:=][ \t]{0,20}["']?([a-z0-9][a-z0-9.-]{0,200})["']?,?[ \t]*$/gim

function references(name: string, text: string) {
  const found: ReturnType<typeof hostReferences> = []
  // A whole configuration file is read in pieces: each is looked at on its own.
  const isShort = !text.includes('\n')
  for (let start = 0; start < Math.min(text.length, MAX_TEXT); start += 3900)
    found.push(...hostReferences(isShort ? name : '', text.slice(start, start + 4000)))
  if (isShort) return found
  for (const [, host = ''] of text.slice(0, MAX_TEXT).matchAll(HOST_LINE)) found.push({ host, isWeb: false })
  return found
}

const pair = /^[\s"'-]*([\w.-]{2,60})["']?\s*[:=]\s*["']?([^\s"'#]{3,200})/gm
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

// By the key's name, or by lines such as "password: x" in a configuration file.
function holdsSecret(key: string, text: string): boolean {
  const start = text.slice(0, MAX_TEXT)
  if (privateKey.test(start)) return true
  if (!start.includes('\n')) {
    const name = key.replace(/_CONTENT$/i, '')
    return secretPart(name, start) !== undefined && !isReference(start)
  }
  for (const [, name = '', value = ''] of start.matchAll(pair)) {
    if (isSecretName(name) && secretPart(name, value) !== undefined && !isReference(value)) return true
  }
  return false
}

// A value that names where the secret stands is none itself.
function isReference(value: string): boolean {
  return isTemplate(value) || /^[$%<{[(]|^(vault|env|secret|file|ref)[:+]|^\*+$/i.test(value)
}

/** Reads a Secret: the names of its keys are looked at, its values only for being there. */
export function readSecret(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'secret')
  const { body, place, namespace } = object
  out.fact(key, 'declared', true, place)
  stateImmutable(cluster, object, key)
  const entries = ['stringData', 'data'].flatMap((part) => entriesOf(at(body, part)))
  const filled = entries.find(isFilled)
  const isEmpty = entries.length > 0
  if (filled) out.fact(key, 'valuesInManifest', true, filled)
  else if (isEmpty) out.fact(key, 'valuesInManifest', false, entries[0] ?? place)
  if (textAt(body, 'type') !== 'kubernetes.io/service-account-token') return
  const account = textAt(body, 'metadata', 'annotations', 'kubernetes.io/service-account.name')
  const typePlace = placeOf(body, 'type', place)
  out.fact(key, 'longLived', true, typePlace)
  if (account) {
    cluster.later.push(() => {
      const accountKey = cluster.mention('ServiceAccount', namespace, account, 'service-account', typePlace)
      out.fact(accountKey, 'longLivedToken', true, typePlace)
    })
  }
}

function isFilled({ value }: YamlEntry): boolean {
  const text = toScalarText(value)?.trim() ?? ''
  return (
    text !== '' &&
    !isTemplate(text) &&
    !/^(change[-_ ]?me|todo|xxx+|placeholder|<[^>]*>|replace[-_ ]?me|your[-_ ].*|Q0hBTkdFX01F|Y2hhbmdlbWU=)$/i.test(
      text,
    )
  )
}

function stateImmutable(cluster: Cluster, object: KubernetesObject, key: string): void {
  const setting = switchOf(object.body, 'immutable')
  if (setting) cluster.out.fact(key, 'immutable', setting.value, setting.place)
}

const CLOUD_NOTES =
  /^(eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/client-id)$/

/** Reads a ServiceAccount: whether its token is mounted, and whether it acts as a role of a cloud. */
export function readAccount(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'service-account')
  const { body, place, name } = object
  out.fact(key, 'declared', true, place)
  out.fact(key, 'defaultAccount', name === 'default', place)
  const automount = switchOf(body, 'automountServiceAccountToken')
  if (automount) out.fact(key, 'automountToken', automount.value, automount.place)
  const cloud = entriesOf(at(body, 'metadata', 'annotations')).find(({ key: note }) => CLOUD_NOTES.test(note))
  if (cloud) out.fact(key, 'cloudRole', true, cloud)
}
