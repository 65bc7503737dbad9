import { baseOf, folderOf, resolvePath } from '@/lib/importers/compose/paths'
import type { InputFile } from '@/lib/importers/extract'
import { at } from '@/lib/importers/kubernetes/node-path'
import { readDocuments } from '@/lib/importers/yaml/read-documents'
import { itemsOf, toScalarText, type YamlNode } from '@/lib/importers/yaml/yaml-node'

/** True for the file that tells Kustomize what belongs together, by the name that it must have. */
export function isKustomization(path: string): boolean {
  return /^kustomization(\.ya?ml)?$/i.test(baseOf(path))
}

const MAX_CHAIN = 50
const MAX_LISTED = 20_000

/**
 * Which file belongs to what, as the kustomizations among the files say: their bases, the files that they put together, and
 * those that are patches. Nothing is built: this only tells which of two objects is the base of the other.
 */
export class Kustomizations {
  /** The folder whose kustomization lists a file; undefined for one that several list. */
  private readonly owners = new Map<string, string | undefined>()
  private readonly patches = new Map<string, string>()
  /** The folders that include another one. */
  private readonly overlays = new Map<string, Set<string>>()

  constructor(files: readonly InputFile[]) {
    for (const file of files) {
      if (!isKustomization(file.path)) continue
      const folder = folderOf(file.path)
      readDocuments(file.path, file.text, {
        document: (root) => this.take(folder, root),
        problem: () => undefined,
        warning: () => undefined,
      })
    }
  }

  private take(folder: string, root: YamlNode): void {
    for (const key of ['resources', 'bases', 'components']) {
      for (const path of pathsIn(folder, itemsOf(at(root, key)))) {
        this.owners.set(path, this.owners.has(path) ? undefined : folder)
        const including = this.overlays.get(path) ?? new Set()
        this.overlays.set(path, including.add(folder))
      }
    }
    const listed = itemsOf(at(root, 'patches')).flatMap((patch) => at(patch, 'path') ?? [])
    for (const path of pathsIn(folder, [...listed, ...itemsOf(at(root, 'patchesStrategicMerge'))]))
      this.patches.set(path, folder)
  }

  /** The folder whose kustomization lays a file onto others as a patch. */
  patchFolder(path: string): string | undefined {
    return this.patches.get(path)
  }

  /** The folder whose kustomization lists a file, and no other does. */
  folderOf(path: string): string | undefined {
    return this.owners.get(path)
  }

  /** The folders that include the one of a file, one after the other, as long as there is only one that does. */
  overlaysOf(path: string): string[] {
    const chain: string[] = []
    for (let folder = this.folderOf(path); folder !== undefined && chain.length < MAX_CHAIN; ) {
      const including: ReadonlySet<string> = this.overlays.get(folder) ?? new Set()
      const [next] = including
      if (including.size !== 1 || next === undefined || chain.includes(next)) break
      chain.push(next)
      folder = next
    }
    return chain
  }

  /** Files in the order in which their objects count: overlays before their bases, else as they came. */
  inOrder<T extends { path: string }>(files: readonly T[]): T[] {
    if (this.owners.size === 0) return [...files]
    const depths = new Map(files.map(({ path }) => [path, this.depthOf(path)]))
    return files.toSorted((a, b) => (depths.get(a.path) ?? 0) - (depths.get(b.path) ?? 0))
  }

  // A patch says less than what it is laid onto.
  private depthOf(path: string): number {
    return this.patches.has(path) ? MAX_CHAIN + 1 : this.overlaysOf(path).length
  }

  /** Why an object did not count of which the same stands in another file, and what to do. */
  whySame(path: string, counts: { file: string; line: number }): string {
    const other = `${counts.file}, line ${counts.line}`
    const patch = this.patchFolder(path)
    if (patch !== undefined)
      return `It is a patch that ${kustomizationIn(patch)} lays onto the object in ${other}, which was read without it. Run "kustomize build ${patch || '.'}" and import the result to see both together.`
    const own = this.folderOf(path)
    const theirs = this.folderOf(counts.file)
    if (theirs !== undefined && this.overlaysOf(path).includes(theirs))
      return `The same object stands in ${other}, which counts: ${kustomizationIn(theirs)} takes this folder as its base. Run "kustomize build ${theirs || '.'}" and import the result to see what is deployed.`
    if (own !== undefined && theirs !== undefined && own !== theirs)
      return `The same object stands in ${other}, which counts. Both folders have a kustomization.yaml, and none of them is the only one that builds on the other. Run "kustomize build" for the one that is deployed and import only its result.`
    return `The same object stands in ${other}, which is the one that counts. If they are variants, import only the one that is deployed; else remove this one.`
  }
}

function kustomizationIn(folder: string): string {
  return folder === '' ? 'the kustomization.yaml' : `the kustomization.yaml of ${folder}`
}

// What is fetched from elsewhere, or written into the list itself, is no path.
function pathsIn(folder: string, items: readonly YamlNode[]): string[] {
  return items.slice(0, MAX_LISTED).flatMap((item) => {
    const text = toScalarText(item) ?? ''
    const isPath = text !== '' && text.length < 500 && !/[\n?*:]|^[\w.-]+@/.test(text)
    return isPath ? [resolvePath(folder, text)] : []
  })
}
