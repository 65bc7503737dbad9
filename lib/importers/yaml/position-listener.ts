import type { EventType, State } from 'js-yaml'
import { YamlStop } from '@/lib/importers/yaml/limits'

/** Where the parts of one collection stand; lines count from 0 here, as the parser does. */
export type CollectionPlace = {
  line: number
  /** Line of each own key of a mapping, or of each item of a sequence under its index. */
  lines: Map<string | number, number>
  /** Tags that the document invents, by key or index. */
  tags?: Map<string | number, string>
}

export type Duplicate = { line: number; key: string }

/** What the parser's state holds at run time beyond its published type. */
type FullState = State & { tag: string | null }

/** The children of a node under construction. One frame per depth, used again for every node at that depth. */
type Frame = {
  line: number
  count: number
  results: unknown[]
  lines: number[]
  tags: (string | null)[]
  values: unknown[]
  valueTags: (string | null)[]
  expectsValue: boolean
}

const KEY_IS_NO_TEXT =
  'A map or a list is the key of a map here, as in a template that was not rendered ({{ }}). Render it first, for example with "helm template", and import the result.'
const MERGE_TAG = 'tag:yaml.org,2002:merge'

/**
 * Listens to js-yaml while it parses and notes the line of every key and item. The parser reports each node when it
 * opens and when it closes, also the ones it tries and drops; what counts is the finished collection, and everything
 * noted is checked against it. So a misread place can never change a value, only its line.
 */
export class PositionListener {
  readonly places = new Map<object, CollectionPlace>()
  readonly roots: { value: unknown; line: number }[] = []
  readonly duplicates: Duplicate[] = []
  nodes = 0
  private readonly frames: Frame[] = []
  private depth = 0

  /** @param maxNodes parsing stops once more nodes than this were seen. */
  constructor(private readonly maxNodes: number) {}

  readonly listen = (event: EventType, state: State): void => {
    if (event === 'open') this.open(state)
    else this.close(state as FullState)
  }

  private open(state: State): void {
    if (++this.nodes > this.maxNodes) {
      throw new YamlStop(state.line, `This holds more than ${this.maxNodes} values. Split the file.`)
    }
    let frame = this.frames[this.depth]
    if (!frame) {
      frame = {
        line: 0,
        count: 0,
        results: [],
        lines: [],
        tags: [],
        values: [],
        valueTags: [],
        expectsValue: false,
      }
      this.frames.push(frame)
    }
    frame.line = state.line
    frame.count = 0
    frame.expectsValue = false
    this.depth++
  }

  private close(state: FullState): void {
    const { result, tag } = state as { result: unknown; tag: string | null }
    const frame = this.frames[--this.depth] as Frame
    if (typeof result === 'object' && result !== null && !this.places.has(result))
      this.note(frame, state, result)
    if (this.depth === 0) {
      this.roots.push({ value: result, line: frame.line })
      return
    }
    const parent = this.frames[this.depth - 1] as Frame
    if (parent.expectsValue) {
      parent.values[parent.count - 1] = result
      parent.valueTags[parent.count - 1] = tag
      parent.expectsValue = false
    } else {
      const at = parent.count++
      parent.results[at] = result
      parent.lines[at] = frame.line
      parent.tags[at] = tag
      parent.values[at] = undefined
      parent.valueTags[at] = null
      parent.expectsValue = isFollowedByColon(state)
    }
  }

  private note(frame: Frame, state: FullState, result: object): void {
    const place: CollectionPlace = { line: frame.line, lines: new Map() }
    if (Array.isArray(result)) noteItems(frame, result, place)
    else if (state.kind === 'mapping') this.noteKeys(frame, result, place)
    this.places.set(result, place)
  }

  private noteKeys(frame: Frame, result: object, place: CollectionPlace): void {
    let merges = false
    for (let at = 0; at < frame.count; at++) {
      if (frame.tags[at] === MERGE_TAG) {
        merges = true
        continue
      }
      const written = frame.results[at]
      if (typeof written === 'object' && written !== null)
        throw new YamlStop(frame.lines[at] as number, KEY_IS_NO_TEXT)
      const key = String(written)
      if (!Object.hasOwn(result, key)) continue
      const line = frame.lines[at] as number
      if (place.lines.has(key)) this.duplicates.push({ line, key })
      place.lines.set(key, line)
      noteTag(place, key, frame.valueTags[at])
    }
    if (merges) this.noteMerged(frame, result, place)
  }

  // A merged key stands where its anchor wrote it. Of several sources the first that has it counts.
  private noteMerged(frame: Frame, result: object, place: CollectionPlace): void {
    for (let at = 0; at < frame.count; at++) {
      if (frame.tags[at] !== MERGE_TAG) continue
      const value = frame.values[at]
      for (const source of Array.isArray(value) ? value : [value]) {
        const from = this.places.get(source as object)
        for (const [key, line] of from?.lines ?? []) {
          if (!place.lines.has(key) && Object.hasOwn(result, key)) {
            place.lines.set(key, line)
            noteTag(place, key, from?.tags?.get(key))
          }
        }
      }
    }
  }
}

// A bare "-" reports no node, so items may be more than nodes: such an item is null and stands one line further on.
function noteItems(frame: Frame, items: readonly unknown[], place: CollectionPlace): void {
  let at = 0
  let line = frame.line
  for (let index = 0; index < items.length; index++) {
    const isSilent = frame.count < items.length && items[index] === null && frame.results[at] !== null
    if (!isSilent && at < frame.count) {
      line = frame.lines[at] as number
      noteTag(place, index, frame.tags[at])
      at++
    }
    place.lines.set(index, line)
  }
}

function noteTag(place: CollectionPlace, key: string | number, tag: string | null | undefined): void {
  if (!tag || tag.length < 2 || tag[0] !== '!') return
  place.tags ??= new Map()
  place.tags.set(key, tag)
}

// The node that just closed is a key when the next thing after blanks, line ends and comments is a colon.
function isFollowedByColon(state: State): boolean {
  const { input } = state
  for (let at = state.position; ; at++) {
    const code = input.charCodeAt(at)
    if (code === 0x3a) return true
    if (code === 0x23) {
      do at++
      while (input.charCodeAt(at) !== 0x0a && input.charCodeAt(at) !== 0x0d && input.charCodeAt(at) !== 0)
      at--
    } else if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return false
  }
}
