import type { Condition } from '@/lib/catalogue/condition'
import { lintAttributes } from '@/lib/catalogue/lint/lint-attributes'
import { lintIds } from '@/lib/catalogue/lint/lint-ids'
import { lintMitigations } from '@/lib/catalogue/lint/lint-mitigations'
import { lintStyle } from '@/lib/catalogue/lint/lint-style'
import { lintThreats } from '@/lib/catalogue/lint/lint-threats'
import { lintTypes } from '@/lib/catalogue/lint/lint-types'
import { packIndex } from '@/lib/catalogue/lint/pack-index'
import { conditionCost } from '@/lib/catalogue/own/condition-cost'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import type { OwnCatalogue } from '@/lib/catalogue/own/own-catalogue'
import type { CompiledTarget, Pack } from '@/lib/catalogue/pack'

/** Worlds that are tried for all own conditions together, so that checking takes a second at most. */
const MAX_WORLDS = 300_000

/**
 * What is wrong with a workspace's own entries, by the same rules as the catalogue's, and stricter in cost. One sentence
 * each, naming the entry. The catalogue itself is taken to be sound and is not checked again.
 */
export function lintOwn(base: Pack, own: OwnCatalogue): string[] {
  const merged = extendPack(base, own)
  const index = packIndex(merged)
  const ownIds = new Set(
    [own.attributes, own.componentTypes, own.mitigations, own.threats].flatMap((list) =>
      list.map(({ id }) => id),
    ),
  )
  const mine = <T extends { id: string }>(list: readonly T[]) => list.filter(({ id }) => ownIds.has(id))
  const part = {
    ...index,
    worlds: { left: MAX_WORLDS },
    pack: {
      ...merged,
      attributes: mine(merged.attributes),
      componentTypes: mine(merged.componentTypes),
      flowTypes: [],
      relations: [],
      derivations: [],
      riskFactors: [],
      threats: mine(merged.threats),
      mitigations: mine(merged.mitigations),
      controls: [],
    },
  }
  const rules = [lintAttributes, lintTypes, lintThreats, lintMitigations, lintStyle]
  return [
    ...lintIds(index),
    ...lintLinks(base, own),
    ...part.pack.threats.flatMap((threat) =>
      threat.targets.flatMap((target) => lintCost(merged, threat.id, target)),
    ),
    ...rules.flatMap((rule) => rule(part)),
  ]
}

function lintLinks(base: Pack, own: OwnCatalogue): string[] {
  const types = new Set([...base.componentTypes, ...base.flowTypes].map(({ id }) => id))
  const threats = new Set(base.threats.map(({ id }) => id))
  const attributes = new Set(own.attributes.map(({ id }) => id))
  return [
    ...own.disabled
      .filter((id) => !threats.has(id))
      .map((id) => `The threat ${id} is switched off, but the catalogue has none of this id.`),
    ...own.componentTypes.flatMap(({ id, like }) =>
      like === undefined || base.componentTypes.some((type) => type.id === like)
        ? []
        : [`The type ${id} is like an unknown type, ${like}.`],
    ),
    ...Object.entries(own.attributeUses).flatMap(([type, ids]) => [
      ...(types.has(type) ? [] : [`The unknown type ${type} is given attributes.`]),
      ...ids
        .filter((id) => !attributes.has(id))
        .map((id) => `The type ${type} is given ${id}, which is not an attribute of your own.`),
    ]),
  ]
}

function lintCost(
  pack: Pack,
  id: string,
  { type, exposedWhen, counteredBy, adjust }: CompiledTarget,
): string[] {
  const conditions: readonly (Condition | undefined)[] = [
    exposedWhen,
    counteredBy,
    ...adjust.map(({ when }) => when),
  ]
  return conditions.flatMap((condition) => {
    const problem = condition && conditionCost(condition, pack.relations)
    return problem ? [`The threat ${id} on ${type} ${problem}.`] : []
  })
}
