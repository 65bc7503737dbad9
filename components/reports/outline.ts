import type { Nodes } from 'mdast'
import type { Block } from '@/lib/reports/markdown/nodes'

/** The anchor of the report's section with this index, on the page. */
export function sectionId(index: number): string {
  return `section-${index + 1}`
}

export type OutlineEntry = { id: string; label: string }

/** The report's sections, in their order. */
export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  return blocks
    .filter((block) => block.type === 'heading' && block.depth === 2)
    .map((block, index) => ({ id: sectionId(index), label: textOf(block) }))
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
