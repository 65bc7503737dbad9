'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { CanvasPage } from '@/components/canvas/canvas-page'
import { Skeleton } from '@/components/ui/skeleton'
import { useMounted } from '@/lib/client/use-mounted'

/** The canvas of a model: its drawing or the same as a list, and an inspector. Inside a ModelProvider. */
export function ModelCanvas() {
  const isMounted = useMounted()
  if (!isMounted) return <Skeleton className="m-4 h-64" />
  return (
    <ReactFlowProvider>
      <CanvasPage />
    </ReactFlowProvider>
  )
}
