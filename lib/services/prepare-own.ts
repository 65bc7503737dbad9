import { proveThreat } from '@/lib/analysis/prove-threat'
import { Threat } from '@/lib/catalogue/entries'
import { extendPack } from '@/lib/catalogue/own/extend-pack'
import {
  type OwnCatalogue,
  type OwnEntry,
  type OwnList,
  withOwnEntry,
  withoutOwnEntry,
} from '@/lib/catalogue/own/own-catalogue'
import { parseOwnYaml } from '@/lib/catalogue/own/read-own'
import type { Pack } from '@/lib/catalogue/pack'
import type { OwnChange } from '@/lib/services/own-change'

/** Own entries after a change, still to be checked as a whole. A file takes the place of all of them. */
export function prepareOwn(own: OwnCatalogue, change: OwnChange, base: Pack): unknown {
  switch (change.do) {
    case 'remove':
      return withoutOwnEntry(own, change.list, change.id)
    case 'switch': {
      const off = new Set(own.disabled)
      for (const id of change.ids) change.isOn ? off.delete(id) : off.add(id)
      return { ...own, disabled: [...off].sort() }
    }
    case 'read':
      return parseOwnYaml(change.text)
    case 'put': {
      const entry = change.list === 'threats' ? proved(change.entry, own, base) : change.entry
      const next = withOwnEntry(own, change.list, entry as unknown as OwnEntry<OwnList>)
      return change.uses === undefined ? next : withUses(next, change.entry.id, change.uses)
    }
  }
}

/** A threat with the examples that prove it, unless it brings some; as it is while its form is wrong. */
function proved(entry: { id: string }, own: OwnCatalogue, base: Pack): unknown {
  const threat = Threat.safeParse({ examples: [], ...entry })
  if (!threat.success || threat.data.examples.length > 0) return entry
  const pack = extendPack(base, { ...own, threats: own.threats.filter(({ id }) => id !== entry.id) })
  return { ...threat.data, examples: proveThreat(threat.data, pack) }
}

function withUses(own: OwnCatalogue, attribute: string, types: readonly string[]): OwnCatalogue {
  const known = Object.entries(own.attributeUses).map(
    ([type, ids]) => [type, ids.filter((id) => id !== attribute)] as const,
  )
  const uses = new Map(known.filter(([, ids]) => ids.length > 0))
  for (const type of types) uses.set(type, [...(uses.get(type) ?? []), attribute].sort())
  return { ...own, attributeUses: Object.fromEntries([...uses].map(([type, ids]) => [type, [...ids]])) }
}
