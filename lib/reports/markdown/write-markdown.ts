import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Block } from '@/lib/reports/markdown/nodes'

/**
 * The text of a Markdown document, as GitHub and GitLab read it. Every text is escaped where it could be markup, also
 * where only those two see any: formulas and labels. Bare addresses are code already, see `nodes.ts`.
 */
export function writeMarkdown(blocks: readonly Block[]): string {
  const root: Root = { type: 'root', children: [...blocks] }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    unsafe: [
      { character: '$', inConstruct: 'phrasing' },
      { character: '<', inConstruct: 'phrasing' },
      { character: '~', inConstruct: 'phrasing' },
    ],
  })
}
