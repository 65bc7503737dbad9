import type { Edge, Node, NodeHandle, Position } from '@xyflow/react'
import type { Crossing } from '@/components/canvas/drawing'
import { flowLabel, flowVerb, isEncrypted } from '@/components/canvas/flow-words'
import { type Frame, frameOf, hasSameFrame } from '@/components/canvas/frame'
import type { Box } from '@/components/canvas/geometry'
import { type Port, portId } from '@/components/canvas/ports'
import type { ThreatRow } from '@/lib/analysis/verdict'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { ComponentType } from '@/lib/catalogue/entries'
import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'

// The one seam between the document and React Flow. Pure: what did not change keeps its identity, so that React Flow
// and the memoised cards draw again only what did.

export type CardData = {
  component: Component
  type: ComponentType | undefined
  rows: readonly ThreatRow[]
  /** Boundaries it is in besides those drawn around it. */
  furtherZones: readonly string[]
  ports: readonly NodeHandle[]
  /** Its name is being typed. */
  isRenaming?: boolean
}
export type BoundaryData = CardData & { depth: number; inside: number }
export type CardNode = Node<CardData, 'card'>
export type BoundaryNode = Node<BoundaryData, 'boundary'>
export type CanvasNode = CardNode | BoundaryNode

export type FlowData = {
  flow: Flow
  label: string
  verb: string
  /** Undefined: nobody knows. */
  encrypted: boolean | undefined
  crossings: readonly Crossing[]
  rows: readonly ThreatRow[]
}
export type CanvasEdge = Edge<FlowData, 'flow'>

export type FlowView = {
  nodes: CanvasNode[]
  edges: CanvasEdge[]
  boxes: ReadonlyMap<string, Box>
  /** Where everything stands, kept for the next time. */
  frame: Frame
}

export type FlowInput = {
  model: ThreatModel
  catalogue: Catalogue
  byElement: ReadonlyMap<string, readonly ThreatRow[]>
  viewId: string
  /** How a component is called for those who do not see the drawing. */
  nameOf(component: Component, rows: readonly ThreatRow[]): string
}

const none: readonly ThreatRow[] = []

/** What React Flow draws of a view: nodes with parents before children, and edges. Unplaced components are left out. */
export function toFlow(input: FlowInput, previous?: FlowView): FlowView {
  const isSameFrame = previous !== undefined && hasSameFrame(previous.frame, input)
  const frame = isSameFrame ? { ...previous.frame, model: input.model } : frameOf(input)
  const oldNodes = new Map(previous?.nodes.map((node) => [node.id, node]))
  const oldEdges = new Map(previous?.edges.map((edge) => [edge.id, edge]))
  const { components, flows } = input.model
  const nodes = frame.drawing.order.map((id) => {
    const old = oldNodes.get(id)
    const rows = input.byElement.get(id) ?? none
    if (isSameFrame && old && old.data.component === components[id] && old.data.rows === rows) return old
    return keep(old, toNode(input, frame, id))
  })
  const edges = frame.flowIds.map((id) => {
    const old = oldEdges.get(id)
    const rows = input.byElement.get(id) ?? none
    if (isSameFrame && old?.data?.flow === flows[id] && old?.data?.rows === rows) return old as CanvasEdge
    return keep(old, toEdge(input, frame, flows[id] as Flow))
  })
  return { nodes, edges, boxes: frame.drawing.boxes, frame }
}

function toNode(input: FlowInput, { drawing, ports }: Frame, id: string): CanvasNode {
  const component = input.model.components[id] as Component
  const box = drawing.boxes.get(id) as Box
  const rows = input.byElement.get(id) ?? none
  const type = input.catalogue.componentTypes.get(component.type)
  const parentId = drawing.parentOf.get(id)
  const placement = drawing.placementOf(id)
  const { width, height } = box
  const handles = (ports.get(id) ?? []).map(toHandle)
  const common = {
    id,
    position: { x: placement.x, y: placement.y },
    width,
    height,
    measured: { width, height },
    handles,
    ariaLabel: input.nameOf(component, rows),
    ...(parentId !== undefined && { parentId }),
  }
  const data = { component, type, rows, furtherZones: drawing.furtherZonesOf(id), ports: handles }
  if (!drawing.isAround(id)) return { ...common, type: 'card', data, zIndex: 100 }
  const depth = drawing.depthOf(id)
  return {
    ...common,
    type: 'boundary',
    data: { ...data, depth, inside: drawing.insideOf(id) },
    zIndex: depth,
    dragHandle: '.boundary-tab',
  }
}

function toHandle({ id, end, side, x, y }: Port): NodeHandle {
  return { id, type: end, position: side as Position, x, y, width: 1, height: 1 }
}

function toEdge(input: FlowInput, frame: Frame, flow: Flow): CanvasEdge {
  return {
    id: flow.id,
    type: 'flow',
    source: flow.from,
    target: flow.to,
    sourceHandle: portId(flow.id, 'source'),
    targetHandle: portId(flow.id, 'target'),
    zIndex: 50,
    focusable: false,
    selectable: false,
    data: {
      flow,
      label: flowLabel(flow),
      verb: flowVerb(flow, input.catalogue),
      encrypted: isEncrypted(flow),
      crossings: frame.crossings.get(flow.id) ?? [],
      rows: input.byElement.get(flow.id) ?? none,
    },
  }
}

/** The old one when nothing in it changed. */
function keep<T extends CanvasNode | CanvasEdge>(old: CanvasNode | CanvasEdge | undefined, next: T): T {
  return old && isAlike(old, next) ? (old as T) : next
}

function isAlike(a: object, b: object): boolean {
  const keys = Object.keys(b)
  if (Object.keys(a).length !== keys.length) return false
  return keys.every((key) => isAlikeField(key, a[key as never], b[key as never]))
}

// Parts of the document and the rows of an element keep their identity; the small things made here are compared by value.
function isAlikeField(key: string, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (key === 'data') return isAlike(a as object, b as object)
  if (key === 'component' || key === 'flow' || key === 'rows' || key === 'type') return false
  return typeof a === 'object' && typeof b === 'object' && isDeepAlike(a, b)
}

function isDeepAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(b)
  return (
    Object.keys(a).length === keys.length &&
    keys.every((key) => isDeepAlike(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
