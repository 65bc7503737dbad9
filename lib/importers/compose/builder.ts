import { displayName, isPlainLine } from '@/lib/importers/compose/keys'
import type { Extract, ExtractedComponent, ExtractedFact, ExtractedFlow } from '@/lib/importers/extract'
import type { FactValue } from '@/lib/model/fact'
import { toLine } from '@/lib/model/to-line'

export type Place = { file: string; line: number }

type NewComponent = {
  key: string
  type: string
  name: string
  parentKey?: string
  zoneKeys?: readonly string[]
  place: Place
  tags?: readonly string[]
}
type NewFlow = {
  key: string
  type: string
  from: string
  to: string
  both?: boolean
  place: Place
  name?: string
}

const MAX_LIST = 200

/** Gathers components and flows. What is declared twice is one thing; the first to state a fact is its evidence. */
export class ExtractBuilder {
  private readonly components = new Map<string, ExtractedComponent>()
  private readonly flows = new Map<string, ExtractedFlow>()

  private readonly files = new Set<string>()
  private last: Place = { file: '', line: 0 }

  /** File and line of a node, without the node. What stands on one line shares one object: there are many of them. */
  private placeOf({ file, line }: Place): Place {
    if (this.last.file !== file) this.files.add(file)
    if (this.last.file !== file || this.last.line !== line) this.last = { file, line }
    return this.last
  }

  has(key: string): boolean {
    return this.components.has(key)
  }

  /** Adds a component, or what this says on top of an earlier mention of it. */
  component({ key, type, name, parentKey, zoneKeys = [], place, tags }: NewComponent): string {
    const known = this.components.get(key)
    if (known) {
      for (const zone of zoneKeys) if (!known.zoneKeys.includes(zone)) known.zoneKeys.push(zone)
      return key
    }
    const component: ExtractedComponent = {
      key,
      type,
      name: displayName(name),
      zoneKeys: [...zoneKeys],
      facts: {},
      source: this.placeOf(place),
    }
    if (parentKey !== undefined) component.parentKey = parentKey
    if (tags && tags.length > 0) component.tags = [...new Set(tags)].slice(0, 50)
    this.components.set(key, component)
    return key
  }

  /** Puts a component into boundaries, the first being where it is drawn, or into `fallback` when there is none. */
  place(key: string, zoneKeys: readonly string[], fallback: string): void {
    const component = this.components.get(key)
    if (!component) return
    component.zoneKeys = zoneKeys.length > 0 ? [...new Set(zoneKeys)] : [fallback]
    component.parentKey = zoneKeys[0] ?? fallback
  }

  /** Adds a flow between two components that are or will be added. A flow known as one-way becomes two-way when told so once. */
  flow({ key, type, from, to, both, place, name }: NewFlow): string {
    const known = this.flows.get(key)
    if (known) {
      if (both) known.both = true
      return key
    }
    const flow: ExtractedFlow = { key, type, from, to, facts: {}, source: this.placeOf(place) }
    if (name) flow.name = displayName(name)
    if (both) flow.both = true
    this.flows.set(key, flow)
    return key
  }

  /** States a fact of a component or flow; nothing for `undefined`, "unknown" for `null`. */
  fact(key: string, attribute: string, value: FactValue | undefined, place: Place): void {
    const element = this.components.get(key) ?? this.flows.get(key)
    const clean = value === undefined ? undefined : cleanValue(value)
    if (!element || clean === undefined || Object.hasOwn(element.facts, attribute)) return
    element.facts[attribute] = [{ origin: 'import', value: clean, source: this.placeOf(place) }]
  }

  /** States a fact in place of what was stated before. */
  replaceFact(key: string, attribute: string, value: FactValue, place: Place): void {
    const element = this.components.get(key) ?? this.flows.get(key)
    if (element) delete element.facts[attribute]
    this.fact(key, attribute, value, place)
  }

  /** A fact stated before. */
  factOf(key: string, attribute: string): ExtractedFact | undefined {
    const element = this.components.get(key) ?? this.flows.get(key)
    return element && Object.hasOwn(element.facts, attribute) ? element.facts[attribute]?.[0] : undefined
  }

  /** Where a component or flow was declared. */
  sourceOf(key: string): Place | undefined {
    return (this.components.get(key) ?? this.flows.get(key))?.source
  }

  /** Moves a component to where it is declared, after it was only mentioned elsewhere. */
  declareAt(key: string, place: Place): void {
    const component = this.components.get(key)
    if (component) component.source = this.placeOf(place)
  }

  /** The flows added so far. */
  allFlows(): IterableIterator<ExtractedFlow> {
    return this.flows.values()
  }

  /** Puts a component into one more boundary, beside those that it is in. */
  addZone(key: string, zone: string): void {
    const component = this.components.get(key)
    if (component && !component.zoneKeys.includes(zone)) component.zoneKeys.push(zone)
  }

  /** Flows whose ends are both there, and components, in the order they were added. */
  finish(importer: string, scope: string, lists: Pick<Extract, 'skipped' | 'warnings'>): Extract {
    const flows = [...this.flows.values()].filter(({ from, to }) => this.has(from) && this.has(to))
    return {
      importer,
      scope,
      files: [...this.files],
      components: [...this.components.values()],
      flows,
      ...lists,
    }
  }
}

function cleanValue(value: FactValue): FactValue | undefined {
  if (typeof value === 'string') return cleanText(value) || undefined
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (!Array.isArray(value)) return value
  const items = value.map(cleanText).filter((item) => item !== '')
  return [...new Set(items)].slice(0, MAX_LIST)
}

function cleanText(text: string): string {
  if (text.length <= 500 && isPlainLine(text)) return text
  return toLine(text.replace(/\p{Cs}/gu, '\uFFFD'), 500)
}
