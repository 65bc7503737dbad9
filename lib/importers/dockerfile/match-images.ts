import { isOfficial, parseImage } from '@/lib/importers/compose/image-ref'
import { baseOf, folderOf } from '@/lib/importers/compose/paths'
import type { Extract, ExtractedComponent } from '@/lib/importers/extract'

/** The names that a Dockerfile may go by: what its own name adds, then its folder. */
export function namesOf(path: string): string[] {
  const own = baseOf(path)
    .replace(/(^|[._-]+)(docker|container)file$/i, '')
    .replace(/^(docker|container)file[._-]/i, '')
    .split(/__/)
    .at(-1)
  const folder = baseOf(folderOf(path))
  return [own ?? '', folder]
    .map((name) => name.toLowerCase())
    .filter((name) => name !== '' && !plain.test(name))
}

// Folders that say nothing about what is built in them.
const plain = /^(src|app|apps|docker|build|deploy|container|image|images|services?|dockerfiles?|\.docker|\.)$/

/** Images of other files that a Dockerfile may build: those that are run, come from no vendor, and agree in name. */
export function matchImages(
  paths: readonly string[],
  found: readonly Extract[],
): Map<string, ExtractedComponent[]> {
  const byName = new Map<string, { path: string; rank: number }[]>()
  for (const path of paths) {
    for (const [rank, name] of namesOf(path).entries())
      byName.set(name, [...(byName.get(name) ?? []), { path, rank }])
  }
  const images = new Map<string, ExtractedComponent>()
  for (const { components } of found)
    for (const one of components) if (one.type === 'image') images.set(one.key, one)
  const matched = new Map<string, ExtractedComponent[]>()
  for (const image of images.values()) {
    const ref = parseImage(image.key.replace(/^image\//, ''))
    if (!ref || isOfficial(ref) || image.facts.official?.[0].value === true) continue
    const [first, ...others] = bestOf(candidates(baseOf(ref.repository).toLowerCase(), byName))
    // Two that agree as well say nothing.
    if (first && others.every(({ path }) => path === first.path)) {
      matched.set(first.path, [...(matched.get(first.path) ?? []), image])
    }
  }
  return matched
}

type Candidate = { path: string; rank: number }

/** Dockerfiles named like the image, then those named like its end: "cache" for "shop-cache". */
function candidates(name: string, byName: ReadonlyMap<string, readonly Candidate[]>): Candidate[] {
  const ends = [...name.matchAll(/[-_]/g)]
    .map(({ index }) => name.slice(index + 1))
    .filter((end) => end.length >= 3)
  return [name, ...ends.slice(0, 20)].flatMap((end, at) =>
    (byName.get(end) ?? []).map(({ path, rank }) => ({ path, rank: rank + 2 * at })),
  )
}

function bestOf(all: readonly Candidate[]): Candidate[] {
  const best = Math.min(...all.map(({ rank }) => rank))
  return all.filter(({ rank }) => rank === best)
}
