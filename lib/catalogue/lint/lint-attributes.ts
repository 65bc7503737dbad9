import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Attributes whose values do not fit their kind, or that no type has. */
export function lintAttributes(index: PackIndex): string[] {
  const used = new Set([...index.uses.values()].flatMap((uses) => Object.keys(uses)))
  return index.pack.attributes.flatMap(({ id, type, values }) => {
    const problems: string[] = []
    if (type === 'enum' && (values?.length ?? 0) < 2)
      problems.push(`The attribute ${id} is an enum and needs at least two values.`)
    if (type !== 'enum' && values) problems.push(`The attribute ${id} is not an enum, so it has no values.`)
    if (values && new Set(values).size < values.length)
      problems.push(`The attribute ${id} names a value twice.`)
    if (!used.has(id)) problems.push(`No type has the attribute ${id}.`)
    return problems
  })
}
