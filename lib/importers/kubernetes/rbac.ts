import { stateAggregated } from '@/lib/importers/kubernetes/aggregated-roles'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import { accountsOfGroup, grantToGroups } from '@/lib/importers/kubernetes/group-grants'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { type Rule, rightsOf } from '@/lib/importers/kubernetes/rights'
import { readSelector } from '@/lib/importers/kubernetes/selector'
import { itemsOf, toScalarText, type YamlMap } from '@/lib/importers/yaml/yaml-node'

/** Reads a Role or ClusterRole: which rights that lead further it grants, each with the line of the rule. */
export function readRole(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'rbac-role')
  const { place, kind, name, body } = object
  const isWide = kind === 'ClusterRole'
  out.fact(key, 'declared', true, place)
  out.fact(key, 'clusterScope', isWide, place)
  // A role of the cluster's own name that files declare is theirs, unless the cluster made it.
  const isOwn = object.labels.get('kubernetes.io/bootstrapping') === 'rbac-defaults'
  const builtin = builtinOf(name)
  if (isWide && (builtin !== 'system' || isOwn)) out.fact(key, 'builtinRole', builtin, place)
  const rights = rightsOf(mapsOf(at(body, 'rules')).map(readRule))
  for (const { attribute, value, place: rulePlace } of rights) out.fact(key, attribute, value, rulePlace)
  if (!isWide) return
  const collects = mapsOf(at(body, 'aggregationRule', 'clusterRoleSelectors')).map(readSelector)
  if (collects.length > 0 || object.labels.size > 0)
    cluster.roles.set(key, {
      key,
      labels: object.labels,
      rights,
      collects,
      place: placeOf(body, 'aggregationRule', place),
    })
}

function readRule(node: YamlMap): Rule {
  const texts = (key: string) =>
    itemsOf(at(node, key)).flatMap((item) => (toScalarText(item) ?? '').toLowerCase())
  return {
    verbs: texts('verbs'),
    resources: texts('resources'),
    groups: texts('apiGroups'),
    isNamed: itemsOf(at(node, 'resourceNames')).length > 0,
    place: { file: node.file, line: node.line },
  }
}

/** Which of the roles that every cluster has a ClusterRole is, by its name. */
export function builtinOf(name: string): string | undefined {
  if (['cluster-admin', 'admin', 'edit', 'view'].includes(name)) return name
  return name.startsWith('system:') ? 'system' : undefined
}

/** Reads a RoleBinding or ClusterRoleBinding: whose role it is, and to whom it is given. */
export function readBinding(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'rbac-binding')
  const { place, kind, name, body, namespace } = object
  out.fact(key, 'declared', true, place)
  out.fact(key, 'clusterScope', kind === 'ClusterRoleBinding', place)
  if (/^(system:|kubeadm:)/.test(name) || name === 'gce:podsecuritypolicy:calico-sa')
    out.fact(key, 'systemBinding', true, place)
  const ref = at(body, 'roleRef')
  const roleKind = textAt(ref, 'kind') ?? 'ClusterRole'
  const roleName = textAt(ref, 'name')
  const refPlace = placeOf(ref, 'name', placeOf(body, 'roleRef', place))
  if (roleName) {
    if (roleKind === 'ClusterRole' && roleName === 'cluster-admin')
      out.fact(key, 'bindsClusterAdmin', true, refPlace)
    cluster.roleRefs.push({
      binding: key,
      kind: roleKind,
      ...(roleKind === 'Role' && { namespace: namespace ?? 'default' }),
      name: roleName,
      place: refPlace,
    })
  }
  for (const subject of mapsOf(at(body, 'subjects'))) readSubject(cluster, object, subject)
}

function readSubject(cluster: Cluster, object: KubernetesObject, subject: YamlMap): void {
  const { out } = cluster
  const kind = textAt(subject, 'kind') ?? ''
  const name = textAt(subject, 'name') ?? ''
  const place = { file: subject.file, line: subject.line }
  const namespace = textAt(subject, 'namespace') ?? object.namespace ?? 'default'
  const account =
    kind === 'ServiceAccount'
      ? { namespace, name }
      : /^system:serviceaccount:([^:]+):(.+)$/.exec(name)?.slice(1, 3)
  if (account) {
    const [accountNamespace, accountName] = Array.isArray(account)
      ? account
      : [account.namespace, account.name]
    if (accountName === 'default') out.fact(object.key, 'bindsDefaultAccount', true, place)
    if (accountName)
      cluster.grants.push({
        binding: object.key,
        namespace: accountNamespace ?? namespace,
        account: accountName,
        place,
      })
    return
  }
  if (kind === 'Group' && name === 'system:masters') out.fact(object.key, 'bindsSystemMasters', true, place)
  if (name === 'system:anonymous' || name === 'system:unauthenticated')
    out.fact(object.key, 'bindsAnonymous', true, place)
  const members = kind === 'Group' ? accountsOfGroup(name) : undefined
  if (members === undefined) return
  // Of one namespace it is no more than the accounts there, the default one among them.
  out.fact(object.key, members === '' ? 'bindsAllAuthenticated' : 'bindsDefaultAccount', true, place)
  // What the cluster itself gives to everybody is the same in every cluster, and harmless.
  if (!/^(system:|kubeadm:)/.test(object.name))
    cluster.groupGrants.push({ binding: object.key, namespace: members, place })
}

/** Connects roles with bindings and bindings with accounts. A role that is not among the files is added as named. */
export function connectRights(cluster: Cluster): void {
  const { out } = cluster
  for (const { binding, kind, namespace, name, place } of cluster.roleRefs) {
    const isNew = !out.has(objectKey(kind, namespace, name))
    const role = cluster.mention(kind, namespace, name, 'rbac-role', place)
    if (isNew) {
      out.fact(role, 'clusterScope', kind === 'ClusterRole', place)
      out.fact(role, 'builtinRole', kind === 'ClusterRole' ? builtinOf(name) : undefined, place)
      // What the built-in roles grant is known, so nothing of them is left open.
      if (kind === 'ClusterRole' && ['cluster-admin', 'admin', 'edit', 'view'].includes(name))
        out.fact(role, 'declared', true, place)
    }
    out.flow({
      key: cluster.flowKey('grant', role, binding),
      type: 'flow-grant',
      from: role,
      to: binding,
      place,
    })
  }
  stateAggregated(cluster)
  grantToGroups(cluster)
  for (const { binding, namespace, account, place } of cluster.grants) {
    const key = accountKey(cluster, namespace, account, place)
    out.flow({
      key: cluster.flowKey('grant', binding, key),
      type: 'flow-grant',
      from: binding,
      to: key,
      place,
    })
  }
}

/** A service account, added as named when no file declares it. */
export function accountKey(cluster: Cluster, namespace: string, name: string, place: Place): string {
  const isNew = !cluster.out.has(objectKey('ServiceAccount', namespace, name))
  const key = cluster.mention('ServiceAccount', namespace, name, 'service-account', place)
  if (isNew) cluster.out.fact(key, 'defaultAccount', name === 'default', place)
  return key
}
