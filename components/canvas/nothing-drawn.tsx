'use client'

import { Waypoints } from 'lucide-react'
import { ChooseFiles } from '@/components/imports/choose-files'
import { startImport } from '@/components/imports/import-store'
import { EmptyState } from '@/components/ui/empty-state'
import { useModel } from '@/lib/client/model-provider'

/** A model with nothing in it, and how something gets into it. */
export function NothingDrawn() {
  const canEdit = useModel((state) => state.canEdit)
  const modelId = useModel((state) => state.modelId)
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center bg-canvas">
      <EmptyState
        icon={<Waypoints aria-hidden />}
        title="Nothing is drawn yet"
        actions={
          canEdit ? (
            <ChooseFiles
              label="Import files"
              variant="primary"
              onChosen={async (chosen) => startImport(modelId, await chosen)}
            />
          ) : undefined
        }
      >
        {canEdit
          ? 'Drop a Compose file or a whole folder anywhere on this page. You see a plan before anything is changed.'
          : 'Your role lets you read this model. An editor can import into it.'}
      </EmptyState>
    </div>
  )
}
