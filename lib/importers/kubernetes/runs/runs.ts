import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { placeOf, readContainers } from '@/lib/importers/kubernetes/containers'
import { type RunReference, UNKNOWN_ACCOUNT } from '@/lib/importers/kubernetes/digests'
import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, objectKey, type Place } from '@/lib/importers/kubernetes/object'
import { argoPod, argoReferences, argoSpec, warnOfSteps } from '@/lib/importers/kubernetes/runs/argo'
import { addAll } from '@/lib/importers/kubernetes/runs/made-node'
import { tektonPod, tektonReferences } from '@/lib/importers/kubernetes/runs/tekton'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

// Workflows of Argo and pipelines of Tekton: containers that run one after the other, in pods that the tool makes.

/** True for workflows, pipelines and their parts. */
export function isRun({ kind, group }: Pick<KubernetesObject, 'kind' | 'group'>): boolean {
  return group === 'tekton.dev' || (group === 'argoproj.io' && /Workflow/.test(kind))
}

/** True for what runs only when another object names it, which may also decide its account and its pod's settings. */
export function isRunByOthers(object: KubernetesObject): boolean {
  return (
    isRun(object) &&
    /^(Task|ClusterTask|Pipeline|WorkflowTemplate|ClusterWorkflowTemplate)$/.test(object.kind)
  )
}

/** The containers of a run as if they were one pod's. */
export function runPod(object: KubernetesObject): YamlNode | undefined {
  return object.group === 'tekton.dev' ? tektonPod(object) : argoPod(object)
}

/** Whether a pod's settings are all among what was read: those of a Task come of its run. */
export function isWhole(object: KubernetesObject): boolean {
  return !isRunByOthers(object) || object.group !== 'tekton.dev'
}

/** Whether an object without an account runs as the default one. Tekton's is a setting of the tool. */
export function runsAsDefault(object: KubernetesObject): boolean {
  return !isRun(object) || (object.group !== 'tekton.dev' && !isRunByOthers(object))
}

const ONLY_ORDER =
  'It runs no container of its own: it only puts Tasks or templates of other objects in an order, and those are read by themselves.'

const TOO_MUCH =
  'Its steps cannot be read: it has no spec, or too much that all steps share. Import its steps a part at a time.'

/** Why a run became no component: it runs nothing itself, or cannot be read. */
export function whyNoRun(object: KubernetesObject, pod: YamlNode | undefined): string | undefined {
  if (!isRun(object)) return undefined
  if (!pod) return TOO_MUCH
  return isRunByOthers(object) && readContainers(at(pod, 'spec')).length === 0 ? ONLY_ORDER : undefined
}

/** Says what a run does that is not drawn, and hands its account to what it runs. */
export function noteRun(cluster: Cluster, object: KubernetesObject): void {
  const isTekton = object.group === 'tekton.dev'
  if (!isTekton) warnOfSteps(cluster, object)
  const references = (isTekton ? tektonReferences(object) : argoReferences(object)).map((reference) => ({
    key: keyOf(reference, object.namespace),
    place: { file: reference.place.file, line: reference.place.line },
  }))
  if (references.length === 0) return
  cluster.runs.set(
    object.key,
    references.flatMap(({ key }) => key ?? []),
  )
  cluster.later.push(() => {
    handAccount(cluster, object.key)
    const missing = references.find(({ key }) => key === undefined || !cluster.objects.has(key))
    if (missing) cluster.warn(missing.place, missing.key === undefined ? FETCHED : NOT_HERE)
  })
}

const FETCHED =
  'What this runs is fetched from elsewhere when it runs. Its containers are not drawn: import the Task or Pipeline itself.'
const NOT_HERE =
  'What this runs is not among these files, so its containers are not drawn. Import it together with this.'

function keyOf({ kind, isWide, name }: RunReference, namespace: string | undefined): string | undefined {
  return name === undefined ? undefined : objectKey(kind, isWide ? undefined : namespace, name)
}

// More than anybody writes into one pipeline.
const MAX_REACHED = 500

// What a run names, and what that names, acts under the account of the run. The first run of several decides.
function handAccount(cluster: Cluster, run: string): void {
  const account = cluster.workloadAt(run)?.account
  if (!account || account.name === UNKNOWN_ACCOUNT || cluster.workloadAt(run)?.isOfRun) return
  const waiting = [...(cluster.runs.get(run) ?? [])]
  const seen = new Set([run])
  for (let key = waiting.pop(); key !== undefined && seen.size < MAX_REACHED; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    addAll(waiting, cluster.runs.get(key) ?? [])
    const workload = cluster.workloadAt(key)
    if (workload?.account.name !== UNKNOWN_ACCOUNT || workload.meta.namespace === undefined) continue
    workload.account = account
    workload.isOfRun = true
    cluster.out.fact(key, 'defaultAccount', account.name === 'default', account.place)
  }
}

/** States the limits of a run: how long it may take, and whether it is cleaned up. */
export function readRunLimits(
  object: KubernetesObject,
  state: (attribute: string, value: boolean | null, place: Place) => void,
): void {
  const { body, kind, place } = object
  const spec = at(body, 'spec')
  if (object.group === 'tekton.dev') {
    // The tool's own settings decide what is not said here.
    const timeout = at(spec, 'timeout') ? [spec, 'timeout'] : [at(spec, 'timeouts'), 'pipeline']
    const [node, key] = timeout as [YamlNode | undefined, string]
    const text = textAt(node, key)
    state(
      'activeDeadline',
      text === undefined ? null : !/^0(h|m|s|h0m0s)?$/.test(text),
      placeOf(node, key, place),
    )
    state('ttlAfterFinished', null, place)
    return
  }
  const workflow = argoSpec(object)
  if (at(workflow, 'activeDeadlineSeconds'))
    state('activeDeadline', true, placeOf(workflow, 'activeDeadlineSeconds', place))
  if (at(workflow, 'ttlStrategy') && kind !== 'CronWorkflow')
    state('ttlAfterFinished', true, placeOf(workflow, 'ttlStrategy', place))
}
