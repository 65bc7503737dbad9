import type { ExampleElement } from '@/lib/catalogue/entries'
import { valueMisfit } from '@/lib/catalogue/lint/fits-attribute'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'
import { reachableStates, type State } from '@/lib/catalogue/lint/reachable-states'
import type { CompiledTarget, CompiledThreat } from '@/lib/catalogue/pack'
import { canonicalJson } from '@/lib/model/canonical'

/** Examples that name what is not there, and states that a threat can have but shows no example of. */
export function lintExamples(index: PackIndex, threat: CompiledThreat): string[] {
  const exposed = threat.targets.filter((target) => target.exposedWhen !== undefined)
  return [
    ...threat.examples.flatMap((example, at) => {
      const name = `The example ${at + 1} of ${threat.id}`
      const target = threat.targets.find(({ type }) => type === example.on)
      return [
        ...(target ? [] : [`${name} is on ${example.on}, which is not among its targets.`]),
        ...lintElement(index, name, { type: example.on, facts: example.facts, related: example.related }),
      ]
    }),
    ...missingRaised(threat, exposed),
    ...missingStates(index, threat, exposed),
  ]
}

function lintElement(index: PackIndex, name: string, element: ExampleElement): string[] {
  const { type, facts = {}, related = {} } = element
  if (!index.uses.has(type)) return [`${name} has an unknown type, ${type}.`]
  return [
    ...Object.entries(facts).flatMap(([id, value]) => {
      const attribute = index.attributes.get(id)
      if (!attribute || !hasAttribute(index, type, id))
        return [`${name} sets ${id}, which ${type} does not have.`]
      const misfit = valueMisfit(attribute, value)
      return misfit ? [`${name} sets ${id} to what it cannot be: ${misfit}.`] : []
    }),
    ...Object.entries(related).flatMap(([id, other]) => {
      const relation = index.relations.get(id)
      if (!relation?.of.includes(type)) return [`${name} steps over ${id}, which does not start at ${type}.`]
      return [
        ...(relation.to.includes(other.type)
          ? []
          : [`${name} steps over ${id}, which does not lead to ${other.type}.`]),
        ...lintElement(index, name, other),
      ]
    }),
  ]
}

/** Targets with the same conditions share their proof; each other one needs its own. */
function missingRaised(threat: CompiledThreat, targets: readonly CompiledTarget[]): string[] {
  const groups = new Map<string, CompiledTarget[]>()
  for (const target of targets) {
    const key = canonicalJson({ exposedWhen: target.exposedWhen, counteredBy: target.counteredBy })
    groups.set(key, [...(groups.get(key) ?? []), target])
  }
  return [...groups.values()].flatMap((group) => {
    const types = group.map(({ type }) => type)
    const shown = threat.examples.some(({ expect, on }) => expect === 'raised' && types.includes(on))
    return shown ? [] : [`The threat ${threat.id} has no example that raises it on ${types.join(' or ')}.`]
  })
}

function missingStates(
  index: PackIndex,
  threat: CompiledThreat,
  targets: readonly CompiledTarget[],
): string[] {
  const reachable = new Set(targets.flatMap((target) => [...(reachableStates(index, target) ?? [])]))
  const wanted: State[] = ['possible', 'countered', 'silent']
  return wanted
    .filter((state) => reachable.has(state) && !threat.examples.some(({ expect }) => expect === state))
    .map((state) => `The threat ${threat.id} can be ${state}, but has no example of it.`)
}
