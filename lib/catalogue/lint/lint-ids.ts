import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Ids that occur twice in a list, and titles under which two entries could not be told apart. */
export function lintIds({ pack }: PackIndex): string[] {
  const lists: [string, readonly { id: string }[]][] = [
    ['attribute', pack.attributes],
    ['type', [...pack.componentTypes, ...pack.flowTypes]],
    ['relation', pack.relations],
    ['derivation', pack.derivations],
    ['risk factor', pack.riskFactors ?? []],
    ['threat', pack.threats],
    ['mitigation', pack.mitigations],
    ['control', pack.controls],
  ]
  const names: [string, readonly { id: string; name: string }[]][] = [
    ['threats', pack.threats.map(({ id, title }) => ({ id, name: title }))],
    ['mitigations', pack.mitigations.map(({ id, title }) => ({ id, name: title }))],
    ['types', [...pack.componentTypes, ...pack.flowTypes].map(({ id, label }) => ({ id, name: label }))],
  ]
  return [
    ...lists.flatMap(([kind, list]) =>
      repeated(list.map(({ id }) => id)).map((id) => `The ${kind} ${id} is there more than once.`),
    ),
    ...names.flatMap(([kind, list]) =>
      repeated(list.map(({ name }) => name.toLowerCase())).map((name) => {
        const ids = list.filter((entry) => entry.name.toLowerCase() === name).map(({ id }) => id)
        return `The ${kind} ${ids.join(' and ')} have the same title.`
      }),
    ),
  ]
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) twice.add(value)
    seen.add(value)
  }
  return [...twice].sort()
}
