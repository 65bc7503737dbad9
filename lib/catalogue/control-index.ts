import type { Catalogue } from '@/lib/catalogue/catalogue'
import { controlWords } from '@/lib/catalogue/control-words'
import type { Control } from '@/lib/catalogue/entries'

export type IndexedControl = { control: Control; words: ReadonlySet<string> }

/** The checks of one framework, by number and by words. */
export type ControlIndex = {
  controls: readonly IndexedControl[]
  byNumber: ReadonlyMap<string, readonly IndexedControl[]>
  /** Every version and tool that gives numbers, oldest first by name. */
  versions: readonly string[]
  /** How much a word tells: rare words tell more. */
  weight(word: string): number
}

const indexes = new WeakMap<Catalogue['controls'], Map<string, ControlIndex>>()

/** The index of a framework's checks; built once per catalogue. */
export function controlIndex(catalogue: Pick<Catalogue, 'controls'>, framework: string): ControlIndex {
  const built = indexes.get(catalogue.controls) ?? new Map<string, ControlIndex>()
  indexes.set(catalogue.controls, built)
  const index = built.get(framework) ?? buildIndex(catalogue.controls, framework)
  built.set(framework, index)
  return index
}

function buildIndex(all: Catalogue['controls'], framework: string): ControlIndex {
  const controls: IndexedControl[] = []
  const byNumber = new Map<string, IndexedControl[]>()
  const versions = new Set<string>()
  const counts = new Map<string, number>()
  for (const control of all.values()) {
    if (control.framework !== framework) continue
    const slug = control.id.slice(control.id.indexOf(':') + 1)
    const indexed = {
      control,
      words: new Set(controlWords(`${slug} ${control.label} ${control.terms ?? ''}`)),
    }
    controls.push(indexed)
    for (const word of indexed.words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const version of Object.keys(control.numbers)) versions.add(version)
    for (const number of new Set(Object.values(control.numbers))) {
      const same = byNumber.get(number) ?? []
      byNumber.set(number, same)
      same.push(indexed)
    }
  }
  const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
  return {
    controls,
    byNumber,
    versions: [...versions].sort(byName),
    // A word that no check holds still makes a title longer, at a moderate price.
    weight: (word) => Math.log(1 + controls.length / (counts.get(word) ?? controls.length / 4)),
  }
}
