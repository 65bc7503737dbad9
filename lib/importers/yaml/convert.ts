import { type YamlLimits, YamlStop } from '@/lib/importers/yaml/limits'
import type { CollectionPlace, PositionListener } from '@/lib/importers/yaml/position-listener'
import type { YamlEntry, YamlNode, YamlScalar } from '@/lib/importers/yaml/yaml-node'

/** A finished collection, how many nodes it stands for when its aliases are written out, and whether it is finished. */
type Done = { node: YamlNode; weight: number }

const nowhere: CollectionPlace = { line: 0, lines: new Map() }

/** Turns the parsed documents into nodes with lines. `stop` says that a document was too much; those before it stay. */
export function convertRoots(
  file: string,
  listener: PositionListener,
  limits: Pick<YamlLimits, 'maxAliased' | 'maxDocuments'>,
  linesBefore = 0,
): { documents: YamlNode[]; stop?: YamlStop } {
  const documents: YamlNode[] = []
  const converter = new Converter(file, listener, limits.maxAliased, linesBefore + 1)
  for (const root of listener.roots) {
    if (documents.length >= limits.maxDocuments) {
      return {
        documents,
        stop: new YamlStop(
          root.line,
          `This holds more than ${limits.maxDocuments} documents. Split the file.`,
        ),
      }
    }
    try {
      documents.push(converter.convert(root.value, root.line, undefined).node)
    } catch (error) {
      if (error instanceof YamlStop) return { documents, stop: error }
      throw error
    }
  }
  return { documents }
}

class Converter {
  private readonly done = new Map<object, Done | 'open'>()
  private aliased = 0

  constructor(
    private readonly file: string,
    private readonly listener: PositionListener,
    private readonly maxAliased: number,
    private readonly firstLine: number,
  ) {}

  convert(value: unknown, line: number, tag: string | undefined): Done {
    if (typeof value !== 'object' || value === null) return { node: this.scalar(value, line, tag), weight: 1 }
    const known = this.done.get(value)
    if (known === 'open')
      throw new YamlStop(line, 'An alias stands inside its own anchor here. Such a loop cannot be read.')
    if (known) {
      this.aliased += known.weight
      if (this.aliased > this.maxAliased) {
        throw new YamlStop(
          line,
          'The aliases of this file multiply into too many values to be read. Write them out.',
        )
      }
      return known
    }
    this.done.set(value, 'open')
    const place = this.listener.places.get(value) ?? { ...nowhere, line }
    const finished = Array.isArray(value) ? this.list(value, place) : this.map(value, place)
    if (tag !== undefined) finished.node.tag = tag
    this.done.set(value, finished)
    return finished
  }

  private scalar(value: unknown, line: number, tag: string | undefined): YamlScalar {
    const plain =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    const node: YamlScalar = { kind: 'scalar', file: this.file, line: line + this.firstLine, value: plain }
    if (tag !== undefined) node.tag = tag
    return node
  }

  private list(value: readonly unknown[], place: CollectionPlace): Done {
    const items: YamlNode[] = []
    let weight = 1
    for (let index = 0; index < value.length; index++) {
      const item = this.convert(value[index], place.lines.get(index) ?? place.line, place.tags?.get(index))
      items.push(item.node)
      weight += item.weight
    }
    return { node: { kind: 'list', file: this.file, line: place.line + this.firstLine, items }, weight }
  }

  private map(value: object, place: CollectionPlace): Done {
    const entries = new Map<string, YamlEntry>()
    let weight = 1
    for (const key of Object.keys(value)) {
      const line = place.lines.get(key) ?? place.line
      const item = this.convert((value as Record<string, unknown>)[key], line, place.tags?.get(key))
      entries.set(key, { key, file: this.file, line: line + this.firstLine, value: item.node })
      weight += item.weight
    }
    return { node: { kind: 'map', file: this.file, line: place.line + this.firstLine, entries }, weight }
  }
}
