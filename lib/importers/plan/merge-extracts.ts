import type { Extract, ExtractedComponent, ExtractedFlow } from '@/lib/importers/extract'

/** All extracts as one: what two of them name by one key is one element. */
export type Merged = {
  components: Map<string, ExtractedComponent>
  flows: Map<string, ExtractedFlow>
  scopes: string[]
  /** Those of the scopes in which a missing file says nothing about the rest: see `goneBy` of an extract. */
  fileScopes: string[]
  /** Files that something was read from: facts of other files are left to the import that reads those. */
  files: Set<string>
}

/** Joins extracts. Of a fact that two state, the first counts; boundaries add up. */
export function mergeExtracts(extracts: readonly Extract[]): Merged {
  const merged: Merged = {
    components: new Map(),
    flows: new Map(),
    scopes: extracts.flatMap(scopesOf),
    fileScopes: extracts.filter(({ goneBy }) => goneBy === 'file').flatMap(scopesOf),
    files: new Set(),
  }
  for (const { files, components, flows, skipped, warnings } of extracts) {
    for (const file of files) merged.files.add(file)
    for (const { file } of [...skipped, ...warnings]) merged.files.add(file)
    for (const component of components) {
      const known = merged.components.get(component.key)
      merged.components.set(component.key, known ? joinComponents(known, component) : component)
    }
    for (const flow of flows) {
      const known = merged.flows.get(flow.key)
      merged.flows.set(flow.key, known ? { ...known, facts: { ...flow.facts, ...known.facts } } : flow)
    }
  }
  return merged
}

/** Stands in a list of scopes for every natural key that begins with a kind. */
const KINDS = '(kinds)'

function scopesOf({ scope, ownsKinds }: Extract): string[] {
  return ownsKinds ? [scope, KINDS] : [scope]
}

function joinComponents(a: ExtractedComponent, b: ExtractedComponent): ExtractedComponent {
  const tags = [...new Set([...(a.tags ?? []), ...(b.tags ?? [])])]
  return {
    ...a,
    zoneKeys: [...new Set([...a.zoneKeys, ...b.zoneKeys])],
    facts: { ...b.facts, ...a.facts },
    ...(tags.length > 0 && { tags }),
  }
}

/** True when the key belongs to one of the scopes, rather than being shared between projects as images are. */
export function isInScope(key: string, scopes: readonly string[]): boolean {
  for (const scope of scopes) {
    if (scope === KINDS) {
      const first = key.charCodeAt(0)
      if (first >= 0x41 && first <= 0x5a) return true
    } else if (key.startsWith(scope) && key.charCodeAt(scope.length) === 0x2f) return true
  }
  return false
}

/** Components in an order in which each comes after what it stands inside of. */
export function inOrder(components: ReadonlyMap<string, ExtractedComponent>): ExtractedComponent[] {
  const ordered = new Set<ExtractedComponent>()
  const open = new Set<ExtractedComponent>()
  const isPlaced = (key: string | undefined): boolean => {
    const above = key === undefined ? undefined : components.get(key)
    return above === undefined || ordered.has(above)
  }
  const visit = (component: ExtractedComponent): void => {
    if (ordered.has(component) || open.has(component)) return
    if (component.zoneKeys.every(isPlaced) && isPlaced(component.parentKey)) {
      ordered.add(component)
      return
    }
    open.add(component)
    for (const key of component.zoneKeys) visitKey(key)
    if (component.parentKey !== undefined) visitKey(component.parentKey)
    open.delete(component)
    ordered.add(component)
  }
  const visitKey = (key: string): void => {
    const above = components.get(key)
    if (above) visit(above)
  }
  for (const component of components.values()) visit(component)
  return [...ordered]
}
