import { classesOf, type Outline, type OutlineFlow, type OutlineNode } from '@/lib/markup/outline'

const MAX_NODES = 60
const MAX_DEPTH = 6

/**
 * A smaller outline: what stands beside each other and is of one type becomes one node that says how many there are, and
 * all flows between two nodes one arrow. As many levels of boundaries stay as a reader and Mermaid can take; of the
 * arrows, at most `maxArrows`, the fullest first.
 */
export function foldOutline(outline: Outline, maxArrows: number): Outline {
  let roots: OutlineNode[] = []
  let standIn = new Map<string, string>()
  for (let maxDepth = MAX_DEPTH; maxDepth >= 0; maxDepth -= 1) {
    standIn = new Map()
    roots = foldNodes(outline.roots, maxDepth, standIn)
    if (count(roots) <= MAX_NODES) break
  }
  return {
    roots,
    flows: foldFlows(outline.flows, standIn, maxArrows),
    classes: classesOf(roots),
  }
}

function foldNodes(
  nodes: readonly OutlineNode[],
  depth: number,
  standIn: Map<string, string>,
): OutlineNode[] {
  const folded: OutlineNode[] = []
  const groups = new Map<string, OutlineNode[]>()
  for (const node of nodes) {
    if (node.isBox && depth > 0) {
      standIn.set(node.key, node.key)
      folded.push({ ...node, children: foldNodes(node.children, depth - 1, standIn) })
      continue
    }
    const group = groups.get(node.typeLabel)
    if (group) group.push(node)
    else groups.set(node.typeLabel, [node])
  }
  for (const group of groups.values()) folded.push(foldGroup(group, standIn))
  return folded
}

function foldGroup(group: readonly OutlineNode[], standIn: Map<string, string>): OutlineNode {
  const [first] = group as [OutlineNode]
  let inside = 0
  const queue = [...group]
  for (const node of queue) {
    standIn.set(node.key, first.key)
    inside += node.children.length
    queue.push(...node.children)
  }
  const suffix = inside > 0 ? `, ${inside} inside` : ''
  const name = group.length === 1 ? first.name : `${group.length} × ${first.typeLabel}`
  return {
    ...first,
    name,
    typeLabel: `${group.length === 1 ? first.typeLabel : 'folded'}${suffix}`,
    isBox: false,
    alsoIn: [],
    children: [],
  }
}

function foldFlows(
  flows: readonly OutlineFlow[],
  standIn: ReadonlyMap<string, string>,
  maxArrows: number,
): OutlineFlow[] {
  const arrows = new Map<string, { flow: OutlineFlow; count: number }>()
  for (const flow of flows) {
    const from = standIn.get(flow.from)
    const to = standIn.get(flow.to)
    if (from === undefined || to === undefined || from === to) continue
    const key = `${from} ${to}`
    const known = arrows.get(key)
    if (known) {
      known.count += 1
      known.flow.isCrossing ||= flow.isCrossing
    } else {
      arrows.set(key, { flow: { ...flow, from, to, isBoth: false }, count: 1 })
    }
  }
  return [...arrows.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, maxArrows)
    .map(({ flow, count: flowCount }) => (flowCount === 1 ? flow : { ...flow, label: `${flowCount} flows` }))
}

function count(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + count(node.children), 0)
}
