import {
  type Condition,
  conditionDepth,
  conditionNodes,
  MAX_CONDITION_DEPTH,
  MAX_CONDITION_NODES,
} from '@/lib/catalogue/condition'
import { testMisfit } from '@/lib/catalogue/lint/fits-attribute'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'

/**
 * What is wrong with a condition of elements of these types: attributes or relations that one of them lacks, tests that
 * do not fit, and sizes beyond the bounds. Half sentences, to be put after the name of the entry.
 */
export function lintCondition(index: PackIndex, condition: Condition, types: readonly string[]): string[] {
  const nodes = [...conditionNodes(condition)].length
  const depth = conditionDepth(condition)
  return [
    ...(nodes > MAX_CONDITION_NODES ? [`has ${nodes} parts, more than ${MAX_CONDITION_NODES}`] : []),
    ...(depth > MAX_CONDITION_DEPTH ? [`is nested ${depth} deep, more than ${MAX_CONDITION_DEPTH}`] : []),
    ...new Set(walk(index, condition, types)),
  ]
}

function walk(index: PackIndex, condition: Condition, types: readonly string[]): string[] {
  switch (condition.op) {
    case 'any':
    case 'all':
      return condition.of.flatMap((part) => walk(index, part, types))
    case 'not':
      return walk(index, condition.of, types)
    case 'fact': {
      const attribute = index.attributes.get(condition.attribute)
      if (!attribute) return [`reads an unknown attribute, ${condition.attribute}`]
      const misfit = testMisfit(attribute, condition.test)
      return [
        ...types
          .filter((type) => !hasAttribute(index, type, condition.attribute))
          .map((type) => `reads ${condition.attribute}, which ${type} does not have`),
        ...(misfit ? [`tests ${condition.attribute} wrongly: ${misfit}`] : []),
      ]
    }
    case 'some':
    case 'every': {
      const relation = index.relations.get(condition.relation)
      if (!relation) return [`steps over an unknown relation, ${condition.relation}`]
      return [
        ...types
          .filter((type) => !relation.of.includes(type))
          .map((type) => `steps over ${condition.relation}, which does not start at ${type}`),
        ...(condition.where ? walk(index, condition.where, relation.to) : []),
      ]
    }
  }
}
