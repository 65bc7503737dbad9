import { entryAt, readTexts, type ServiceContext, state } from '@/lib/importers/compose/service-context'
import { entriesOf, itemsOf, valueAt, type YamlEntry, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** Reads what a service may use up and how it is kept running: limits, restarts, health, copies, logs. */
export function readLimits(context: ServiceContext): void {
  const deploy = entryAt(context, 'deploy')?.value
  const limits = valueAt(valueAt(deploy, 'resources'), 'limits')
  readQuantity(context, 'memoryLimit', entryIn(limits, 'memory') ?? entryAt(context, 'mem_limit'))
  readQuantity(
    context,
    'cpuLimit',
    entryIn(limits, 'cpus') ?? entryAt(context, 'cpus') ?? entryAt(context, 'cpu_quota'),
  )
  readPids(context, entryIn(limits, 'pids') ?? entryAt(context, 'pids_limit'))
  readUlimits(context)
  readRestart(context, deploy)
  readHealthcheck(context)
  const replicas = entryIn(deploy, 'replicas') ?? entryAt(context, 'scale')
  const count = replicas && context.project.read(replicas.value)
  if (replicas && count)
    state(context, 'replicas', count.unset.length > 0 ? null : Number(count.text), replicas)
  readLogging(context)
}

function entryIn(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.get(key) : undefined
}

function readQuantity(context: ServiceContext, attribute: string, entry: YamlEntry | undefined): void {
  const read = entry && context.project.read(entry.value)
  if (!entry || !read) return
  const text = read.text.trim()
  if (read.unset.length > 0) state(context, attribute, null, entry)
  // A limit is a number with a unit; anything else the engine refuses, and no text of the file is kept for it.
  else if (/^-?\d+(\.\d+)?\s*[A-Za-z]{0,3}$/.test(text))
    state(context, attribute, Number.parseFloat(text) <= 0 ? 'none' : text, entry)
}

function readPids(context: ServiceContext, entry: YamlEntry | undefined): void {
  const read = entry && context.project.read(entry.value)
  if (!entry || !read) return
  const count = Number(read.text)
  if (read.unset.length > 0) state(context, 'pidsLimit', null, entry)
  else if (Number.isInteger(count)) state(context, 'pidsLimit', count <= 0 ? 'none' : count, entry)
}

function readUlimits(context: ServiceContext): void {
  for (const entry of entriesOf(entryAt(context, 'ulimits')?.value)) {
    if (!['nofile', 'nproc', 'fsize'].includes(entry.key)) continue
    const values =
      entry.value.kind === 'map' ? entriesOf(entry.value).map(({ value }) => value) : [entry.value]
    const isUnlimited = values.some((value) =>
      ['-1', 'unlimited'].includes(context.project.read(value)?.text ?? ''),
    )
    if (isUnlimited) state(context, 'ulimitsUnlimited', true, entry)
  }
}

const conditions: Readonly<Record<string, string>> = { none: 'no', 'on-failure': 'on-failure', any: 'always' }
const policies = new Set(['no', 'on-failure', 'unless-stopped', 'always'])

function readRestart(context: ServiceContext, deploy: YamlNode | undefined): void {
  const restart = entryAt(context, 'restart')
  const written = restart && context.project.read(restart.value)
  if (restart && written) {
    const policy = written.text === 'false' ? 'no' : (written.text.split(':')[0] ?? '')
    if (written.unset.length > 0) state(context, 'restartPolicy', null, restart)
    else if (policies.has(policy)) state(context, 'restartPolicy', policy, restart)
  }
  const condition = entryIn(valueAt(deploy, 'restart_policy'), 'condition')
  const read = condition && context.project.read(condition.value)
  if (condition && read && Object.hasOwn(conditions, read.text))
    state(context, 'restartPolicy', conditions[read.text], condition)
}

function readHealthcheck(context: ServiceContext): void {
  const entry = entryAt(context, 'healthcheck')
  if (!entry) return
  const disable = context.project.readBoolean(valueAt(entry.value, 'disable'))
  const test = valueAt(entry.value, 'test')
  const first = context.project.peek(test?.kind === 'list' ? itemsOf(test)[0] : test)?.text
  if (disable === true || first === 'NONE') state(context, 'healthcheckSetting', 'disabled', entry)
  else if (disable === null) state(context, 'healthcheckSetting', null, entry)
  else if (first) state(context, 'healthcheckSetting', 'declared', entry)
}

const drivers = new Set(
  'json-file local journald syslog fluentd gelf splunk awslogs gcplogs etwlogs none'.split(' '),
)

function readLogging(context: ServiceContext): void {
  const entry = entryAt(context, 'logging')
  const driver = entryIn(entry?.value, 'driver') ?? entryAt(context, 'log_driver')
  for (const { text, unset } of readTexts(context, driver?.value).slice(0, 1)) {
    state(
      context,
      'logDriver',
      unset.length > 0 ? null : drivers.has(text) ? text : 'other',
      driver as YamlEntry,
    )
  }
}
