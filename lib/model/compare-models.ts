import type { Collection } from '@/lib/model/apply-edit'
import { canonicalJson } from '@/lib/model/canonical'
import type { ThreatModel } from '@/lib/model/threat-model'

/** What differs between two states of a model in one collection, by keys in order. `fields` name what changed. */
export type CollectionDifference = {
  added: string[]
  removed: string[]
  changed: { key: string; fields: string[] }[]
}

export type ModelDifference = Record<Collection | 'meta', CollectionDifference> & { isSame: boolean }

const collections = [
  'components',
  'flows',
  'dataAssets',
  'views',
  'decisions',
  'attached',
  'mitigationStates',
  'notes',
] as const satisfies readonly Collection[]

/** Compares two states of a model. Pure; equal text is equal, whatever the order of its keys. */
export function compareModels(before: ThreatModel, after: ThreatModel): ModelDifference {
  const meta: CollectionDifference = {
    added: [],
    removed: [],
    changed: changedFields(
      { ...before.meta, catalogue: before.catalogue },
      { ...after.meta, catalogue: after.catalogue },
    ).map((field) => ({ key: field, fields: [field] })),
  }
  const differences = Object.fromEntries(
    collections.map((collection) => [collection, compare(before[collection], after[collection])]),
  ) as Record<Collection, CollectionDifference>
  const all = [meta, ...Object.values(differences)]
  const isSame = all.every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  )
  return { ...differences, meta, isSame }
}

function compare(before: Record<string, object>, after: Record<string, object>): CollectionDifference {
  const keys = (record: object) => Object.keys(record).sort()
  return {
    added: keys(after).filter((key) => !Object.hasOwn(before, key)),
    removed: keys(before).filter((key) => !Object.hasOwn(after, key)),
    changed: keys(after).flatMap((key) => {
      const was = Object.hasOwn(before, key) ? before[key] : undefined
      const is = after[key]
      if (!was || !is || was === is) return []
      const fields = changedFields(was, is)
      return fields.length > 0 ? [{ key, fields }] : []
    }),
  }
}

/** Names of the fields that differ, in order. Facts are named one by one. */
function changedFields(before: object, after: object): string[] {
  const [a, b] = [before, after] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => {
    const [was, is] = [a?.[name], b?.[name]]
    if (canonicalJson({ value: was }) === canonicalJson({ value: is })) return []
    if (name !== 'facts') return [name]
    return changedFields((was ?? {}) as object, (is ?? {}) as object).map((attribute) => `facts.${attribute}`)
  })
}
