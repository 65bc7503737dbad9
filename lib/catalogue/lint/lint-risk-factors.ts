import { lintCondition } from '@/lib/catalogue/lint/lint-condition'
import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Risk factors on what is not there, or that move nothing. */
export function lintRiskFactors(index: PackIndex): string[] {
  return (index.pack.riskFactors ?? []).flatMap(({ id, types, when, likelihood, impact }) => [
    ...types
      .filter((type) => !index.uses.has(type))
      .map((type) => `The risk factor ${id} is on an unknown type, ${type}.`),
    ...lintCondition(index, when, types).map((problem) => `The risk factor ${id} ${problem}.`),
    ...(likelihood === undefined && impact === undefined
      ? [`The risk factor ${id} moves neither likelihood nor impact.`]
      : []),
  ])
}
