'use client'

import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  MarkerType,
  type NodeTypes,
  ReactFlow,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import '@/components/canvas/canvas.css'
import { useEffect, useMemo } from 'react'
import { Boundary } from '@/components/canvas/boundary'
import { BundleLine } from '@/components/canvas/bundle-line'
import { hover, renameInPlace } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { ComponentCard } from '@/components/canvas/component-card'
import { DetailContext, FarContext } from '@/components/canvas/detail-context'
import { DropHint } from '@/components/canvas/drop-hint'
import { FlowLine } from '@/components/canvas/flow-line'
import { boundsOf } from '@/components/canvas/geometry'
import { GuideLines } from '@/components/canvas/guide-lines'
import { Handles } from '@/components/canvas/handles'
import { type Detail, detailAt, farScale } from '@/components/canvas/level-of-detail'
import { OverviewMap } from '@/components/canvas/overview-map'
import type { CanvasEdge, FlowView } from '@/components/canvas/to-flow'
import { type BundleEdge, toZones } from '@/components/canvas/to-zones'
import { useDrag } from '@/components/canvas/use-drag'
import { useEdgesInSight } from '@/components/canvas/use-edges-in-sight'
import { useNodeChanges } from '@/components/canvas/use-node-changes'
import { useNodesInSight } from '@/components/canvas/use-nodes-in-sight'
import { MAX_ZOOM, MIN_ZOOM, type Size, viewportFor } from '@/components/canvas/viewport'
import { ZoneCard } from '@/components/canvas/zone-card'
import { useModel, useModelStore } from '@/lib/client/model-provider'
import type { ModelStore } from '@/lib/client/model-store'
import { useMedia } from '@/lib/client/use-media'

const nodeTypes: NodeTypes = { card: ComponentCard, boundary: Boundary, zone: ZoneCard }
const edgeTypes: EdgeTypes = { flow: FlowLine, bundle: BundleLine }

const arrow = { type: MarkerType.ArrowClosed, color: 'var(--color-flow)', width: 14, height: 14 }
const edgeOptions = { markerEnd: arrow, markerStart: arrow }
const hints = {
  'node.a11yDescription.default':
    'Press Enter to select it. Once selected, move it with the arrow keys, rename it with F2, connect it with C.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to select it.',
} as const

const hovering = {
  onNodeMouseEnter: (_event: unknown, node: { id: string }) => hover(node.id),
  onNodeMouseLeave: () => hover(undefined),
}

const MORE_KEYS = ['Shift', 'Control', 'Meta']

function selectFlow(store: ModelStore, id: string, isMore: boolean): void {
  const { select, selectAll, selection } = store.getState()
  if (!isMore) {
    select(id)
    return
  }
  const next = new Set(selection)
  if (!next.delete(id)) next.add(id)
  selectAll(next)
}

/** The menu is about what it was opened on, unless that is part of what is selected. */
function selectForMenu(store: ModelStore, id: string): void {
  if (!store.getState().selection.has(id)) store.getState().select(id)
}

type CanvasFlowProps = {
  view: FlowView
  viewId: string
  screen: Size
  hasMinimap: boolean
  hasSnap: boolean
  actions: CanvasActions
}

/** The drawing itself. `screen` is the room it has when it opens: the first viewport is computed, never measured. */
export function CanvasFlow({ view, viewId, screen, hasMinimap, hasSnap, actions }: CanvasFlowProps) {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  // A finger moves the drawing; what stands on it is moved with a mouse or with keys.
  const isTouch = useMedia('(pointer: coarse)')
  const count = view.nodes.length
  const detail: Detail = useStore((state) => detailAt(state.transform[2], count))
  const zones = useMemo(() => (detail === 'zones' ? toZones(view) : undefined), [detail, view])
  // What can be grabbed has to be large enough to be seen.
  const canHandle = canEdit && !isTouch && (detail === 'full' || detail === 'names')
  const far = useStore((state) => farScale(state.transform[2]))
  const drag = useDrag(viewId, view.boxes, hasSnap)
  const { nodes: all, onNodesChange } = useNodeChanges(zones?.nodes ?? view.nodes, viewId, drag)
  const inSight = useEdgesInSight(view)
  const edges: (CanvasEdge | BundleEdge)[] = zones?.edges ?? inSight
  const nodes = useNodesInSight(all, edges, view.boxes)
  const first = useMemo(() => viewportFor(boundsOf(view.boxes.values()), screen), [view.boxes, screen])

  return (
    <DetailContext value={detail}>
      <FarContext value={far}>
        <ReactFlow
          aria-label="Drawing of the model"
          className="bg-canvas"
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultEdgeOptions={edgeOptions}
          defaultViewport={first}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          onNodesChange={onNodesChange}
          {...(canHandle && hovering)}
          onNodeDragStart={drag.start}
          onNodeDrag={(event, node, dragged) => drag.move(event, node.id, dragged)}
          onNodeDragStop={(event, node, dragged) => drag.stop(event, node.id, dragged)}
          onSelectionDragStart={drag.start}
          onSelectionDrag={(event, dragged) => drag.move(event.nativeEvent, undefined, dragged)}
          onSelectionDragStop={(event, dragged) => drag.stop(event.nativeEvent, undefined, dragged)}
          onNodeDoubleClick={(_event, node) => canEdit && renameInPlace(node.id)}
          onNodeContextMenu={(_event, node) => selectForMenu(store, node.id)}
          onEdgeContextMenu={(_event, edge) => edge.type === 'flow' && selectForMenu(store, edge.id)}
          onPaneContextMenu={() => store.getState().select(undefined)}
          onEdgeDoubleClick={(_event, edge) => canEdit && edge.type === 'flow' && renameInPlace(edge.id)}
          onEdgeClick={(event, edge) => edge.type === 'flow' && selectFlow(store, edge.id, event.shiftKey)}
          onPaneClick={() => store.getState().select(undefined)}
          onlyRenderVisibleElements
          zIndexMode="manual"
          elevateNodesOnSelect={false}
          nodesDraggable={canEdit && !isTouch}
          multiSelectionKeyCode={MORE_KEYS}
          zoomOnDoubleClick={false}
          nodesConnectable={false}
          autoPanOnNodeFocus
          panOnScroll
          zoomActivationKeyCode={['Control', 'Meta']}
          deleteKeyCode={null}
          ariaLabelConfig={hints}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--color-canvas-dot)" />
          {hasMinimap ? <OverviewMap view={view} /> : null}
          <FarScale scale={far} />
          <DropHint boxes={view.boxes} />
          <GuideLines />
          {canHandle ? <Handles actions={actions} view={view} /> : null}
        </ReactFlow>
      </FarContext>
    </DetailContext>
  )
}

/** Tells the style sheet how many pixels of the drawing one of the screen is. */
function FarScale({ scale }: { scale: number }) {
  const domNode = useStore((state) => state.domNode)
  useEffect(() => domNode?.style.setProperty('--far', String(scale)), [domNode, scale])
  return null
}
