import { at, textAt } from '@/lib/importers/kubernetes/node-path'
import { type Labels, readLabels } from '@/lib/importers/kubernetes/object'
import { itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

type Expression = { key: string; operator: string; values: string[] }

/** A label selector. One without any condition selects everything. */
export type Selector = { labels: Labels; expressions: Expression[] }

/** Reads `matchLabels` and `matchExpressions`. */
export function readSelector(node: YamlNode | undefined): Selector {
  return {
    labels: readLabels(at(node, 'matchLabels')),
    expressions: itemsOf(at(node, 'matchExpressions')).map((item) => ({
      key: textAt(item, 'key') ?? '',
      operator: textAt(item, 'operator') ?? '',
      values: itemsOf(at(item, 'values')).flatMap((value) => toScalarText(value) ?? []),
    })),
  }
}

/** A selector of plain labels, as services have. */
export function plainSelector(node: YamlNode | undefined): Selector {
  return { labels: readLabels(node), expressions: [] }
}

export function selectsAll({ labels, expressions }: Selector): boolean {
  return labels.size === 0 && expressions.length === 0
}

/** Whether a selector selects these labels. */
export function selects({ labels, expressions }: Selector, of: Labels): boolean {
  for (const [key, value] of labels) if (of.get(key) !== value) return false
  return expressions.every(({ key, operator, values }) => {
    const value = of.get(key)
    if (operator === 'In') return value !== undefined && values.includes(value)
    if (operator === 'NotIn') return value === undefined || !values.includes(value)
    if (operator === 'Exists') return value !== undefined
    if (operator === 'DoesNotExist') return value === undefined
    return false
  })
}
