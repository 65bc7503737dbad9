import type {
  Attribute,
  AttributeUse,
  ComponentType,
  Control,
  FlowType,
  Lesson,
  Mitigation,
  Relation,
} from '@/lib/catalogue/entries'
import type {
  CompiledDerivation,
  CompiledRiskFactor,
  CompiledTarget,
  CompiledThreat,
  Pack,
} from '@/lib/catalogue/pack'

/** A threat together with its target for one type of element. */
export type ThreatOnType = { threat: CompiledThreat; target: CompiledTarget }

/** A pack with look-ups by id and by type. Made once per pack; it never changes. */
export type Catalogue = {
  pack: Pack
  hash: string
  attributes: ReadonlyMap<string, Attribute>
  componentTypes: ReadonlyMap<string, ComponentType>
  flowTypes: ReadonlyMap<string, FlowType>
  relations: ReadonlyMap<string, Relation>
  threats: ReadonlyMap<string, CompiledThreat>
  mitigations: ReadonlyMap<string, Mitigation>
  controls: ReadonlyMap<string, Control>
  /** What a check of this key teaches, in id order. */
  lessonsOf(key: string): readonly Lesson[]
  /** Threats that can be raised or attached on a type, in id order. */
  threatsOn(type: string): readonly ThreatOnType[]
  /** Derivations on a type by the attribute they give, each list in id order; undefined when there are none. */
  derivationsOn(type: string): ReadonlyMap<string, readonly CompiledDerivation[]> | undefined
  /** What moves the risk of threats on a type, in id order. */
  riskFactorsOn(type: string): readonly CompiledRiskFactor[]
  /** The attribute uses of a component or flow type; undefined for a type that the pack lacks. */
  usesOf(type: string): Readonly<Record<string, AttributeUse>> | undefined
}

const noThreats: readonly ThreatOnType[] = []
const noFactors: readonly CompiledRiskFactor[] = []
const noLessons: readonly Lesson[] = []

/** Builds the look-ups of a pack. */
export function openCatalogue(pack: Pack): Catalogue {
  const onType = new Map<string, ThreatOnType[]>()
  for (const threat of pack.threats) {
    for (const target of threat.targets) append(onType, target.type, { threat, target })
  }
  const lessons = new Map<string, Lesson[]>()
  // Packs that were made before there were lessons have none.
  for (const lesson of pack.lessons ?? []) for (const key of lesson.keys) append(lessons, key, lesson)
  const derivations = new Map<string, Map<string, CompiledDerivation[]>>()
  for (const derivation of pack.derivations) {
    for (const type of derivation.types) {
      const ofType = derivations.get(type) ?? new Map<string, CompiledDerivation[]>()
      derivations.set(type, ofType)
      append(ofType, derivation.attribute, derivation)
    }
  }
  const factors = new Map<string, CompiledRiskFactor[]>()
  for (const factor of pack.riskFactors ?? []) for (const type of factor.types) append(factors, type, factor)
  const componentTypes = byId(pack.componentTypes)
  const flowTypes = byId(pack.flowTypes)
  return {
    pack,
    hash: pack.hash,
    attributes: byId(pack.attributes),
    componentTypes,
    flowTypes,
    relations: byId(pack.relations),
    threats: byId(pack.threats),
    mitigations: byId(pack.mitigations),
    controls: byId(pack.controls),
    lessonsOf: (key) => lessons.get(key) ?? noLessons,
    threatsOn: (type) => onType.get(type) ?? noThreats,
    derivationsOn: (type) => derivations.get(type),
    riskFactorsOn: (type) => factors.get(type) ?? noFactors,
    usesOf: (type) => (componentTypes.get(type) ?? flowTypes.get(type))?.attributes,
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]))
}
