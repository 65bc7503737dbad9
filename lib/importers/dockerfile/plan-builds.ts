import { parseImage } from '@/lib/importers/compose/image-ref'
import { baseOf, folderOf, resolvePath } from '@/lib/importers/compose/paths'
import { matchImages, namesOf } from '@/lib/importers/dockerfile/match-images'
import type { Extract, ExtractedBuild, ExtractedComponent } from '@/lib/importers/extract'

/** One image that a Dockerfile builds. Without `image` no other file names it. */
export type PlannedBuild = {
  target?: string
  /** Folder of the build context, as the paths of input files have it. */
  folder: string
  image?: ExtractedComponent
  contextKey?: string
  /** The two were joined because their names agree, no file says so. */
  isGuess?: true
}

/** Which images each Dockerfile builds: as Compose files say, as names agree, or else one of its own. */
export function planBuilds(
  files: readonly { key: string; path: string }[],
  found: readonly Extract[],
): Map<string, PlannedBuild[]> {
  const keys = files.map(({ key }) => key)
  const planned = new Map<string, PlannedBuild[]>(keys.map((key) => [key, []]))
  const images = new Map(
    found.flatMap(({ components }) => components.map((component) => [component.key, component] as const)),
  )
  const builds = found.flatMap((extract) => extract.builds ?? [])
  const joined = new Set<string>()
  for (const build of builds) {
    const path = pathOf(build, keys)
    const image = images.get(build.imageKey)
    if (path === undefined || !image) continue
    joined.add(image.key)
    const { target, folder, contextKey } = build
    const known = planned.get(path)?.some((one) => one.image?.key === image.key && one.target === target)
    if (!known)
      planned.get(path)?.push({ folder, contextKey, image, ...(target !== undefined && { target }) })
  }
  // What stands inside of another file is built by that one, whatever else is called like it.
  const named = files.filter(({ key, path }) => key === path).map(({ path }) => path)
  for (const [path, matches] of matchImages(named, found)) {
    for (const image of matches) {
      if (joined.has(image.key)) continue
      planned.get(path)?.push({ folder: folderOf(path), image, isGuess: true })
    }
  }
  for (const [path, list] of planned) if (list.length === 0) list.push({ folder: folderOf(path) })
  return planned
}

/** The Dockerfile of a build: at its place, or the only one of the context's name when it was handed in elsewhere. */
function pathOf({ dockerfile, folder }: ExtractedBuild, paths: readonly string[]): string | undefined {
  const wanted = dockerfile ?? resolvePath(folder, 'Dockerfile')
  const exact = paths.find((path) => path === wanted)
  if (exact !== undefined || dockerfile !== undefined) return exact
  const name = baseOf(folder).toLowerCase()
  const [first, ...others] = paths.filter((path) => namesOf(path)[0] === name && name !== '')
  return others.length === 0 ? first : undefined
}

/** A name for the image of a Dockerfile that nothing else names. */
export function builtNameOf(path: string): string {
  const [name] = namesOf(path)
  return name && parseImage(name) ? name : 'image'
}
