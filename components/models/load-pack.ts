import type { Pack } from '@/lib/catalogue/pack'

const packs = new Map<string, Promise<Pack>>()

/** Where a pack lies; the document of a model's page names it too, so that it comes while scripts do. */
export function packAddress(hash: string): string {
  return `/catalogue/${encodeURIComponent(hash)}.json`
}

/**
 * The catalogue pack with this hash, from our own server, which compiled and checked it; it never changes, so the browser
 * keeps it. Rejects when it cannot be had; asking again then tries again.
 */
export function loadPack(hash: string): Promise<Pack> {
  const known = packs.get(hash)
  if (known) return known
  const coming = fetch(packAddress(hash)).then((response) => {
    if (!response.ok) throw new Error(`The catalogue could not be loaded (status ${response.status}).`)
    return response.json() as Promise<Pack>
  })
  packs.set(hash, coming)
  coming.catch(() => packs.delete(hash))
  return coming
}
