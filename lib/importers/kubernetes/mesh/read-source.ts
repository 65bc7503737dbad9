import type { Source } from '@/lib/importers/kubernetes/mesh/mesh'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import { itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** A source that nothing is known of yet: everybody. */
export const anybody: Source = { isByToken: false, isNarrowed: false, isStranger: false }

/** The identity of a service account as Istio writes it. */
export function principalOf(namespace: string, account: string): string {
  return `cluster.local/ns/${namespace}/sa/${account}`
}

const NARROWING = ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks', 'notPrincipals'].concat(
  'notNamespaces',
  'notRequestPrincipals',
  'notServiceAccounts',
)

/** Reads a `source` of Istio's AuthorizationPolicy; service accounts may leave out the policy's namespace. */
export function readSource(node: YamlNode | undefined, namespace: string): Source {
  const accounts = textsAt(node, 'serviceAccounts').map((account) => {
    const [name = '', ...more] = account.split('/').reverse()
    return principalOf(more[0] ?? namespace, name)
  })
  const principals = [...textsAt(node, 'principals').map(withoutTrustDomain), ...accounts]
  const namespaces = textsAt(node, 'namespaces')
  const leavesOut = (field: string) => textsAt(node, field).includes('*')
  return {
    ...(principals.length > 0 && { principals }),
    ...(namespaces.length > 0 && { namespaces }),
    isByToken: textsAt(node, 'requestPrincipals').length > 0,
    isNarrowed: NARROWING.some((field) => at(node, field) !== undefined),
    isStranger: leavesOut('notPrincipals') || leavesOut('notRequestPrincipals') || leavesOut('notNamespaces'),
  }
}

/** Reads an identity of Linkerd: `account.namespace.serviceaccount.identity...`, or `*` for every one. */
export function readIdentity(text: string): Source {
  const [account = '', namespace = '', kind] = text.split('.')
  if (text === '*' || kind !== 'serviceaccount') return { ...anybody, principals: [text] }
  return account === '*'
    ? { ...anybody, namespaces: [namespace] }
    : { ...anybody, principals: [principalOf(namespace, account)] }
}

/** A service account that an object names, by default one of its own namespace. */
export function readAccountRef(node: YamlNode | undefined, namespace: string): Source {
  const name = textAt(node, 'name') ?? ''
  return { ...anybody, principals: [principalOf(textAt(node, 'namespace') ?? namespace, name)] }
}

/** The texts of a list. */
export function textsAt(node: YamlNode | undefined, ...keys: readonly string[]): string[] {
  return itemsOf(at(node, ...keys)).flatMap((item) => toScalarText(item) ?? [])
}

// Every mesh takes the identities of its own trust domain for those of this one.
function withoutTrustDomain(principal: string): string {
  return principal.replace(/^(spiffe:\/\/)?[^/*]+\/ns\//, 'cluster.local/ns/')
}
