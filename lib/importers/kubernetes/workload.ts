import { asksForCredentials } from '@/lib/importers/compose/auth'
import { debugPorts, startsDebugger, startsSshd } from '@/lib/importers/compose/command-signs'
import { kindByPort, type ServiceKind } from '@/lib/importers/compose/service-kind'
import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import { type PodContext, placeOf, readContainers, switchOf } from '@/lib/importers/kubernetes/containers'
import { UNKNOWN_ACCOUNT } from '@/lib/importers/kubernetes/digests'
import { asksForProxy } from '@/lib/importers/kubernetes/mesh/istio'
import { at, entryOf, numberOf, textAt } from '@/lib/importers/kubernetes/node-path'
import { type KubernetesObject, metaOf, type Place, readLabels } from '@/lib/importers/kubernetes/object'
import { type Environment, readEnvironment } from '@/lib/importers/kubernetes/pod-environment'
import { addImage, type RunImage, readImages } from '@/lib/importers/kubernetes/pod-image'
import { readLimits, readPolicies } from '@/lib/importers/kubernetes/pod-limits'
import { readSecurity } from '@/lib/importers/kubernetes/pod-security'
import { readVolumes } from '@/lib/importers/kubernetes/pod-volumes'
import { mapsOf } from '@/lib/importers/kubernetes/read-objects'
import { isRun, isWhole, readRunLimits, runPod, runsAsDefault } from '@/lib/importers/kubernetes/runs/runs'
import { hasAttribute, isRetiredController } from '@/lib/importers/kubernetes/workload-kind'
import type { YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Where the pod's template stands in an object of each kind. */
export function templateOf(object: KubernetesObject): YamlNode | undefined {
  const { kind, body } = object
  if (isRun(object)) return runPod(object)
  if (kind === 'Pod') return body
  const spec = at(body, 'spec')
  return kind === 'CronJob' ? at(spec, 'jobTemplate', 'spec', 'template') : at(spec, 'template')
}

/** Reads a workload: its component, its facts with the worst container deciding, its images and volumes. */
export function readWorkload(
  cluster: Cluster,
  object: KubernetesObject,
  { baseType, template }: { baseType: string; template: YamlNode | undefined },
): void {
  const namespace = object.namespace ?? 'default'
  const meta = metaOf(object)
  const spec = at(template, 'spec')
  const containers = readContainers(spec)
  const security = at(spec, 'securityContext')
  const annotations = at(template, 'metadata', 'annotations')
  const facts: [attribute: string, value: Parameters<PodContext['state']>[1], place: Place][] = []
  const pod: PodContext = {
    spec,
    security,
    annotations,
    containers,
    place: object.place,
    state: (attribute, value, place) => facts.push([attribute, value, place]),
  }
  const images = readImages(pod, cluster.images)
  const type = typeOf(object, baseType, images)
  const key = cluster.add(meta, type)
  const { out } = cluster
  const state = (attribute: string, value: Parameters<PodContext['state']>[1] | undefined, place: Place) => {
    if (hasAttribute(type, attribute)) out.fact(key, attribute, value, place)
  }
  pod.state = state
  for (const [attribute, value, place] of facts) state(attribute, value, place)
  // A pod without containers, as operators' templates may be, was not read whole.
  if (containers.length > 0 && isWhole(object)) state('declared', true, object.place)
  for (const image of images) addImage(cluster, image, key)
  readSecurity(pod)
  const openLimits = readLimits(pod)
  readPolicies(pod)
  const main = images.find(({ container }) => container.runsOn) ?? images[0]
  const products = [meta.name, main?.image.ref.repository.split('/').at(-1) ?? meta.name]
  const environment = readEnvironment(pod, products)
  const ports = readPorts(pod)
  // A job runs the tools of a product, and serves nothing.
  const isJob = baseType === 'job' || baseType === 'cronjob'
  const kind = readKind(pod, images, ports, isJob)
  readSigns(pod, environment, isJob ? undefined : main)
  const claims = claimsOf(cluster, object)
  const handed = [
    ...environment.handed,
    ...readVolumes({ cluster, key, namespace, name: object.name, pod, claims }),
  ]
  const account = accountOf(pod, runsAsDefault(object) ? 'default' : UNKNOWN_ACCOUNT)
  if (account.name !== UNKNOWN_ACCOUNT) state('defaultAccount', account.name === 'default', account.place)
  const automount = switchOf(spec, 'automountServiceAccountToken')
  if (automount && automount.value !== null)
    state('automountSetting', automount.value ? 'mount' : 'no-mount', automount.place)
  const replicas = readScale(object, state)
  const priority = entryOf(spec, 'priorityClassName')
  const priorityName = textAt(spec, 'priorityClassName')
  stateAddOn(type, images, state)
  cluster.workloads.push({
    key,
    meta,
    namespace,
    type,
    labels: readLabels(at(template, 'metadata', 'labels')),
    ports,
    ...(kind && { kind }),
    isCollector: images.some(({ image }) => image.isCollector),
    hostNetwork: out.factOf(key, 'hostNetwork')?.value === true,
    // What belongs to the whole cluster runs in the namespace of who names it.
    handed: object.namespace === undefined ? [] : handed,
    references: environment.references,
    account,
    mountsToken: automount?.value ?? undefined,
    replicas,
    openLimits,
    ...(priority &&
      priorityName && {
        priorityClass: { name: priorityName, place: { file: priority.file, line: priority.line } },
      }),
    ...meshOf(template, pod),
    place: object.place,
  })
}

// A proxy that stands among the containers was put there before the manifest was written.
function meshOf(template: YamlNode | undefined, { annotations, containers }: PodContext): { mesh?: boolean } {
  const hasProxy = containers.some(({ name }) => name === 'istio-proxy' || name === 'linkerd-proxy')
  const mesh = hasProxy || asksForProxy(at(template, 'metadata', 'labels'), annotations)
  return mesh === undefined ? {} : { mesh }
}

function typeOf(object: KubernetesObject, baseType: string, images: readonly RunImage[]): string {
  if (baseType === 'pod') {
    const source = textAt(object.body, 'metadata', 'annotations', 'kubernetes.io/config.source')
    const isFile =
      source === 'file' || source === 'http' || /etc\/kubernetes\/manifests\//.test(object.place.file)
    return isFile ? 'static-pod' : 'pod'
  }
  if (baseType === 'job' || baseType === 'cronjob') return baseType
  const isGateway =
    /ingress-?gateway/.test(object.name) && images.some(({ image }) => /proxyv2$/.test(image.ref.repository))
  if (isGateway) return 'ingress-controller'
  const main = images.filter(({ container }) => container.runsOn)
  const addOn = (main.length > 0 ? main : images).find(({ image }) => image.addOn !== undefined)
  return addOn?.image.addOn ?? baseType
}

function readPorts(pod: PodContext): { name?: string; number: number }[] {
  const ports: { name?: string; number: number }[] = []
  for (const { body } of pod.containers) {
    for (const port of mapsOf(at(body, 'ports'))) {
      const number = numberOf(at(port, 'containerPort'))
      const name = textAt(port, 'name')
      if (number !== undefined) ports.push(name === undefined ? { number } : { number, name })
    }
  }
  return ports
}

function readKind(
  pod: PodContext,
  images: readonly RunImage[],
  ports: readonly { number: number }[],
  isJob: boolean,
): ServiceKind | undefined {
  for (const { image, container, place } of images) {
    const { kind, isHelper } = image
    if (!container.runsOn || isHelper || !kind) continue
    if (isJob && kind !== 'code-runner') continue
    pod.state('serviceKind', kind, place)
    if (kind === 'code-runner') pod.state('untrustedCode', true, place)
    return kind
  }
  if (isJob) return undefined
  const byPort = kindByPorts(ports)
  const first = pod.containers.find(({ body }) => at(body, 'ports'))
  if (byPort && first) pod.state('serviceKind', byPort, placeOf(first.body, 'ports', first.place))
  return byPort
}

function kindByPorts(ports: readonly { number: number }[]): ServiceKind | undefined {
  for (const { number } of ports) {
    const kind = kindByPort(number)
    if (kind) return kind
  }
  return undefined
}

// What command, variables and ports give away: a debugger, an SSH daemon, whether credentials are asked for.
function readSigns(pod: PodContext, { settings }: Environment, main: RunImage | undefined): void {
  for (const container of pod.containers) {
    const { command } = container
    const place = placeOf(container.body, 'command', placeOf(container.body, 'args', container.place))
    if (command !== '' && startsDebugger(command)) pod.state('debugPort', true, place)
    if (command !== '' && startsSshd(command)) pod.state('runsSshd', true, place)
    const portPlace = placeOf(container.body, 'ports', container.place)
    for (const port of mapsOf(at(container.body, 'ports'))) {
      const number = numberOf(at(port, 'containerPort'))
      const portAt = placeOf(port, 'containerPort', portPlace)
      if (number !== undefined && debugPorts.has(number)) pod.state('debugPort', true, portAt)
      if (number === 22 && textAt(port, 'protocol') !== 'UDP') pod.state('runsSshd', true, portAt)
    }
  }
  for (const [name, value] of settings) {
    if (value && /OPT|ARGS|FLAGS|DEBUG|CMD/i.test(name) && startsDebugger(value.slice(0, 4000)))
      pod.state('debugPort', true, pod.place)
  }
  if (!main) return
  const asks = asksForCredentials({
    image: main.image.ref.repository,
    tag: main.image.ref.tag,
    command: main.container.command,
    settings,
  })
  if (asks !== undefined) pod.state('authRequired', asks, main.place)
}

function accountOf({ spec, place }: PodContext, unsaid: string): { name: string; place: Place } {
  for (const key of ['serviceAccountName', 'serviceAccount']) {
    const name = textAt(spec, key)
    if (name) return { name, place: placeOf(spec, key, place) }
  }
  return { name: unsaid, place }
}

function claimsOf(cluster: Cluster, { kind, body, namespace, name }: KubernetesObject): Map<string, Place> {
  const claims = new Map<string, Place>()
  if (kind !== 'StatefulSet') return claims
  for (const claim of mapsOf(at(body, 'spec', 'volumeClaimTemplates'))) {
    const claimName = textAt(claim, 'metadata', 'name')
    if (!claimName) continue
    const place = { file: claim.file, line: claim.line }
    claims.set(claimName, place)
    const key = cluster.mention(
      'PersistentVolumeClaim',
      namespace,
      `${claimName}-${name}`,
      'persistent-volume',
      place,
    )
    const modes = at(claim, 'spec', 'accessModes')
    cluster.out.fact(
      key,
      'sharedAccess',
      isShared(modes),
      modes ? { file: modes.file, line: modes.line } : place,
    )
  }
  return claims
}

/** Whether access modes let many nodes write. */
export function isShared(modes: YamlNode | undefined): boolean {
  return (
    modes?.kind === 'list' &&
    modes.items.some((item) => item.kind === 'scalar' && item.value === 'ReadWriteMany')
  )
}

type State = (attribute: string, value: boolean | number | string | null | undefined, place: Place) => void

// Copies, and the limits of jobs.
function readScale(object: KubernetesObject, state: State): number {
  const { kind, body, place } = object
  const spec = at(body, 'spec')
  const replicas = numberOf(at(spec, 'replicas'))
  if (replicas !== undefined) state('replicas', replicas, placeOf(spec, 'replicas', place))
  if (isRun(object)) readRunLimits(object, state)
  if (kind !== 'Job' && kind !== 'CronJob' && kind !== 'CronWorkflow') return replicas ?? 1
  const job = kind === 'CronJob' ? at(spec, 'jobTemplate', 'spec') : spec
  const inPod = at(job, 'template', 'spec')
  for (const node of [job, inPod]) {
    if (numberOf(at(node, 'activeDeadlineSeconds')) !== undefined)
      state('activeDeadline', true, placeOf(node, 'activeDeadlineSeconds', place))
  }
  if (kind === 'Job') {
    if (numberOf(at(job, 'ttlSecondsAfterFinished')) !== undefined)
      state('ttlAfterFinished', true, placeOf(job, 'ttlSecondsAfterFinished', place))
    return 1
  }
  for (const key of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit']) {
    const limit = numberOf(at(spec, key))
    if (limit !== undefined && limit > 10) state('ttlAfterFinished', false, placeOf(spec, key, place))
  }
  const policy = textAt(spec, 'concurrencyPolicy')
  if (policy) state('concurrencyForbidden', policy !== 'Allow', placeOf(spec, 'concurrencyPolicy', place))
  return 1
}

function stateAddOn(type: string, images: readonly RunImage[], state: State): void {
  for (const { image, place } of images) {
    const { ref } = image
    const name = `${ref.registry}/${ref.repository}`
    if (type === 'ingress-controller' && isRetiredController(name)) state('retiredController', true, place)
    if (type === 'gitops-controller' && /(^|\/)tiller$/.test(ref.repository)) state('tiller', true, place)
  }
}
