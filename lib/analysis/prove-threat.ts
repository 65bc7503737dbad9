import { exampleModel } from '@/lib/analysis/example-model'
import { judgeThreat } from '@/lib/analysis/judge'
import { openContext } from '@/lib/analysis/open-context'
import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'
import type { Example, ExampleElement, Threat } from '@/lib/catalogue/entries'
import { hasAttribute, type PackIndex, packIndex } from '@/lib/catalogue/lint/pack-index'
import { type World, worldsOf } from '@/lib/catalogue/lint/reachable-states'
import { type CompiledTarget, compileThreat, type Pack } from '@/lib/catalogue/pack'
import { canonicalJson } from '@/lib/model/canonical'

/** How many small systems are tried for one target. */
const MAX_TRIES = 600

/**
 * Finds the examples that a threat's conditions need as their proof: one that raises it for each target, and one for each
 * other state that it can have. Each was judged by the engine, so a proof that is not found is a condition that does not
 * do what it says.
 */
export function proveThreat(threat: Threat, pack: Pack): Example[] {
  const catalogue = openCatalogue(pack)
  const index = packIndex(pack)
  const compiled = compileThreat({ ...threat, examples: [] })
  const examples: Example[] = []
  const states = new Set<string>()
  for (const target of distinctTargets(compiled.targets)) {
    let isRaised = false
    let tries = 0
    for (const world of worldsOf(index, target).worlds) {
      if (tries++ >= MAX_TRIES || (isRaised && states.size === 4)) break
      const element = elementOf(index, target.type, world, '')
      if (!element) continue
      const state = stateOf(catalogue, compiled, target, element)
      if (state === 'raised' ? isRaised : states.has(state)) continue
      if (state === 'raised') isRaised = true
      states.add(state)
      const { type: on, facts, related } = element
      examples.push({ expect: state, on, ...(facts && { facts }), ...(related && { related }) })
    }
  }
  return examples
}

function distinctTargets(targets: readonly CompiledTarget[]): CompiledTarget[] {
  const seen = new Map<string, CompiledTarget>()
  for (const target of targets) {
    if (!target.exposedWhen) continue
    const { exposedWhen, counteredBy } = target
    const key = canonicalJson({ exposedWhen, ...(counteredBy && { counteredBy }) })
    if (!seen.has(key)) seen.set(key, target)
  }
  return [...seen.values()]
}

function stateOf(
  catalogue: Catalogue,
  threat: ReturnType<typeof compileThreat>,
  target: CompiledTarget,
  { type: on, facts, related }: ExampleElement,
): Example['expect'] {
  const model = exampleModel({ expect: 'silent', on, facts, related }, catalogue)
  const context = openContext(model, catalogue)
  return judgeThreat(context, context.subject('on'), { threat, target })?.state ?? 'silent'
}

/** The element that a world describes, with those that its relations lead to; undefined when no type could be it. */
function elementOf(index: PackIndex, type: string, world: World, at: string): ExampleElement | undefined {
  const facts: Record<string, World[string]> = {}
  const related: Record<string, ExampleElement> = {}
  for (const [key, value] of Object.entries(world)) {
    if (!key.startsWith(at)) continue
    const rest = key.slice(at.length)
    if (rest.startsWith('.')) {
      if (value !== null) facts[rest.slice(1)] = value
      continue
    }
    // The step to this element itself, or one whose name only begins alike.
    if (!rest.startsWith('>')) continue
    const name = rest.slice(1)
    if (name.includes('>') || name.includes('.')) continue
    const relation = index.relations.get(name)
    if (value === 'none' && relation?.closedBy) facts[relation.closedBy] = true
    if (value !== 'some') continue
    const read = Object.keys(world).flatMap(
      (other) => other.match(new RegExp(`^${escaped(key)}\\.(\\w+)$`))?.[1] ?? [],
    )
    const to = relation?.to.find((candidate) =>
      read.every((attribute) => hasAttribute(index, candidate, attribute)),
    )
    const other = to === undefined ? undefined : elementOf(index, to, world, key)
    if (!other) return undefined
    related[name] = other
  }
  return {
    type,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(Object.keys(related).length > 0 && { related }),
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
