import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { RunReference } from '@/lib/importers/kubernetes/digests'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import type { KubernetesObject } from '@/lib/importers/kubernetes/object'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import {
  addAll,
  addValues,
  itemsOfAll,
  MAX_SHARED,
  madeList,
  madeMap,
  madeText,
  type Sharing,
  withDefaults,
  withImage,
  withNodes,
} from '@/lib/importers/kubernetes/runs/made-node'
import { entriesOf, itemsOf, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

const PARAMETER = /\{\{\s*(?:inputs|workflow)\.parameters\.([\w-]+)\s*\}\}/g

/** What a workflow of Argo runs. */
export function argoSpec({ kind, body }: KubernetesObject): YamlNode | undefined {
  return kind === 'CronWorkflow' ? at(body, 'spec', 'workflowSpec') : at(body, 'spec')
}

/**
 * The containers of all steps of a workflow as if they were one pod's: the worst of them decides. Each step is a pod of
 * its own, but they share the account, the volumes and the settings of the workflow. Undefined for what is too much.
 */
export function argoPod(object: KubernetesObject): YamlNode | undefined {
  const spec = argoSpec(object)
  if (spec?.kind !== 'map') return undefined
  const values = new Map<string, string>()
  addValues(values, at(spec, 'arguments', 'parameters'), 'value')
  const defaults = at(spec, 'templateDefaults')
  const sharing = { left: MAX_SHARED }
  const containers: YamlNode[] = []
  const initContainers: YamlNode[] = []
  const volumes: YamlNode[] = []
  let account: YamlNode | undefined
  for (const template of templatesOf(spec)) {
    const own = new Map<string, string>()
    addValues(own, at(template, 'inputs', 'parameters'), 'value', 'default')
    const ready = (container: YamlMap) =>
      withImage(withSecurity(container, at(template, 'securityContext'), sharing), PARAMETER, own, values)
    for (const key of ['container', 'script']) {
      const main = at(template, key)
      if (main?.kind === 'map') containers.push(ready(withDefaults(main, at(defaults, key), sharing)))
    }
    addAll<YamlNode>(
      containers,
      mapsOf(at(template, 'containerSet', 'containers')).map(ready),
      mapsOf(at(template, 'sidecars')).map(ready),
    )
    addAll<YamlNode>(initContainers, mapsOf(at(template, 'initContainers')).map(ready))
    addAll(volumes, itemsOf(at(template, 'volumes')), artifactSecrets(template))
    account ??= at(template, 'serviceAccountName')
  }
  if (sharing.left < 0) return undefined
  const claims = mapsOf(at(spec, 'volumeClaimTemplates')).flatMap((claim) => {
    const name = at(claim, 'metadata', 'name')
    return name ? [madeMap(claim, { name, ephemeral: claim })] : []
  })
  const pod = withNodes(spec, {
    containers: madeList(spec, containers),
    initContainers: madeList(spec, initContainers),
    volumes: madeList(spec, [...itemsOfAll(at(spec, 'volumes')), ...volumes, ...claims]),
    serviceAccountName: at(spec, 'serviceAccountName') ?? account,
  })
  return madeMap(spec, { metadata: at(spec, 'podMetadata'), spec: pod })
}

// Steps may hold a template instead of naming one.
function templatesOf(spec: YamlMap): YamlMap[] {
  return mapsOf(at(spec, 'templates')).flatMap((template) => [
    template,
    ...stepsOf(template).flatMap((step) => {
      const inline = at(step, 'inline')
      return inline?.kind === 'map' ? [inline] : []
    }),
  ])
}

function stepsOf(template: YamlMap): YamlMap[] {
  const groups = itemsOf(at(template, 'steps'))
  return [...groups, at(template, 'dag', 'tasks')].flatMap((group) => mapsOf(group))
}

const OF_CONTAINERS = [
  'runAsUser',
  'runAsGroup',
  'runAsNonRoot',
  'seccompProfile',
  'seLinuxOptions',
  'appArmorProfile',
  'windowsOptions',
]

// What a template says of its own pod counts for its containers only.
function withSecurity(container: YamlMap, ofTemplate: YamlNode | undefined, sharing: Sharing): YamlMap {
  const shared = entriesOf(ofTemplate).filter(({ key }) => OF_CONTAINERS.includes(key))
  if (shared.length === 0 || ofTemplate?.kind !== 'map') return container
  const defaults: YamlMap = { ...ofTemplate, entries: new Map(shared.map((entry) => [entry.key, entry])) }
  const own = at(container, 'securityContext')
  return withNodes(container, {
    securityContext: own?.kind === 'map' ? withDefaults(own, defaults, sharing) : defaults,
  })
}

// Keys with which inputs are fetched and outputs are put away.
function artifactSecrets(template: YamlMap): YamlNode[] {
  const artifacts = ['inputs', 'outputs'].flatMap((side) => mapsOf(at(template, side, 'artifacts')))
  return artifacts.flatMap((artifact) =>
    entriesOf(artifact).flatMap(({ value: store }) =>
      entriesOf(store).flatMap(({ key, value }) => {
        const name = /Secret$/.test(key) ? at(value, 'name') : undefined
        return name
          ? [
              madeMap(value, {
                name: madeText(value, 'artifact'),
                secret: madeMap(value, { secretName: name }),
              }),
            ]
          : []
      }),
    ),
  )
}

/** Says what steps do that is not drawn. */
export function warnOfSteps(cluster: Cluster, object: KubernetesObject): void {
  const spec = argoSpec(object)
  if (spec?.kind !== 'map') return
  const templates = templatesOf(spec)
  const other = templates.find((template) => ['resource', 'http', 'plugin'].some((key) => at(template, key)))
  if (other)
    cluster.warn(
      other,
      'This step runs no container of its own (resource, http or plugin). What it makes or calls is not drawn: add it by hand where it matters.',
    )
  const patch = [spec, ...templates].map((node) => node.entries.get('podSpecPatch')).find((entry) => entry)
  if (patch)
    cluster.warn(
      patch,
      'A patch changes the pods of this workflow (podSpecPatch). It is not read: check what it changes.',
    )
}

/** The templates of other objects that a workflow runs. */
export function argoReferences(object: KubernetesObject): RunReference[] {
  const spec = argoSpec(object)
  if (spec?.kind !== 'map') return []
  const steps = templatesOf(spec).flatMap(stepsOf)
  const nodes = [at(spec, 'workflowTemplateRef'), ...steps.map((step) => at(step, 'templateRef'))]
  return nodes.flatMap((node) => {
    const name = textAt(node, 'name')
    if (!node || name === undefined) return []
    const isWide = textAt(node, 'clusterScope') === 'true'
    return [{ kind: isWide ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate', isWide, name, place: node }]
  })
}
