import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Edit } from '@/lib/model/change'
import type { Flow } from '@/lib/model/elements'
import { entryOf } from '@/lib/model/records'
import type { ThreatModel } from '@/lib/model/threat-model'

/**
 * Types of flow between two component types, the likeliest first. What the catalogue's relations say of such flows
 * counts; between equals the one that most threats are about comes first.
 */
export function flowTypesBetween(catalogue: Catalogue, fromType: string, toType: string): string[] {
  const scores = new Map<string, number>()
  const add = (type: string, score: number) => scores.set(type, (scores.get(type) ?? 0) + score)
  const ends = { from: new Map<string, Set<string>>(), to: new Map<string, Set<string>>() }
  for (const { via, of, to, flowTypes = [] } of catalogue.relations.values()) {
    const isDirect =
      (via === 'sources' && of.includes(toType) && to.includes(fromType)) ||
      (via === 'targets' && of.includes(fromType) && to.includes(toType))
    // A relation of many flow types says little about each.
    if (isDirect) for (const type of flowTypes) add(type, 8 / flowTypes.length)
    if (via !== 'from' && via !== 'to') continue
    for (const type of of) ends[via].set(type, new Set([...(ends[via].get(type) ?? []), ...to]))
  }
  // What relations name as an end of a type of flow is a likely one.
  for (const type of catalogue.flowTypes.keys()) {
    for (const [known, end] of [
      [ends.from.get(type), fromType],
      [ends.to.get(type), toType],
    ] as const) {
      if (known?.has(end)) add(type, 1)
    }
  }
  // "Database or queue traffic" goes to a "Database, queue or cache".
  const words = (catalogue.componentTypes.get(toType)?.label ?? '').toLowerCase().match(/[a-z]{5,}/g) ?? []
  for (const { id, label } of catalogue.flowTypes.values())
    if (words.some((word) => label.toLowerCase().includes(word))) add(id, 1)
  return [...catalogue.flowTypes.keys()].sort(
    (a, b) =>
      (scores.get(b) ?? 0) - (scores.get(a) ?? 0) ||
      catalogue.threatsOn(b).length - catalogue.threatsOn(a).length,
  )
}

type Ends = { from: string; to: string }

/** Why these two cannot be joined; undefined when they can. */
export function whyNotConnect(model: ThreatModel, { from, to }: Ends): string | undefined {
  if (from === to) return 'A data flow needs two different components.'
  if (!entryOf(model.components, from) || !entryOf(model.components, to))
    return 'One of the two was removed meanwhile.'
  return undefined
}

/** A new data flow between two components; without a type it gets the likeliest. */
export function newFlow(
  model: ThreatModel,
  catalogue: Catalogue,
  id: string,
  ends: Ends,
  type?: string,
): Flow {
  const [likeliest] = flowTypesBetween(
    catalogue,
    model.components[ends.from]?.type ?? '',
    model.components[ends.to]?.type ?? '',
  )
  return { id, type: type ?? likeliest ?? 'flow', ...ends, dataIds: [], facts: {} }
}

/** Edits that turn a flow around. */
export function reverseEdits({ id, from, to }: Flow): Edit[] {
  return [
    { type: 'set-flow', field: 'from', id, value: to, was: from },
    { type: 'set-flow', field: 'to', id, value: from, was: to },
  ]
}
