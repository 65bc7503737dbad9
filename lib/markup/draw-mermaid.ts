import type { Catalogue } from '@/lib/catalogue/catalogue'
import { escapeMermaid } from '@/lib/markup/escape-mermaid'
import { foldOutline } from '@/lib/markup/fold-outline'
import { type Outline, type OutlineFlow, type OutlineNode, outlineOf } from '@/lib/markup/outline'
import type { ThreatModel } from '@/lib/model/threat-model'

/** `isFolded`: the model is too large for GitHub, so that what is of one type and in one place is drawn as one. */
export type MermaidDrawing = { text: string; isFolded: boolean }

// Mermaid refuses more than 500 arrows and 50,000 characters by default, and GitHub does not change that.
const MAX_ARROWS = 400
const MAX_CHARACTERS = 40_000
/** Of a folded drawing: more than this nobody can follow. */
const MAX_FOLDED_ARROWS = 120

/**
 * The model as a Mermaid flowchart that GitHub and GitLab draw: subgraphs for what stands inside what, thick arrows for
 * flows that cross a boundary, further networks of a component in its label: lines to a box make Mermaid's layout
 * fail now and then. Ids are made here, and every name is an
 * escaped label. Equal input gives equal text.
 */
export function drawMermaid(model: ThreatModel, catalogue: Catalogue): MermaidDrawing {
  const whole = outlineOf(model, catalogue)
  const text = write(whole)
  const isSmall = whole.flows.length <= MAX_ARROWS && text.length <= MAX_CHARACTERS
  if (isSmall) return { text, isFolded: false }
  return { text: write(foldOutline(whole, MAX_FOLDED_ARROWS)), isFolded: true }
}

function write(outline: Outline): string {
  const lines = ['flowchart LR']
  for (const node of outline.roots) writeNode(node, 1, lines)
  for (const flow of outline.flows) lines.push(`  ${arrowOf(flow)}`)
  if (outline.flows.length > 0) lines.push('  linkStyle default stroke:#64748b')
  lines.push(
    '  classDef process fill:#ffffff,stroke:#64748b,color:#0f172a',
    '  classDef store fill:#f8fafc,stroke:#64748b,color:#0f172a',
    '  classDef external fill:#ffffff,stroke:#64748b,color:#0f172a,stroke-dasharray:5 3',
    '  classDef boundary fill:#f0fdfa,stroke:#0f766e,color:#134e4a,stroke-dasharray:7 4',
  )
  for (const [kind, ids] of outline.classes) lines.push(`  class ${ids.join(',')} ${kind}`)
  return `${lines.join('\n')}\n`
}

function writeNode(root: OutlineNode, rootDepth: number, lines: string[]): void {
  // A stack instead of recursion: models may be nested deeper than calls can be.
  const stack: { node?: OutlineNode; depth: number }[] = [{ node: root, depth: rootDepth }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node, depth } = item
    const indent = '  '.repeat(Math.min(depth, 12))
    if (!node) {
      lines.push(`${indent}end`)
    } else if (node.isBox) {
      lines.push(`${indent}subgraph ${node.key}["${labelOf(node)}"]`)
      stack.push({ depth })
      for (const child of node.children.toReversed()) stack.push({ node: child, depth: depth + 1 })
    } else {
      const [open, close] = {
        store: ['[(', ')]'],
        external: ['[', ']'],
        boundary: ['[', ']'],
        process: ['(', ')'],
      }[node.kind] as [string, string]
      lines.push(`${indent}${node.key}${open}"${labelOf(node)}"${close}`)
    }
  }
}

function labelOf({ name, typeLabel, isBox, alsoIn }: OutlineNode): string {
  const type = name === typeLabel ? '' : typeLabel
  const also = alsoIn.length > 0 ? `also in ${alsoIn.join(', ')}` : ''
  const small = [type, also].filter((part) => part !== '').join(', ')
  if (small === '') return escapeMermaid(name)
  return `${escapeMermaid(name)}${isBox ? ' #183; ' : '<br/>'}${escapeMermaid(small)}`
}

function arrowOf({ from, to, label, isBoth, isCrossing }: OutlineFlow): string {
  const line = isCrossing ? '==>' : '-->'
  const text = label === '' ? '' : `|"${escapeMermaid(label)}"|`
  return `${from} ${isBoth ? `<${line}` : line}${text} ${to}`
}
