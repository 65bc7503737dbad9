'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCanvasUi } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import type { FlowView } from '@/components/canvas/to-flow'
import { useLoadEarly } from '@/components/ui/use-load-early'
import { useModel } from '@/lib/client/model-provider'

const ConnectHandles = dynamic(
  () => import('@/components/canvas/connect-handles').then((each) => each.ConnectHandles),
  { loading: () => null },
)
const ResizeHandles = dynamic(
  () => import('@/components/canvas/resize-handles').then((each) => each.ResizeHandles),
  { loading: () => null },
)

const early = [
  () => import('@/components/canvas/connect-handles'),
  () => import('@/components/canvas/resize-handles'),
]

/** What one takes hold of to connect and to resize: loaded when somebody uses the page, as nobody sees it before. */
export function Handles({ view, actions }: { view: FlowView; actions: CanvasActions }) {
  useLoadEarly(early)
  const isPointedAt = useCanvasUi((state) => state.hoveredId !== undefined)
  const isSelected = useModel((state) => state.selectedId !== undefined)
  // Once there, they stay: a line may be drawn while nothing is under the pointer.
  const [isWanted, setWanted] = useState(false)
  if (!isWanted && (isPointedAt || isSelected)) setWanted(true)
  if (!isWanted) return null
  return (
    <>
      <ConnectHandles actions={actions} boxes={view.boxes} />
      <ResizeHandles actions={actions} view={view} />
    </>
  )
}
