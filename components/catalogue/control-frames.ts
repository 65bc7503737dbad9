import type { Catalogue } from '@/lib/catalogue/catalogue'
import {
  type FrameworkId,
  type FrameworkItem,
  frameworkIds,
  frameworkItems,
  frameworkLabels,
  frameworkVersions,
} from '@/lib/catalogue/frameworks'

/** A framework with every id and the entries that bear on it. */
export type ControlFrame = {
  id: FrameworkId
  label: string
  /** Newest first; none for lists without versions. */
  versions: readonly string[]
  items: readonly FrameworkItem[]
}

/** What a view of controls shows, with the titles of all entries that it names. */
export type ControlFrames = {
  frames: readonly ControlFrame[]
  threats: Readonly<Record<string, string>>
  mitigations: Readonly<Record<string, string>>
}

/** Every framework that the catalogue knows ids of. */
export function controlFrames(catalogue: Catalogue): ControlFrames {
  const frames = frameworkIds
    .map(
      (id): ControlFrame => ({
        id,
        label: frameworkLabels[id],
        versions: frameworkVersions(catalogue, id),
        items: frameworkItems(catalogue, id),
      }),
    )
    .filter(({ items }) => items.length > 0)
  const titles = (entries: readonly { id: string; title: string }[]) =>
    Object.fromEntries(entries.map(({ id, title }) => [id, title]))
  return { frames, threats: titles(catalogue.pack.threats), mitigations: titles(catalogue.pack.mitigations) }
}
