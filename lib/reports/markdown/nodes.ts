import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
} from 'mdast'
import { digest } from '@/lib/model/canonical'

// Nodes of a Markdown tree. Text goes in as text and is escaped by the serializer; the only HTML and the only links are
// those made here, of our own ids and file names.

export type Inline = string | PhrasingContent
export type Block = BlockContent | DefinitionContent

/** One line: controls and line ends become blanks, and what turns the direction of reading is replaced. */
export function flat(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim()
}

export function strong(...children: Inline[]): PhrasingContent {
  return { type: 'strong', children: inline(children) }
}

/** A path, an id, a piece of code. */
export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: flat(value) || ' ' }
}

export function paragraph(...children: Inline[]): Paragraph {
  return { type: 'paragraph', children: inline(children) }
}

/** Text of several lines as paragraphs; none for blank text. */
export function paragraphs(value: string): Paragraph[] {
  return value
    .split(/\n+/)
    .map(flat)
    .filter((line) => line !== '')
    .map((line) => paragraph(line))
}

export function heading(depth: 1 | 2 | 3 | 4, ...children: Inline[]): Heading {
  return { type: 'heading', depth, children: inline(children) }
}

/** A place to link to that stays when a heading's words change. */
export function anchor(id: string): Html {
  return { type: 'html', value: `<a id="${id.replace(/[^a-z0-9-]/g, '-')}"></a>` }
}

/** The anchor of a component, threat or mitigation: its kind and a short digest of its id, so that no id can be markup. */
export function anchorOf(kind: 'component' | 'threat' | 'mitigation', id: string): string {
  return /^[A-Za-z0-9-]{1,40}$/.test(id) ? `${kind}-${id.toLowerCase()}` : `${kind}-${digest(id)}`
}

/** A link within the document, or to a file beside it. */
export function link(to: { anchor: string } | { file: string }, ...children: Inline[]): PhrasingContent {
  const url = 'anchor' in to ? `#${to.anchor}` : to.file
  return { type: 'link', url, children: inline(children) as never }
}

export function fence(lang: string, value: string): Code {
  return {
    type: 'code',
    lang,
    value: value
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trimEnd(),
  }
}

/** A tight list. An item is a line, or a line with blocks under it. */
export function list(items: readonly (readonly Inline[] | ListItem)[], ordered = false): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((item) => ('type' in item ? item : listItem(item))),
  }
}

export function listItem(line: readonly Inline[], ...below: readonly Block[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...line), ...below] }
}

export function table(
  head: readonly string[],
  rows: readonly (readonly (Inline | readonly Inline[])[])[],
): Table {
  const row = (cells: readonly (Inline | readonly Inline[])[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: inline(Array.isArray(cell) ? cell : [cell as Inline]),
    })),
  })
  return { type: 'table', align: [], children: [row(head), ...rows.map(row)] }
}

/** Inlines with a text between each two. */
export function joined(items: readonly Inline[], separator = ', '): Inline[] {
  return items.flatMap((item, index) => (index > 0 ? [separator, item] : [item]))
}

// Readers make links of bare addresses, also of escaped ones: GitHub looks for them after it has taken the escapes away.
// As code they stay what they are, and so do "@someone" and the like.
const address = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|xmpp:)\S*|[^\s@]{0,64}@\S+/giu

function inline(children: readonly Inline[]): PhrasingContent[] {
  return children.flatMap((child) => (typeof child === 'string' ? textNodes(child) : [child]))
}

function textNodes(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  const line = spaced(value)
  let end = 0
  for (const match of line.matchAll(address)) {
    if (match.index > end) nodes.push({ type: 'text', value: line.slice(end, match.index) })
    nodes.push(code(match[0]))
    end = match.index + match[0].length
  }
  if (end < line.length || nodes.length === 0) nodes.push({ type: 'text', value: line.slice(end) })
  return nodes
}

// Blanks at the ends of our own pieces are kept: they stand between two inlines.
function spaced(value: string): string {
  const start = /^\s/.test(value) ? ' ' : ''
  const end = /\s$/.test(value) && value.trim() !== '' ? ' ' : ''
  return `${start}${flat(value)}${end}`
}
