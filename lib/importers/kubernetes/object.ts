import { joinNatural, keyName, keyPath } from '@/lib/importers/compose/keys'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import { isReportKind } from '@/lib/importers/scans/report-objects'
import { entriesOf, toScalarText, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

export type Place = { file: string; line: number }
export type Labels = ReadonlyMap<string, string>

/** What every object has. `key` is its natural key; `namespace` is absent for what belongs to the whole cluster. */
export type ObjectMeta = {
  key: string
  kind: string
  /** API group without version; '' for the core group. */
  group: string
  name: string
  namespace?: string
  place: Place
  labels: Labels
}

/** An object as it stands in a file, looked at once and then forgotten. */
export type KubernetesObject = ObjectMeta & { body: YamlMap }

/** What stands for the name of an object that has none. */
export const NO_NAME = '(no name)'

/** Kinds of Kubernetes' own that belong to the whole cluster. */
const CLUSTER_KINDS = new Set(
  'Namespace Node PersistentVolume StorageClass ClusterRole ClusterRoleBinding CustomResourceDefinition MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding PriorityClass IngressClass GatewayClass APIService CSIDriver CSINode VolumeAttachment VolumeAttributesClass RuntimeClass PodSecurityPolicy SecurityContextConstraints CertificateSigningRequest ClusterTrustBundle FlowSchema PriorityLevelConfiguration ComponentStatus DeviceClass ResourceSlice ServiceCIDR IPAddress StorageVersion ClusterIssuer ClusterPolicy ClusterSecretStore ClusterExternalSecret ClusterTask ClusterWorkflowTemplate ClusterTriggerBinding AdminNetworkPolicy BaselineAdminNetworkPolicy ClusterTrainingRuntime Provisioner NodePool EC2NodeClass NodeClass Tenant GlobalNetworkPolicy GlobalNetworkSet CiliumClusterwideNetworkPolicy AuditSink'.split(
    ' ',
  ),
)

/** Groups whose configuration files have a kind, but are no objects of a cluster. */
export const CONFIG_GROUPS: ReadonlySet<string> = new Set([
  'kubeadm.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'kubescheduler.config.k8s.io',
  'apiserver.config.k8s.io',
  'audit.k8s.io',
  'eventratelimit.admission.k8s.io',
  'pod-security.admission.config.k8s.io',
])

/** The natural key of an object: `Kind/namespace/name`, or `Kind/name` for what belongs to the whole cluster. */
export function objectKey(kind: string, namespace: string | undefined, name: string): string {
  // A key begins with a capital letter, as kinds do, whatever a file calls one.
  const first = /^[A-Z]/.test(kind) ? keyName(kind) : `Kind-${keyName(kind)}`
  return namespace === undefined
    ? joinNatural(first, keyName(name))
    : joinNatural(first, keyName(namespace), keyName(name))
}

/** The natural key of an object whose plain key another kind of the same name has. */
export function keyWithGroup({
  kind,
  group,
  namespace,
  name,
}: Pick<ObjectMeta, 'kind' | 'group' | 'namespace' | 'name'>): string {
  return objectKey(`${kind}.${group || 'core'}`, namespace, name)
}

/** The natural key of something that is no object itself, such as a host path. */
export function otherKey(kind: string, ...parts: readonly string[]): string {
  return joinNatural(kind, ...parts.map(keyPath))
}

/** How an object is named in lists: `Kind/namespace/name`. */
export function titleOf({ kind, namespace, name }: ObjectMeta): string {
  return [kind, namespace, name]
    .filter((part) => part !== undefined)
    .join('/')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200)
}

/** Labels and other maps of text. Values that are numbers or booleans are read as text, as kubectl would refuse them. */
export function readLabels(node: YamlNode | undefined): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { key, value } of entriesOf(node)) {
    const text = toScalarText(value)
    if (text !== undefined) labels.set(key, text)
  }
  return labels
}

/** What identifies an object, to be kept without what it says. */
export function metaOf({ body: _, ...meta }: KubernetesObject): ObjectMeta {
  return meta
}

/** Reads what identifies an object. `undefined` for a document that says no kind. */
export function readObject(body: YamlMap, namespaceOfSet?: string): KubernetesObject | undefined {
  const kind = toScalarText(at(body, 'kind'))
  if (kind === undefined || kind === '') return undefined
  const version = toScalarText(at(body, 'apiVersion')) ?? ''
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : ''
  const metadata = at(body, 'metadata')
  const name = toScalarText(at(metadata, 'name')) || generatedName(metadata) || unnamed(kind, group)
  const isWide =
    CLUSTER_KINDS.has(kind) ||
    CONFIG_GROUPS.has(group) ||
    isConstraint(group) ||
    (kind.startsWith('Cluster') && isReportKind(group, kind))
  const namespace = isWide
    ? undefined
    : toScalarText(at(metadata, 'namespace')) || namespaceOfSet || 'default'
  return {
    key: objectKey(kind, namespace, name),
    kind,
    group,
    name,
    ...(namespace !== undefined && { namespace }),
    place: { file: body.file, line: body.entries.get('kind')?.line ?? body.line },
    labels: readLabels(at(metadata, 'labels')),
    body,
  }
}

/** Gatekeeper's constraints are kinds that users make, for the whole cluster. */
export function isConstraint(group: string): boolean {
  return group === 'constraints.gatekeeper.sh' || group === 'templates.gatekeeper.sh'
}

function generatedName(metadata: YamlNode | undefined): string | undefined {
  const prefix = textAt(metadata, 'generateName')
  return prefix ? `${prefix}*` : undefined
}

// Configuration files have no name; their kind stands for it.
function unnamed(kind: string, group: string): string {
  return CONFIG_GROUPS.has(group) ? kind : NO_NAME
}
