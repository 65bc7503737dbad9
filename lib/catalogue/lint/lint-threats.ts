import { lintCondition } from '@/lib/catalogue/lint/lint-condition'
import { lintExamples } from '@/lib/catalogue/lint/lint-examples'
import type { PackIndex } from '@/lib/catalogue/lint/pack-index'
import { reachableStates } from '@/lib/catalogue/lint/reachable-states'
import type { CompiledTarget, CompiledThreat } from '@/lib/catalogue/pack'
import { canonicalJson } from '@/lib/model/canonical'

/** Threats on what is not there, with conditions that cannot be, or without their proof. */
export function lintThreats(index: PackIndex): string[] {
  return [
    ...index.pack.threats.flatMap((threat) => [
      ...lintNames(index, threat),
      ...threat.targets.flatMap((target) => lintTarget(index, threat, target)),
      ...lintExamples(index, threat),
    ]),
    ...lintReplaced(index),
  ]
}

function lintNames(index: PackIndex, threat: CompiledThreat): string[] {
  const { id } = threat
  const types = threat.targets.map(({ type }) => type)
  return [
    ...types
      .filter((type) => !index.uses.has(type))
      .map((type) => `The threat ${id} is on an unknown type, ${type}.`),
    ...types
      .filter((type, at) => types.indexOf(type) !== at)
      .map((type) => `The threat ${id} has two targets for ${type}; only one could count.`),
    ...threat.mitigations
      .filter((mitigation) => !index.mitigationIds.has(mitigation))
      .map((mitigation) => `The threat ${id} names an unknown mitigation, ${mitigation}.`),
    ...threat.rules
      .filter((rule) => /^(docker|k8s):/.test(rule) && !index.controlIds.has(rule))
      .map((rule) => `The threat ${id} names an unknown control, ${rule}.`),
    ...threat.foldsUnder
      .filter((other) => other === id || !index.threatIds.has(other))
      .map(
        (other) => `The threat ${id} folds under ${other === id ? 'itself' : `an unknown threat, ${other}`}.`,
      ),
    ...threat.alsoStride
      .filter((letter) => threat.stride.includes(letter))
      .map((letter) => `The threat ${id} names ${letter} both in stride and in alsoStride.`),
    ...foldCircle(index, threat),
  ]
}

function foldCircle(index: PackIndex, threat: CompiledThreat): string[] {
  const byId = new Map(index.pack.threats.map((entry) => [entry.id, entry]))
  const seen = new Set<string>()
  // Folding straight under itself is said already.
  const queue = threat.foldsUnder.filter((other) => other !== threat.id)
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === threat.id) return [`The threat ${threat.id} folds under itself by way of others.`]
    if (seen.has(next)) continue
    seen.add(next)
    queue.push(...(byId.get(next)?.foldsUnder ?? []))
  }
  return []
}

function lintTarget(index: PackIndex, threat: CompiledThreat, target: CompiledTarget): string[] {
  const { type, exposedWhen, counteredBy, adjust } = target
  const name = `The threat ${threat.id} on ${type}`
  const conditions: [string, NonNullable<typeof exposedWhen> | undefined][] = [
    ['exposedWhen', exposedWhen],
    ['counteredBy', counteredBy],
    ...adjust.map(({ when }): [string, typeof when] => ['an adjustment', when]),
  ]
  const wrong = conditions.flatMap(([part, condition]) =>
    condition ? lintCondition(index, condition, [type]).map((problem) => `${name}: ${part} ${problem}.`) : [],
  )
  const empty = adjust
    .filter(({ likelihood, impact }) => likelihood === undefined && impact === undefined)
    .map(() => `${name} has an adjustment that changes neither likelihood nor impact.`)
  return [...wrong, ...empty, ...(wrong.length === 0 ? lintMeaning(index, name, target) : [])]
}

/** Conditions that are well formed but cannot do their work. */
function lintMeaning(index: PackIndex, name: string, target: CompiledTarget): string[] {
  const { exposedWhen, counteredBy } = target
  if (!exposedWhen) {
    return counteredBy ? [`${name} is countered but never exposed; it can only be attached by hand.`] : []
  }
  if (counteredBy && canonicalJson(exposedWhen) === canonicalJson(counteredBy))
    return [`${name} is countered by the very thing that exposes it.`]
  const states = reachableStates(index, target)
  if (!states) return []
  return [
    ...(states.has('raised') ? [] : [`${name} can never be raised: its conditions rule each other out.`]),
    ...(!counteredBy || states.has('countered')
      ? []
      : [`${name} can never be countered: its condition rules itself out.`]),
    ...(counteredBy || states.has('silent')
      ? []
      : [`${name} can never fall silent, and nothing counters it.`]),
  ]
}

function lintReplaced(index: PackIndex): string[] {
  const owner = new Map<string, string>()
  return index.pack.threats.flatMap(({ id, replaces }) =>
    replaces.flatMap((old) => {
      const other = owner.get(old)
      owner.set(old, id)
      return [
        ...(index.threatIds.has(old) ? [`The threat ${id} replaces ${old}, which is still there.`] : []),
        ...(other ? [`The threats ${other} and ${id} both replace ${old}.`] : []),
      ]
    }),
  )
}
