import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Rect } from '@/lib/layout/geometry'
import { layoutGraphOf, type Placements } from '@/lib/layout/layout-graph'
import { isRoomy } from '@/lib/layout/layout-nested'
import { nest, ROOT } from '@/lib/layout/nesting'
import { placeInto } from '@/lib/layout/place-into'
import type { Component, Flow } from '@/lib/model/elements'
import type { ThreatModel } from '@/lib/model/threat-model'
import { type Crossing, crossingsOf } from '@/lib/model/zones'

export type Kind = 'process' | 'store' | 'external' | 'boundary'

export type SceneNode = {
  component: Component
  kind: Kind
  typeLabel: string
  /** On the whole drawing. */
  rect: Rect
  /** It is drawn around others. */
  isBox: boolean
  /** How many boxes it stands in. */
  depth: number
  /** Ids of the boxes it stands in, the nearest first. */
  above: string[]
  /** Boundaries it is in without standing in them. */
  alsoIn: string[]
}

export type SceneFlow = { flow: Flow; label: string; from: SceneNode; to: SceneNode; crossings: Crossing[] }

/** A view of a model with everything at its place; the outer boxes come first. */
export type Scene = { nodes: SceneNode[]; flows: SceneFlow[]; byId: ReadonlyMap<string, SceneNode> }

/** Works out where everything stands. Components without a placement get one in free space. */
export function buildScene(model: ThreatModel, catalogue: Catalogue, existing: Readonly<Placements>): Scene {
  const graph = layoutGraphOf(model, catalogue)
  const placements = placeInto(graph, existing)
  const nesting = nest(graph)
  const byId = new Map<string, SceneNode>()
  const order = graph.nodes.filter((node) => nesting.parentOf(node.id) === ROOT)
  for (const node of order) {
    order.push(...nesting.childrenOf(node.id))
    const parentId = nesting.parentOf(node.id)
    const parent = parentId === ROOT ? undefined : byId.get(parentId)
    const at = placements[node.id] ?? { x: 0, y: 0 }
    const component = model.components[node.id] as Component
    const type = catalogue.componentTypes.get(component.type)
    const isBox = isRoomy(nesting, node)
    const above = parent ? [parent.component.id, ...parent.above] : []
    byId.set(node.id, {
      component,
      kind: type?.kind ?? (isBox ? 'boundary' : 'process'),
      typeLabel: type?.label ?? component.type,
      rect: {
        x: at.x + (parent?.rect.x ?? 0),
        y: at.y + (parent?.rect.y ?? 0),
        width: at.width ?? node.width,
        height: at.height ?? node.height,
      },
      isBox,
      depth: above.length,
      above,
      alsoIn: component.zoneIds.filter((zoneId) => !above.includes(zoneId)).sort(),
    })
  }
  return { nodes: [...byId.values()], flows: flowsOf(model, catalogue, byId), byId }
}

function flowsOf(
  model: ThreatModel,
  catalogue: Catalogue,
  byId: ReadonlyMap<string, SceneNode>,
): SceneFlow[] {
  return Object.values(model.flows)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((flow) => {
      const from = byId.get(flow.from)
      const to = byId.get(flow.to)
      if (!from || !to) return []
      const label = flow.name ?? catalogue.flowTypes.get(flow.type)?.verb ?? flow.type
      return [{ flow, label, from, to, crossings: crossingsOf(model, flow) }]
    })
}

/** The room that everything takes. */
export function boundsOf(scene: Scene): Rect {
  if (scene.nodes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { rect } of scene.nodes) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
