import { type Container, type PodContext, placeOf, stateEvery } from '@/lib/importers/kubernetes/containers'
import type { OpenLimit } from '@/lib/importers/kubernetes/digests'
import { at, entryOf, isTemplate, textAt } from '@/lib/importers/kubernetes/node-path'
import type { Place } from '@/lib/importers/kubernetes/object'
import { toScalarText } from '@/lib/importers/yaml/yaml-node'

type Quantity = { value: string | null; place: Place }

/** Reads limits, requests and probes. Gives the limits that nothing in the pod sets. */
export function readLimits(pod: PodContext): OpenLimit[] {
  const open: OpenLimit[] = []
  for (const [attribute, section, resource, fallback] of [
    ['memoryLimit', 'limits', 'memory', undefined],
    ['cpuLimit', 'limits', 'cpu', undefined],
    ['ephemeralLimit', 'limits', 'ephemeral-storage', undefined],
    ['memoryRequest', 'requests', 'memory', 'limits'],
    ['cpuRequest', 'requests', 'cpu', 'limits'],
  ] as const) {
    if (stateQuantity(pod, attribute, resource, section, fallback)) open.push(attribute)
  }
  const running = pod.containers.filter(({ runsOn }) => runsOn)
  for (const [attribute, key] of [
    ['livenessProbe', 'livenessProbe'],
    ['readinessProbe', 'readinessProbe'],
  ] as const) {
    stateEvery(
      pod,
      attribute,
      ({ body }) => {
        const entry = entryOf(body, key)
        return entry?.value.kind === 'map' && entry.value.entries.size > 0
          ? { value: true, place: { file: entry.file, line: entry.line } }
          : undefined
      },
      running,
    )
  }
  return open
}

// The worst container decides: one without a limit makes it "none", else the largest counts.
function stateQuantity(
  pod: PodContext,
  attribute: string,
  resource: string,
  section: string,
  fallback: string | undefined,
): Place | undefined {
  const ofPod = quantity(at(pod.spec, 'resources', section), resource)
  if (ofPod) {
    pod.state(attribute, ofPod.value, ofPod.place)
    return undefined
  }
  const containers = pod.containers.filter(({ isEphemeral }) => !isEphemeral)
  const found = containers.map((container) => ({
    container,
    quantity: quantityOf(container, section, resource, fallback),
  }))
  const silent = found.find(({ quantity }) => quantity === undefined)
  if (silent) {
    if (found.some(({ quantity }) => quantity !== undefined))
      pod.state(attribute, 'none', silent.container.place)
    return silent.container.place
  }
  const [first] = found
  if (!first) return undefined
  const worst = found.reduce((a, b) => (amount(b.quantity) > amount(a.quantity) ? b : a))
  if (worst.quantity) pod.state(attribute, worst.quantity.value, worst.quantity.place)
  return undefined
}

function quantityOf(
  { body }: Container,
  section: string,
  resource: string,
  fallback: string | undefined,
): Quantity | undefined {
  const resources = at(body, 'resources')
  return (
    quantity(at(resources, section), resource) ??
    (fallback === undefined ? undefined : quantity(at(resources, fallback), resource))
  )
}

function quantity(node: ReturnType<typeof at>, resource: string): Quantity | undefined {
  const entry = entryOf(node, resource)
  const text = toScalarText(entry?.value)
  if (!entry || text === undefined || text === '') return undefined
  const place = { file: entry.file, line: entry.line }
  if (isTemplate(text)) return { value: null, place }
  // A quantity has a form; anything else is refused by Kubernetes and not kept.
  if (!/^[+-]?[\d.]+(e[+-]?\d+|[numkMGTPE]i?|Ki)?$/.test(text)) return undefined
  return { value: /^0+(\.0+)?[a-zA-Z]*$/.test(text) ? 'none' : text, place }
}

const units: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  Ki: 2 ** 10,
  M: 1e6,
  Mi: 2 ** 20,
  G: 1e9,
  Gi: 2 ** 30,
  T: 1e12,
  Ti: 2 ** 40,
  P: 1e15,
  Pi: 2 ** 50,
  E: 1e18,
  Ei: 2 ** 60,
}

function amount(quantity: Quantity | undefined): number {
  const value = quantity?.value
  if (value === null || value === undefined) return 0
  if (value === 'none') return Number.POSITIVE_INFINITY
  const [, number = '0', unit = ''] = /^([+-]?[\d.]+)(.*)$/.exec(value) ?? []
  return Number(number) * (units[unit] ?? 1)
}

/** Reads what a pod says about restarts, pulls and priority. */
export function readPolicies(pod: PodContext): void {
  const policy = textAt(pod.spec, 'restartPolicy')
  const restart =
    policy && ({ Always: 'always', OnFailure: 'on-failure', Never: 'no' } as Record<string, string>)[policy]
  if (restart) pod.state('restartPolicy', restart, placeOf(pod.spec, 'restartPolicy', pod.place))
}
