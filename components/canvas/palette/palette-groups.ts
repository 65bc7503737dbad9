import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ComponentType } from '@/lib/catalogue/entries'

export type PaletteGroup = {
  platform: ComponentType['platform']
  label: string
  types: readonly ComponentType[]
}

const labels: readonly [ComponentType['platform'], string][] = [
  ['docker', 'Docker'],
  ['kubernetes', 'Kubernetes'],
  ['shared', 'Shared'],
]

/** Types by platform that fit what was typed; those whose name begins with it first. Platforms without any are left out. */
export function paletteGroups(catalogue: Catalogue, typed: string): PaletteGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const rank = ({ label, plural, id, help }: ComponentType) => {
    const name = `${label} ${plural} ${id}`.toLowerCase()
    if (words.every((word) => name.includes(word))) return name.startsWith(words[0] ?? '') ? 0 : 1
    return words.every((word) => `${name} ${help.toLowerCase()}`.includes(word)) ? 2 : undefined
  }
  return labels.flatMap(([platform, label]) => {
    const ranked = catalogue.pack.componentTypes
      .filter((type) => type.platform === platform)
      .flatMap((type) => {
        const at = rank(type)
        return at === undefined ? [] : [{ type, at }]
      })
    // With nothing typed the catalogue's own order stands.
    if (words.length > 0) ranked.sort((a, b) => a.at - b.at)
    return ranked.length === 0 ? [] : [{ platform, label, types: ranked.map(({ type }) => type) }]
  })
}

/** What Enter adds: the first whose name fits, over all platforms. */
export function bestMatch(catalogue: Catalogue, typed: string): ComponentType | undefined {
  if (typed.trim() === '') return undefined
  const all = paletteGroups(catalogue, typed).flatMap(({ types }) => types)
  const word = typed.trim().toLowerCase()
  return (
    all.find(({ label }) => label.toLowerCase() === word) ??
    all.find(({ label }) => label.toLowerCase().startsWith(word)) ??
    all[0]
  )
}
