type Json = Record<string, unknown>

/** What a case changes: keys of the container, of the pod's spec and of its metadata. `null` takes a key away. */
export type Change = {
  container?: Json
  security?: Json | null
  pod?: Json
  podSecurity?: Json | null
  annotations?: Json
}

const digest = `@sha256:${'0123456789abcdef'.repeat(4)}`

/** A container that nothing can be said against. */
export function safeContainer(name = 'app'): Json {
  return {
    name,
    image: `registry.example.com/${name}:1.4.2${digest}`,
    imagePullPolicy: 'Always',
    resources: {
      requests: { cpu: '100m', memory: '64Mi' },
      limits: { cpu: '200m', memory: '128Mi', 'ephemeral-storage': '1Gi' },
    },
    livenessProbe: { httpGet: { path: '/live', port: 8080 } },
    readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    securityContext: {
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 10001,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
      appArmorProfile: { type: 'RuntimeDefault' },
    },
  }
}

function merge(into: Json, change: Json): Json {
  const merged = { ...into, ...change }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}

function changed(container: Json, { container: keys = {}, security }: Change): Json {
  const own = container.securityContext as Json
  const next = merge(container, keys)
  if (security === null) return merge(next, { securityContext: null })
  return security ? merge(next, { securityContext: merge(own, security) }) : next
}

/** Which of a pod's containers a change is made to; the others stay as they should be. */
export const places = ['container', 'second', 'init'] as const
export type PlaceOfChange = (typeof places)[number]

export const kinds = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ReplicaSet',
  'ReplicationController',
] as const
export type WorkloadKind = (typeof kinds)[number]

const versions: Partial<Record<WorkloadKind, string>> = {
  Pod: 'v1',
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
}

/** The manifest of a workload that is safe but for one change, as JSON, which is YAML. */
export function workload(kind: WorkloadKind, change: Change = {}, at: PlaceOfChange = 'container'): string {
  const others = at === 'second' ? [safeContainer('first')] : []
  const isInit = at === 'init'
  const { livenessProbe, readinessProbe, ...init } = safeContainer('init')
  const spec = merge(
    {
      serviceAccountName: 'app',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [...others, isInit ? safeContainer() : changed(safeContainer(), change)],
      ...(isInit && { initContainers: [changed(init, change)] }),
      ...(kind === 'Job' || kind === 'CronJob' ? { restartPolicy: 'Never' } : {}),
    },
    change.pod ?? {},
  )
  if (change.podSecurity === null) delete spec.securityContext
  else if (change.podSecurity)
    spec.securityContext = merge((spec.securityContext ?? {}) as Json, change.podSecurity)
  const labels = { app: 'app' }
  const podMetadata = { labels, ...(change.annotations && { annotations: change.annotations }) }
  const metadata = { name: 'app', namespace: 'shop', labels }
  const head = { apiVersion: versions[kind] ?? 'apps/v1', kind, metadata }
  if (kind === 'Pod') return JSON.stringify({ ...head, metadata: { ...metadata, ...podMetadata }, spec })
  const template = { metadata: podMetadata, spec }
  const isJob = kind === 'Job' || kind === 'CronJob'
  const job = { ttlSecondsAfterFinished: 60, activeDeadlineSeconds: 60, template }
  if (kind === 'CronJob')
    return JSON.stringify({
      ...head,
      spec: { schedule: '@daily', concurrencyPolicy: 'Forbid', jobTemplate: { spec: job } },
    })
  return JSON.stringify({ ...head, spec: isJob ? job : { selector: { matchLabels: labels }, template } })
}
