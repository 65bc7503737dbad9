'use client'

import { type EdgeProps, ViewportPortal } from '@xyflow/react'
import { memo, use } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import { DetailContext } from '@/components/canvas/detail-context'
import { curveBetween, curvePath, type Gate, gatesOn, pointAt } from '@/components/canvas/flow-path'
import { NameInput } from '@/components/canvas/name-input'
import type { Side } from '@/components/canvas/ports'
import type { CanvasEdge, FlowData } from '@/components/canvas/to-flow'
import { openRows, worstOpen } from '@/components/canvas/worst-open'
import { cn } from '@/components/ui/cn'
import { severityLook } from '@/components/ui/severity-badge'
import { useModel } from '@/lib/client/model-provider'

/** A data flow: its line, a gate where it passes a boundary, and at working zoom its lock, protocol and open threats. */
export const FlowLine = memo(function FlowLine(props: EdgeProps<CanvasEdge>) {
  const { id, source, target, data, markerEnd, markerStart } = props
  const isActive = useModel(
    ({ selection }) => selection.has(id) || selection.has(source) || selection.has(target),
  )
  const isRenaming = useCanvasUi((state) => state.renamingId === id)
  const detail = use(DetailContext)
  const curve = curveBetween(
    { x: props.sourceX, y: props.sourceY },
    props.sourcePosition as Side,
    { x: props.targetX, y: props.targetY },
    props.targetPosition as Side,
  )
  const path = curvePath(curve)
  const middle = pointAt(curve, 0.5)
  const isDetailed = detail === 'full' || detail === 'names'
  return (
    <>
      {/* Painted with nothing: it only makes the thin line easier to press. */}
      <path d={path} fill="none" stroke="none" strokeWidth={14} pointerEvents="stroke" />
      <path
        d={path}
        className={cn('flow-line', isActive && 'is-active')}
        markerEnd={isDetailed ? markerEnd : undefined}
        markerStart={isDetailed && data?.flow.both ? markerStart : undefined}
      />
      {isDetailed && data
        ? gatesOn(curve, data.crossings).map((gate) => (
            <GateMark key={`${gate.zoneId}${gate.direction}`} gate={gate} />
          ))
        : null}
      {isRenaming ? (
        <ViewportPortal>
          <div
            className="absolute z-[1000]"
            style={{ transform: `translate(${middle.x - 80}px, ${middle.y - 12}px)` }}
          >
            <NameInput elementId={id} className="w-40 text-sm" />
          </div>
        </ViewportPortal>
      ) : null}
      {detail === 'full' && data && !isRenaming ? (
        <FlowWords data={data} at={middle} isActive={isActive} />
      ) : null}
    </>
  )
})

/** Two posts across the line: here it passes a boundary. */
function GateMark({ gate }: { gate: Gate }) {
  return (
    <g transform={`translate(${gate.x} ${gate.y}) rotate(${gate.angle})`}>
      <rect
        x={-3.5}
        y={-6}
        width={7}
        height={12}
        rx={2}
        className="fill-canvas stroke-boundary"
        strokeWidth={1.25}
      />
      <path d="M0,-3 V3" className="stroke-boundary" strokeWidth={1.25} />
    </g>
  )
}

const LOCK_WIDTH = 14
const CHAR_WIDTH = 5.8

function FlowWords({
  data,
  at,
  isActive,
}: {
  data: FlowData
  at: { x: number; y: number }
  isActive: boolean
}) {
  const words = shorten(data.label || (isActive ? data.verb : ''))
  const lockAt = words === '' ? at.x : at.x - (words.length * CHAR_WIDTH) / 2 - LOCK_WIDTH / 2
  const worst = worstOpen(data.rows)
  const threatsAt =
    words === '' && data.encrypted === undefined ? at.x : at.x + (words.length * CHAR_WIDTH) / 2 + 12
  return (
    <>
      {words === '' ? null : (
        <text x={at.x} y={at.y} className="flow-text">
          {words}
        </text>
      )}
      {data.encrypted === undefined ? null : <Lock x={lockAt} y={at.y} isClosed={data.encrypted} />}
      {worst ? (
        <g transform={`translate(${threatsAt} ${at.y})`} className={severityLook[worst].text}>
          <circle r={7.5} className="fill-canvas" stroke="currentColor" strokeWidth={1.25} />
          <text
            className="flow-text"
            fontWeight={600}
            strokeWidth={0}
            style={{ fill: 'currentColor', strokeWidth: 0, fontSize: 9 }}
          >
            {openRows(data.rows).length}
          </text>
        </g>
      ) : null}
    </>
  )
}

/** Closed: encrypted. Open: known not to be. */
function Lock({ x, y, isClosed }: { x: number; y: number; isClosed: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`} className={isClosed ? 'text-countered' : 'text-raised'}>
      <circle r={7.5} className="fill-canvas" />
      <path
        d={isClosed ? 'M-2.5,-0.5 v-2 a2.5,2.5 0 0 1 5,0 v2' : 'M-2.5,-0.5 v-2.5 a2.5,2.5 0 0 1 4.8,-0.9'}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.3}
      />
      <rect x={-4} y={-0.5} width={8} height={5.5} rx={1.2} fill="currentColor" />
    </g>
  )
}

function shorten(words: string): string {
  return words.length > 28 ? `${words.slice(0, 27)}…` : words
}
