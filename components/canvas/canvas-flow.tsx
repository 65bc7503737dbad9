'use client'

import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  MarkerType,
  MiniMap,
  type NodeTypes,
  ReactFlow,
  useStore,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import '@/components/canvas/canvas.css'
import { useEffect, useMemo } from 'react'
import { Boundary } from '@/components/canvas/boundary'
import { BundleLine } from '@/components/canvas/bundle-line'
import { ComponentCard } from '@/components/canvas/component-card'
import { DetailContext, FarContext } from '@/components/canvas/detail-context'
import { FlowLine } from '@/components/canvas/flow-line'
import { boundsOf } from '@/components/canvas/geometry'
import { type Detail, detailAt, farScale } from '@/components/canvas/level-of-detail'
import type { CanvasEdge, FlowView } from '@/components/canvas/to-flow'
import { type BundleEdge, toZones } from '@/components/canvas/to-zones'
import { useEdgesInSight } from '@/components/canvas/use-edges-in-sight'
import { useNodeChanges } from '@/components/canvas/use-node-changes'
import { MAX_ZOOM, MIN_ZOOM, type Size, viewportFor } from '@/components/canvas/viewport'
import { ZoneCard } from '@/components/canvas/zone-card'
import { useModel, useModelStore } from '@/lib/client/model-provider'

const nodeTypes: NodeTypes = { card: ComponentCard, boundary: Boundary, zone: ZoneCard }
const edgeTypes: EdgeTypes = { flow: FlowLine, bundle: BundleLine }

const arrow = { type: MarkerType.ArrowClosed, color: 'var(--color-flow)', width: 14, height: 14 }
const edgeOptions = { markerEnd: arrow, markerStart: arrow }
const hints = {
  'node.a11yDescription.default': 'Press Enter to select it. Once selected, move it with the arrow keys.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to select it.',
} as const

type CanvasFlowProps = { view: FlowView; viewId: string; screen: Size; hasMinimap: boolean }

/** The drawing itself. `screen` is the room it has when it opens: the first viewport is computed, never measured. */
export function CanvasFlow({ view, viewId, screen, hasMinimap }: CanvasFlowProps) {
  const store = useModelStore()
  const canEdit = useModel((state) => state.canEdit)
  const count = view.nodes.length
  const detail: Detail = useStore((state) => detailAt(state.transform[2], count))
  const zones = useMemo(() => (detail === 'zones' ? toZones(view) : undefined), [detail, view])
  const far = useStore((state) => farScale(state.transform[2]))
  const { nodes, onNodesChange } = useNodeChanges(zones?.nodes ?? view.nodes, viewId)
  const inSight = useEdgesInSight(view)
  const edges: (CanvasEdge | BundleEdge)[] = zones?.edges ?? inSight
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
          onEdgeClick={(_event, edge) => edge.type === 'flow' && store.getState().select(edge.id)}
          onPaneClick={() => store.getState().select(undefined)}
          onlyRenderVisibleElements
          zIndexMode="manual"
          elevateNodesOnSelect={false}
          nodesDraggable={canEdit}
          nodesConnectable={false}
          autoPanOnNodeFocus
          panOnScroll
          zoomActivationKeyCode={['Control', 'Meta']}
          deleteKeyCode={null}
          ariaLabelConfig={hints}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.2} color="var(--color-canvas-dot)" />
          {hasMinimap ? (
            <MiniMap ariaLabel="Overview of the drawing" pannable zoomable className="floating" />
          ) : null}
          <FarScale scale={far} />
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
