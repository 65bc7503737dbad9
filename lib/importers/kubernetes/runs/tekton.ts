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
  mapTexts,
  type Sharing,
  withDefaults,
  withImage,
  withItems,
  withNodes,
} from '@/lib/importers/kubernetes/runs/made-node'
import { itemsOf, type YamlMap, type YamlNode } from '@/lib/importers/yaml/yaml-node'

// Tekton's own variables, beside which $(NAME) is one of Kubernetes.
const VARIABLE =
  /\$\(((?:inputs|outputs|params|workspaces|results|context|tasks|resources|steps?)\b[^()]{0,200})\)/g
const PARAMETER = /\$\{(?:inputs\.)?params(?:\.([\w-]+)|\[["']([\w.-]+)["']\])\}/g

/**
 * The containers of all steps as if they were one pod's: the worst of them decides. Of a Pipeline, and of the run of one,
 * these are the tasks that it holds itself. Undefined for what is too much.
 */
export function tektonPod({ kind, body }: KubernetesObject): YamlNode | undefined {
  const spec = at(body, 'spec')
  if (spec?.kind !== 'map') return undefined
  const ofRun = at(spec, 'taskRunTemplate') ?? spec
  const podTemplate = at(ofRun, 'podTemplate') ?? at(spec, 'podTemplate')
  const bound = mapsOf(at(spec, 'workspaces')).flatMap(boundVolume)
  const sharing = { left: MAX_SHARED }
  const given = new Map<string, string>()
  if (kind === 'TaskRun') addValues(given, at(spec, 'params'), 'value')
  const containers: YamlNode[] = []
  const volumes: YamlNode[] = []
  for (const written of taskSpecs(kind, spec)) {
    const task = mapTexts(written, (text) => (text.includes('$(') ? text.replace(VARIABLE, '$${$1}') : text))
    const defaults = new Map<string, string>()
    addValues(defaults, at(task, 'params'), 'default')
    const values = [given, defaults]
    const ready = (step: YamlMap) =>
      withImage(withMounts(withLimits(step), bound, sharing), PARAMETER, ...values)
    const ofSteps = at(task, 'stepTemplate')
    addAll<YamlNode>(
      containers,
      mapsOf(at(task, 'steps')).map((step) => ready(withDefaults(step, ofSteps, sharing))),
      mapsOf(at(task, 'sidecars')).map(ready),
    )
    addAll(volumes, itemsOf(at(task, 'volumes')))
  }
  if (sharing.left < 0) return undefined
  const own = madeMap(spec, {
    containers: madeList(spec, containers),
    volumes: madeList(spec, [...itemsOfAll(at(podTemplate, 'volumes')), ...volumes, ...bound]),
    serviceAccountName: at(ofRun, 'serviceAccountName') ?? at(spec, 'serviceAccountName'),
  })
  return madeMap(spec, { metadata: at(body, 'metadata'), spec: withDefaults(own, podTemplate, sharing) })
}

function taskSpecs(kind: string, spec: YamlMap): YamlNode[] {
  if (kind === 'Task' || kind === 'ClusterTask') return [spec]
  const held = kind === 'TaskRun' ? [spec] : tasksOf(kind, spec)
  return held.flatMap((task) => at(task, 'taskSpec') ?? [])
}

function tasksOf(kind: string, spec: YamlMap): YamlMap[] {
  const pipeline = kind === 'PipelineRun' ? at(spec, 'pipelineSpec') : spec
  return [...mapsOf(at(pipeline, 'tasks')), ...mapsOf(at(pipeline, 'finally'))]
}

// Newer versions say the limits of a step under a name of their own.
function withLimits(step: YamlMap): YamlMap {
  const limits = at(step, 'computeResources')
  return limits ? withNodes(step, { resources: limits }) : step
}

// What a run binds to a workspace is mounted into every step that asks for it; which do is not looked at.
function withMounts(step: YamlMap, bound: readonly YamlMap[], sharing: Sharing): YamlMap {
  if (bound.length === 0) return step
  return withNodes(step, {
    volumeMounts: madeList(step, withItems(itemsOf(at(step, 'volumeMounts')), bound, sharing)),
  })
}

function boundVolume(workspace: YamlMap): YamlMap[] {
  const claim = at(workspace, 'volumeClaimTemplate')
  const kinds = ['persistentVolumeClaim', 'secret', 'configMap', 'projected', 'csi'] as const
  if (!claim && !kinds.some((kind) => at(workspace, kind))) return []
  const name = madeText(workspace, `workspace-${textAt(workspace, 'name') ?? ''}`)
  const nodes = Object.fromEntries(kinds.map((kind) => [kind, at(workspace, kind)]))
  return [madeMap(workspace, { name, ...nodes, ephemeral: claim })]
}

/** The Tasks and Pipelines that an object runs. Those that are fetched from elsewhere have no name here. */
export function tektonReferences({ kind, body }: KubernetesObject): RunReference[] {
  const spec = at(body, 'spec')
  if (spec?.kind !== 'map') return []
  const nodes = [
    at(spec, 'pipelineRef'),
    ...(kind === 'TaskRun' ? [spec] : tasksOf(kind, spec)).map((task) => at(task, 'taskRef')),
  ]
  return nodes.flatMap((node, index) => {
    if (!node) return []
    const named = textAt(node, 'kind') ?? (index === 0 ? 'Pipeline' : 'Task')
    const name = textAt(node, 'bundle') === undefined ? textAt(node, 'name') : undefined
    return [{ kind: named, isWide: named === 'ClusterTask', ...(name && { name }), place: node }]
  })
}
