'use client'

import { Waypoints } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { useModel } from '@/lib/client/model-provider'

/** A model with nothing in it, and how something gets into it. */
export function NothingDrawn() {
  const canEdit = useModel((state) => state.canEdit)
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center bg-canvas">
      <EmptyState icon={<Waypoints aria-hidden />} title="Nothing is drawn yet">
        {canEdit
          ? 'Drop a Compose file or a whole folder anywhere on this page, or use Import above. You see a plan before anything is changed.'
          : 'Your role lets you read this model. Somebody with the role of an editor can import into it.'}
      </EmptyState>
    </div>
  )
}
