import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf } from '@/lib/importers/kubernetes/containers'
import { at, booleanOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { entriesOf, itemsOf, toScalarText, type YamlMap } from '@/lib/importers/yaml/yaml-node'

const INJECTORS =
  /^(cert-manager\.io\/inject-ca-from(-secret)?|cert-manager\.io\/inject-apiserver-ca|service\.beta\.openshift\.io\/inject-cabundle)$/

/** Reads a webhook configuration: whether it fails open, whom it exempts, and where it calls. */
export function readWebhooks(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'admission-webhook')
  const { body, place, kind } = object
  out.fact(key, 'declared', true, place)
  out.fact(key, 'mutating', kind === 'MutatingWebhookConfiguration', place)
  const hooks = mapsOf(at(body, 'webhooks'))
  const ignoring = hooks.find((hook) => failurePolicy(hook, object) === 'Ignore')
  if (ignoring) out.fact(key, 'failOpen', true, placeOf(ignoring, 'failurePolicy', ignoring))
  const exempting = hooks.find(
    (hook) => exempts(hook, 'namespaceSelector') || exempts(hook, 'objectSelector'),
  )
  if (exempting)
    out.fact(
      key,
      'namespaceExemptions',
      true,
      placeOf(exempting, 'namespaceSelector', placeOf(exempting, 'objectSelector', exempting)),
    )
  const injects = entriesOf(at(body, 'metadata', 'annotations')).find(({ key: note }) => INJECTORS.test(note))
  const bare = hooks.find((hook) => !toScalarText(at(hook, 'clientConfig', 'caBundle')))
  const first = hooks[0]
  if (first)
    out.fact(
      key,
      'webhookTls',
      bare === undefined || injects !== undefined ? true : null,
      injects ?? bare ?? first,
    )
  for (const hook of hooks) addCall(cluster, key, hook)
}

// The first version of the API let through when nothing was said; since then it blocks.
function failurePolicy(hook: YamlMap, { body }: KubernetesObject): string {
  const isBeta = /v1beta1$/.test(textAt(body, 'apiVersion') ?? '')
  return textAt(hook, 'failurePolicy') ?? (isBeta ? 'Ignore' : 'Fail')
}

// A condition on a label of the namespace or object, other than the name that Kubernetes gives, can be set by whoever owns it.
function exempts(hook: YamlMap, selector: string): boolean {
  const node = at(hook, selector)
  const isFixed = (label: string) => label === 'kubernetes.io/metadata.name' || label === 'control-plane'
  const labels = entriesOf(at(node, 'matchLabels')).filter(({ key }) => !isFixed(key))
  const expressions = mapsOf(at(node, 'matchExpressions')).filter(
    (item) => !isFixed(textAt(item, 'key') ?? ''),
  )
  return labels.length > 0 || expressions.length > 0
}

function addCall(cluster: Cluster, key: string, hook: YamlMap): void {
  const service = at(hook, 'clientConfig', 'service')
  const name = textAt(service, 'name')
  const namespace = textAt(service, 'namespace') ?? 'default'
  if (!name) return
  const place = { file: hook.file, line: hook.line }
  cluster.later.push(() => {
    const target = objectKey('Service', namespace, name)
    if (!cluster.out.has(target)) return
    const flow = cluster.out.flow({
      key: cluster.flowKey('k8s-api', key, target),
      type: 'flow-k8s-api',
      from: key,
      to: target,
      place,
    })
    cluster.out.fact(flow, 'encrypted', true, place)
  })
}

/** Reads a policy of an admission engine: ValidatingAdmissionPolicy, Kyverno, Gatekeeper. The cluster has one then. */
export function readAdmissionPolicy(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'admission-webhook')
  const { body, place, kind } = object
  const spec = at(body, 'spec')
  out.fact(key, 'declared', true, place)
  const isMutating =
    kind === 'MutatingAdmissionPolicy' || mapsOf(at(spec, 'rules')).some((rule) => at(rule, 'mutate'))
  out.fact(key, 'mutating', isMutating, place)
  if (textAt(spec, 'failurePolicy') === 'Ignore')
    out.fact(key, 'failOpen', true, placeOf(spec, 'failurePolicy', place))
  const audits = auditsOnly(spec, object)
  if (!audits && enforcesByItself(kind)) out.fact(cluster.clusterKey(place), 'policyEngine', true, place)
  const verifies = mapsOf(at(spec, 'rules')).find((rule) => at(rule, 'verifyImages'))
  if (verifies && !audits) out.fact(cluster.clusterKey(place), 'imageSigned', true, verifies)
}

function enforcesByItself(kind: string): boolean {
  return (
    kind !== 'ValidatingAdmissionPolicy' &&
    kind !== 'MutatingAdmissionPolicy' &&
    kind !== 'ConstraintTemplate'
  )
}

function auditsOnly(spec: ReturnType<typeof at>, { group }: KubernetesObject): boolean {
  if (group === 'kyverno.io') {
    const action = textAt(spec, 'validationFailureAction') ?? 'Audit'
    const ofRules = mapsOf(at(spec, 'rules')).map(
      (rule) => textAt(rule, 'validate', 'failureAction') ?? action,
    )
    return ofRules.every((one) => /^audit$/i.test(one))
  }
  return /^(dryrun|warn)$/i.test(textAt(spec, 'enforcementAction') ?? '')
}

/** Reads the binding of a ValidatingAdmissionPolicy: only with one does the policy act. */
export function readPolicyBinding(cluster: Cluster, object: KubernetesObject): void {
  const actions = itemsOf(at(object.body, 'spec', 'validationActions')).flatMap(
    (item) => toScalarText(item) ?? [],
  )
  const denies = actions.length === 0 || actions.includes('Deny')
  const key = cluster.clusterKey(object.place)
  if (denies && !cluster.out.factOf(key, 'policyEngine'))
    cluster.out.fact(key, 'policyEngine', true, object.place)
  else
    cluster.skip(
      object,
      denies
        ? 'Another policy says already that the cluster has admission policies.'
        : 'It only warns or records, so it keeps nothing out.',
    )
}

/** Reads a CustomResourceDefinition: whether its fields are validated, and whether a webhook converts it. */
export function readDefinition(cluster: Cluster, object: KubernetesObject): void {
  const { out } = cluster
  const key = cluster.add(object, 'custom-resource')
  const spec = at(object.body, 'spec')
  const versions = mapsOf(at(spec, 'versions'))
  const schemas = [
    at(spec, 'validation', 'openAPIV3Schema'),
    ...versions.map((version) => at(version, 'schema', 'openAPIV3Schema')),
  ].filter((schema) => schema !== undefined)
  const open = schemas.find(
    (schema) => booleanOf(at(schema, 'x-kubernetes-preserve-unknown-fields')) === true,
  )
  const place: Place = placeOf(spec, 'versions', placeOf(spec, 'validation', object.place))
  out.fact(key, 'validated', schemas.length > 0 && open === undefined, open ?? place)
  const conversion = at(spec, 'conversion')
  const strategy = textAt(conversion, 'strategy')
  out.fact(
    key,
    'conversionWebhook',
    strategy === 'Webhook',
    conversion ? placeOf(conversion, 'strategy', place) : object.place,
  )
}
